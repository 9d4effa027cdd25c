package import Logging
package import Model
package import Publishing
import ServiceLifecycle

/// After an update of the program, renders posts by its rules while the site is served; until then they are shown as
/// they were.
package struct KeepRendered: Service {
    private let renderAnew: RenderAnew
    private let now: @Sendable () -> Instant
    private let logger: Logger

    package init(_ renderAnew: RenderAnew, now: @escaping @Sendable () -> Instant, logger: Logger) {
        self.renderAnew = renderAnew
        self.now = now
        self.logger = logger
    }

    /// Done once, it ends; the others go on.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                guard let posts = try await renderAnew.run(now: now()) else { return }
                logger.info("rendered again by this version's rules", metadata: ["posts": "\(posts)"])
            } catch is CancellationError {
                // What is left is done at the next start.
            } catch {
                logger.error("posts could not be rendered again", metadata: ["error": "\(error)"])
            }
        }
    }
}
