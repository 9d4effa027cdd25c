import Dispatch
import Exchange
import Foundation
import Synchronization

/// The records of an export in handfuls, read on a thread of its own that never runs more than a few handfuls ahead, so
/// that memory stays flat however fast the reader and however slow the writer.
struct RecordStream: Sendable {
    let reader: WXRReader
    let partial: Bool
    /// Records in one handful at most.
    private let handful = 64
    /// Bytes of text after which a handful is full, whatever the number of records.
    private let handfulBytes = 256 * 1024

    init(_ reader: WXRReader, partial: Bool) {
        self.reader = reader
        self.partial = partial
    }

    /// Reads the whole export; `body` gets each handful with the progress so far.
    func forEach(
        _ body: (_ records: [ExportRecord], _ progress: ReadProgress?) async throws -> Void
    ) async throws -> ReadSummary {
        let gate = Gate(ahead: 2)
        let (handfuls, continuation) = AsyncThrowingStream.makeStream(of: Event.self)
        let thread = Thread { produce(into: continuation, through: gate) }
        thread.stackSize = 8 << 20
        thread.start()
        defer { gate.close() }
        for try await event in handfuls {
            switch event {
            case .records(let records, let progress):
                try await body(records, progress)
                gate.open()
            case .end(let summary): return summary
            }
        }
        throw CancellationError()
    }

    private enum Event: Sendable {
        case records([ExportRecord], ReadProgress?)
        case end(ReadSummary)
    }

    private func produce(
        into continuation: AsyncThrowingStream<Event, any Error>.Continuation, through gate: Gate
    ) {
        var records: [ExportRecord] = []
        var bytes = 0
        var progress: ReadProgress?
        func send() throws {
            guard !records.isEmpty else { return }
            guard gate.wait() else { throw CancellationError() }
            continuation.yield(.records(records, progress))
            records = []
            bytes = 0
        }
        do {
            let summary = try reader.read(partial: partial, progress: { progress = $0 }) { record in
                records.append(record)
                bytes += record.textBytes
                if records.count >= handful || bytes >= handfulBytes { try send() }
            }
            try send()
            continuation.yield(.end(summary))
            continuation.finish()
        } catch {
            // Whole items before a fault are not written: the first pass decides whether the file is taken at all.
            continuation.finish(throwing: error)
        }
    }

    /// Lets the reading thread run `ahead` handfuls before the writer.
    private final class Gate: Sendable {
        private let places: DispatchSemaphore
        private let isClosed = Atomic<Bool>(false)

        init(ahead: Int) {
            // Not `value: ahead`: Dispatch ends the process when a semaphore goes away below the value that it began
            // with, as it does when the writer fails.
            places = DispatchSemaphore(value: 0)
            for _ in 0..<ahead { places.signal() }
        }

        /// False when nobody listens any more.
        func wait() -> Bool {
            places.wait()
            return !isClosed.load(ordering: .acquiring)
        }

        func open() { places.signal() }

        func close() {
            isClosed.store(true, ordering: .releasing)
            places.signal()
        }
    }
}

extension ExportRecord {
    /// About what the record weighs in memory.
    fileprivate var textBytes: Int {
        guard case .item(let item) = self else { return 256 }
        return item.content.utf8.count + item.excerpt.utf8.count
            + item.comments.reduce(0) { $0 + $1.content.utf8.count + 512 }
            + item.meta.reduce(0) { $0 + $1.value.utf8.count }
    }
}
