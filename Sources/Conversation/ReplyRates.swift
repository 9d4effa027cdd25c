package import Model
import Synchronization

/// Counts responses by network and by post. In memory: a restart forgets, which does no harm.
package final class ReplyRates: Sendable {
    private let networks = Mutex(RateWindow<String>())
    // Apart from the networks: a flood from many makes those forget, and must not make room under a post.
    private let threads = Mutex(RateWindow<Post.ID>())
    private let limits: ReplyLimits

    package init(_ limits: ReplyLimits) { self.limits = limits }

    /// Counts one more thing that a visitor asks for where there is room for it.
    package func take(network: String, now: Instant) -> Bool {
        networks.withLock { $0.take([network], limit: limits.perNetwork, now: now) }
    }

    /// How many were counted in the ten minutes before.
    func count(network: String, now: Instant) -> Int { networks.withLock { $0.count(network, now: now) } }

    /// Counts one more response under a post where there is room for it.
    func take(thread post: Post.ID, now: Instant) -> Bool {
        threads.withLock { $0.take([post], limit: limits.perThread, now: now) }
    }
}
