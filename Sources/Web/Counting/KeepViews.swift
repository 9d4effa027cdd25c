package import Database
package import Logging
package import Model
import Publishing
import ServiceLifecycle

/// Writes down how often posts are read, every few seconds and at the end: a process that is killed loses those since
/// the last time.
package struct KeepViews: Service {
    private let counter: ViewCounter
    private let addViews: AddViews
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let pause = Duration.seconds(10)

    package init(
        _ counter: ViewCounter, _ database: any Database, now: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        self.counter = counter
        addViews = AddViews(database)
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: pause)
                await keep()
            }
        }
        // Not by the task that was cancelled, whose write would not begin.
        await Task { await keep() }.value
    }

    private func keep() async {
        let taken = counter.take()
        guard !taken.isEmpty else { return }
        do {
            try await addViews.add(taken, now: now())
        } catch {
            counter.putBack(taken)
            logger.error("views could not be written down", metadata: ["error": "\(error)"])
        }
    }
}
