import Model
import Synchronization

/// Counts wrong passwords for each visitor, so that nobody guesses for long.
package final class PasswordTries: Sendable {
    private struct Tries {
        var wrong: Int
        var since: Instant
    }

    private let tries = Mutex<[[UInt8]: Tries]>([:])
    private let limit: Int

    private static let seconds: Int64 = 10 * 60
    /// Visitors that are remembered; a megabyte or so. Who has more addresses than that is not held up by counting them.
    private static let most = 10_000

    /// - Parameter limit: wrong passwords within ten minutes.
    package init(limit: Int) { self.limit = limit }

    /// - Parameter visitor: nil for one without an address; all of those are counted as one.
    func mayTry(_ visitor: IPAddress?, now: Instant) -> Bool {
        tries.withLock { tries in
            guard let known = tries[visitor?.visitor ?? []], Self.counts(known, now) else { return true }
            return known.wrong < limit
        }
    }

    func noteWrong(_ visitor: IPAddress?, now: Instant) {
        let key = visitor?.visitor ?? []
        tries.withLock { tries in
            if let known = tries[key], Self.counts(known, now) {
                tries[key]?.wrong += 1
                return
            }
            if tries.count >= Self.most {
                tries = tries.filter { Self.counts($0.value, now) }
                if tries.count >= Self.most { tries.removeAll() }
            }
            tries[key] = Tries(wrong: 1, since: now)
        }
    }

    private static func counts(_ tries: Tries, _ now: Instant) -> Bool { now < tries.since.adding(seconds: seconds) }
}
