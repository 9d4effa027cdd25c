import Model
import Synchronization

/// Counts responses by network and by post, in windows of ten minutes. In memory: a restart forgets, which does no harm.
package final class ReplyRates: Sendable {
    private let counts = Mutex<[String: Count]>([:])
    private let limits: ReplyLimits

    private struct Count {
        var taken: Int
        var since: Instant
    }

    private static let seconds: Int64 = 10 * 60
    /// A megabyte or so. Who has more networks than that is not held up by counting them.
    private static let most = 10_000

    package init(_ limits: ReplyLimits) { self.limits = limits }

    /// Counts one more response where there is room for it.
    func take(network: String, post: Post.ID, now: Instant) -> Bool {
        let rooms = [("network \(network)", limits.perNetwork), ("post \(post.rawValue)", limits.perThread)]
        return counts.withLock { counts in
            for (key, limit) in rooms {
                if let count = counts[key], Self.isCurrent(count, now), count.taken >= limit { return false }
            }
            if counts.count >= Self.most {
                counts = counts.filter { Self.isCurrent($0.value, now) }
                if counts.count >= Self.most { counts.removeAll() }
            }
            for (key, _) in rooms {
                if let count = counts[key], Self.isCurrent(count, now) {
                    counts[key]?.taken += 1
                } else {
                    counts[key] = Count(taken: 1, since: now)
                }
            }
            return true
        }
    }

    private static func isCurrent(_ count: Count, _ now: Instant) -> Bool { now < count.since.adding(seconds: seconds) }
}
