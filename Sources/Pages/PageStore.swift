package import Model
import NIOPosix
import Synchronization

/// Finished pages, each rendered once and kept until something that it shows changes.
///
/// Nothing stale is served after its write was acknowledged: `touch` removes what a write changed before the write's
/// answer goes out, a render that began before a touch and shows what was touched is not kept nor joined by later
/// requests, and other processes' writes are looked for on every hit (`Journal`).
package final class PageStore: Sendable {
    private struct State {
        var shelf: PageShelf
        var flights = Flights()
        var isCompressing = false
        var waitingForCompression: [CheckedContinuation<Void, Never>] = []
        var statistics = Statistics()
        /// Counts up with everything that was touched.
        var generation = 0
    }

    package struct Statistics: Sendable, Equatable {
        package var hits = 0
        package var misses = 0
        /// Requests that waited for somebody else's render.
        package var joined = 0
        /// Renders that were not kept because a write came between.
        package var overtaken = 0
        package var pages = 0
        package var bytes = 0
    }

    package let settings: PageSettings
    private let state: Mutex<State>
    private let journal: Mutex<any Journal>

    package init(settings: PageSettings = PageSettings(), journal: any Journal = NoJournal()) {
        self.settings = settings
        self.journal = Mutex(journal)
        state = Mutex(State(shelf: PageShelf(settings)))
    }

    /// The journal often needs the store to deliver to, so it may come later; before the first request.
    package func follow(_ journal: any Journal) { self.journal.withLock { $0 = journal } }

    package var statistics: Statistics {
        state.withLock { state in
            var statistics = state.statistics
            statistics.pages = state.shelf.count
            statistics.bytes = state.shelf.byteCount
            return statistics
        }
    }

    /// Another one than before once anything was touched. Right after a hit it is as new as the page.
    package var generation: Int { state.withLock { $0.generation } }

    /// The page if it is here and current. Never waits, never reads the database; for the event loop.
    package func hit(_ key: PageKey, now: Instant) -> Page? {
        let journal = journal.withLock { $0 }
        guard journal.isCurrent() else { return nil }
        return stored(key, now: now)
    }

    /// The page from the store, from a render that is under way, or from `render`.
    ///
    /// Requests for one key wait for one render; an error that it throws is thrown to all of them and nothing is kept.
    /// The render runs on the cooperative pool, whatever executor the caller prefers: it takes milliseconds, which an
    /// event loop does not have.
    package func page(
        _ key: PageKey, now: Instant, render: @escaping @Sendable () async throws -> RenderedPage
    ) async throws -> Page {
        while true {
            let journal = journal.withLock { $0 }
            if !journal.isCurrent() { try await journal.catchUp() }
            if let page = stored(key, now: now) { return page }
            let ticket = state.withLock { state -> Flights.Ticket in
                let ticket = state.flights.ticket(for: key)
                if case .join = ticket { state.statistics.joined += 1 } else { state.statistics.misses += 1 }
                return ticket
            }
            switch ticket {
            case .own(let flight):
                return try await run(flight, for: key, now: now, render: render)
            case .join(let flight):
                do {
                    let page = try await landing(of: flight)
                    if let page, page.isFresh(at: now) { return page }
                } catch is CancellationError where !Task.isCancelled {
                    // The visitor whose request rendered went away; this one is still here.
                }
            }
        }
    }

    /// Says that a write changed what these pages show. Call it after the commit, before the write is acknowledged.
    ///
    /// `sequence` is the write's number in the journal; pages whose `mark` is not below it have seen it already.
    package func touch(_ subjects: Set<Subject>, sequence: Int64) {
        state.withLock { state in
            state.generation += 1
            state.flights.touch(subjects, sequence: sequence)
            state.shelf.remove(showing: subjects, before: sequence)
        }
    }

    /// Forgets every page, and keeps no render that is under way: after a restore, or when the journal has a gap.
    package func touchEverything() {
        state.withLock { state in
            state.generation += 1
            state.flights.touchEverything()
            state.shelf.removeAll()
        }
    }

    private func stored(_ key: PageKey, now: Instant) -> Page? {
        let found = state.withLock { state -> (page: Page, startsCompression: Bool)? in
            guard let (page, isToCompress) = state.shelf.page(key, now: now) else { return nil }
            guard page.isFresh(at: now) else {
                state.shelf.remove(key)
                return nil
            }
            state.statistics.hits += 1
            let starts = isToCompress && !state.isCompressing
            if starts { state.isCompressing = true }
            return (page, starts)
        }
        if let found, found.startsCompression { startCompression() }
        return found?.page
    }

    private func run(
        _ flight: Flights.ID, for key: PageKey, now: Instant,
        render: @escaping @Sendable () async throws -> RenderedPage
    ) async throws -> Page {
        do {
            let rendered = try await withTaskExecutorPreference(globalConcurrentExecutor) { try await render() }
            let page = Page(rendered, settings: settings)
            let waiting = state.withLock { state in
                let landed = state.flights.land(flight, key: key)
                if landed.wasOvertaken(page) {
                    state.statistics.overtaken += 1
                } else if rendered.isStorable {
                    state.shelf.put(page, for: key, at: now)
                }
                return landed.waiting
            }
            for continuation in waiting { continuation.resume(returning: page) }
            return page
        } catch {
            let waiting = state.withLock { $0.flights.land(flight, key: key).waiting }
            for continuation in waiting { continuation.resume(throwing: error) }
            throw error
        }
    }

    /// Nil when the flight landed before this request could board.
    private func landing(of flight: Flights.ID) async throws -> Page? {
        try await withCheckedThrowingContinuation { continuation in
            let hasBoarded = state.withLock { $0.flights.board(flight, continuation) }
            if !hasBoarded { continuation.resume(returning: nil) }
        }
    }
}

extension PageStore {
    /// Returns when nothing waits to be compressed.
    package func compressionIsDone() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.isCompressing { state.waitingForCompression.append(continuation) }
                return !state.isCompressing
            }
            if isDone { continuation.resume() }
        }
    }

    /// One thread at a time, so that a wave of new pages does not take every core from the visitors.
    private func startCompression() {
        NIOThreadPool.singleton.submit { [self] _ in
            while let (key, page) = nextToCompress() {
                let compressed = page.compressed(settings: settings)
                state.withLock { $0.shelf.replace(page, by: compressed, for: key) }
            }
        }
    }

    private func nextToCompress() -> (key: PageKey, page: Page)? {
        var waiting: [CheckedContinuation<Void, Never>] = []
        let next = state.withLock { state -> (key: PageKey, page: Page)? in
            if let next = state.shelf.nextToCompress() { return next }
            state.isCompressing = false
            swap(&waiting, &state.waitingForCompression)
            return nil
        }
        for continuation in waiting { continuation.resume() }
        return next
    }
}
