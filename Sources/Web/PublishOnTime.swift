package import Logging
package import Model
package import Publishing
import ServiceLifecycle

/// Publishes scheduled posts when their time comes.
package struct PublishOnTime: Service {
    private let publishPost: PublishPost
    private let now: @Sendable () -> Instant
    private let logger: Logger
    /// Another process may schedule something sooner, so it looks again at least this often.
    private let longestWait = Duration.seconds(30)

    package init(_ publishPost: PublishPost, now: @escaping @Sendable () -> Instant, logger: Logger) {
        self.publishPost = publishPost
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: await untilNext())
            }
        }
    }

    private func untilNext() async -> Duration {
        do {
            guard let next = try await publishPost.publishDue(now: now()) else { return longestWait }
            let wait = Duration.milliseconds(next.milliseconds - now().milliseconds)
            return min(max(wait, .milliseconds(50)), longestWait)
        } catch {
            // One bad row must not stop the server; the next look says so again.
            logger.error("scheduled posts could not be published", metadata: ["error": "\(error)"])
            return longestWait
        }
    }
}
