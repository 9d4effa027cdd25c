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

    /// Counts one more response where there is room for it.
    func take(network: String, post: Post.ID, now: Instant) -> Bool {
        counts.withLock { counts in
            guard counts.count(.network(network), now: now) < limits.perNetwork,
                counts.count(.thread(post), now: now) < limits.perThread
            else { return false }
            counts.add(.network(network), now: now)
            counts.add(.thread(post), now: now)
            return true
        }
    }
}
