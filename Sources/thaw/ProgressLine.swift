import Foundation
import Publishing
import Synchronization

/// Shows how far an import is: one line that renews itself on a terminal, a plain line now and then elsewhere.
final class ProgressLine: Sendable {
    private struct State {
        var phase: Phase?
        var phaseStarted = 0.0
        var lastShown = 0.0
        var isLineOpen = false
    }

    private enum Phase {
        case surveying, writing, files
    }

    private let state = Mutex(State())
    private let isTerminal = isatty(2) == 1
    /// Seconds between two lines: often enough to be alive, seldom enough for a log.
    private var interval: Double { isTerminal ? 0.1 : 10 }

    func show(_ progress: ImportBlog.Progress) {
        renew(in: progress.phase == .surveying ? .surveying : .writing) { Self.text(progress, elapsed: $0) }
    }

    func show(files: Int, of total: Int) {
        renew(in: .files) { _ in "Taking files: \(files) of \(total)" }
    }

    /// - Parameter text: gets the seconds since the phase began.
    private func renew(in phase: Phase, text: (Double) -> String) {
        let now = Date().timeIntervalSince1970
        let line: String? = state.withLock { state in
            if state.phase != phase {
                state.phase = phase
                state.phaseStarted = now
                state.lastShown = isTerminal ? 0 : now
            }
            guard now - state.lastShown >= interval else { return nil }
            state.lastShown = now
            if isTerminal { state.isLineOpen = true }
            return text(now - state.phaseStarted)
        }
        guard let line else { return }
        write(isTerminal ? "\r\u{1B}[K\(line)" : line + "\n")
    }

    /// Leaves the terminal's line to whatever is printed next.
    func finish() {
        let wasOpen = state.withLock { state in
            defer { state.isLineOpen = false }
            return state.isLineOpen
        }
        if wasOpen { write("\r\u{1B}[K") }
    }

    private static func text(_ progress: ImportBlog.Progress, elapsed: Double) -> String {
        switch progress.phase {
        case .surveying:
            let share = progress.totalBytes.map { $0 > 0 ? " \(progress.bytes * 100 / $0) %" : "" } ?? ""
            return "Looking through the export:\(share) \(progress.bytes >> 20) MB, \(progress.done) items"
        case .writing:
            let rate = elapsed > 0 ? Int(Double(progress.done) / elapsed) : 0
            let left = rate > 0 ? (progress.total - progress.done) / rate : 0
            return "Taking over: \(progress.done) of \(progress.total) posts and comments, \(rate) a second, "
                + "\(left / 60) min \(left % 60) s left"
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
