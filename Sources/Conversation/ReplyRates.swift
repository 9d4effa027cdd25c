package import Model
import Synchronization

/// Counts responses by network and by post. In memory: a restart forgets, which does no harm.
package final class ReplyRates: Sendable {
    private let counts = Mutex(RateWindow<Key>())
    private let limits: ReplyLimits

    private enum Key: Hashable {
        case network(String)
        case thread(Post.ID)
    }

    package init(_ limits: ReplyLimits) { self.limits = limits }

    /// Counts one more thing that a visitor asks for where there is room for it.
    package func take(network: String, now: Instant) -> Bool {
        counts.withLock { $0.take([.network(network)], limit: limits.perNetwork, now: now) }
    }

    /// How many were counted in the ten minutes before.
    func count(network: String, now: Instant) -> Int { counts.withLock { $0.count(.network(network), now: now) } }

    /// Counts one more response under a post where there is room for it.
    func take(thread post: Post.ID, now: Instant) -> Bool {
        counts.withLock { $0.take([.thread(post)], limit: limits.perThread, now: now) }
    }
}
