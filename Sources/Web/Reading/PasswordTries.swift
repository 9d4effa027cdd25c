import Model
import Synchronization

/// Counts wrong passwords for each visitor, so that nobody guesses for long.
package final class PasswordTries: Sendable {
    private let wrong = Mutex(RateWindow<[UInt8]>())
    private let limit: Int

    /// - Parameter limit: wrong passwords within ten minutes.
    package init(limit: Int) { self.limit = limit }

    /// - Parameter visitor: nil for one without an address; all of those are counted as one.
    func mayTry(_ visitor: IPAddress?, now: Instant) -> Bool {
        wrong.withLock { $0.count(visitor?.visitor ?? [], now: now) < limit }
    }

    func noteWrong(_ visitor: IPAddress?, now: Instant) {
        wrong.withLock { $0.add(visitor?.visitor ?? [], now: now) }
    }
}
