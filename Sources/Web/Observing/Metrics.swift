import Synchronization

/// What the server counts about itself, as numbers that only grow; `/metrics` prints them.
package final class Metrics: Sendable {
    private let informational = Atomic<Int>(0)
    private let successful = Atomic<Int>(0)
    private let redirected = Atomic<Int>(0)
    private let refused = Atomic<Int>(0)
    private let failed = Atomic<Int>(0)
    private let hits = Atomic<Int>(0)
    private let renders = Atomic<Int>(0)
    private let renderMicroseconds = Atomic<Int>(0)
    private let startedAt: Int64

    /// - Parameter startedAt: seconds since 1970.
    package init(startedAt: Int64) { self.startedAt = startedAt }

    package func countAnswer(status: Int) {
        switch status {
        case ..<200: informational.wrappingAdd(1, ordering: .relaxed)
        case ..<300: successful.wrappingAdd(1, ordering: .relaxed)
        case ..<400: redirected.wrappingAdd(1, ordering: .relaxed)
        case ..<500: refused.wrappingAdd(1, ordering: .relaxed)
        default: failed.wrappingAdd(1, ordering: .relaxed)
        }
    }

    /// An answer that came from the page store as it was.
    package func countHit() { hits.wrappingAdd(1, ordering: .relaxed) }

    package func countRender(microseconds: Int) {
        renders.wrappingAdd(1, ordering: .relaxed)
        renderMicroseconds.wrappingAdd(microseconds, ordering: .relaxed)
    }

    /// Prometheus' text format, version 0.0.4.
    ///
    /// - Parameters:
    ///   - pages: bytes and number of the finished pages that are kept.
    ///   - residentBytes: the process's resident memory, where the system tells.
    package func exposition(pages: (count: Int, bytes: Int), residentBytes: Int?) -> String {
        var text = ""
        func metric(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: String)]) {
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
            for sample in samples { text += "\(name)\(sample.labels) \(sample.value)\n" }
        }
        func read(_ counter: borrowing Atomic<Int>) -> String { String(counter.load(ordering: .relaxed)) }
        metric(
            "thaw_http_responses_total", "counter", "Answers by class of status.",
            [
                ("{class=\"1xx\"}", read(informational)), ("{class=\"2xx\"}", read(successful)),
                ("{class=\"3xx\"}", read(redirected)), ("{class=\"4xx\"}", read(refused)),
                ("{class=\"5xx\"}", read(failed)),
            ])
        metric("thaw_page_hits_total", "counter", "Answers from the page store.", [("", read(hits))])
        metric("thaw_page_renders_total", "counter", "Pages that were rendered.", [("", read(renders))])
        let seconds = Double(renderMicroseconds.load(ordering: .relaxed)) / 1_000_000
        metric("thaw_page_render_seconds_total", "counter", "Time spent on rendering.", [("", String(seconds))])
        metric("thaw_pages", "gauge", "Finished pages that are kept.", [("", String(pages.count))])
        metric("thaw_pages_bytes", "gauge", "Memory that they take.", [("", String(pages.bytes))])
        metric(
            "process_start_time_seconds", "gauge", "When the server started, seconds since 1970.",
            [("", String(startedAt))])
        if let residentBytes {
            metric("process_resident_memory_bytes", "gauge", "Resident memory.", [("", String(residentBytes))])
        }
        return text
    }
}
