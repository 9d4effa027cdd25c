import Foundation
package import Model
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    /// - Parameter utc: `YYYY-MM-DD hh:mm:ss`.
    package init(_ utc: String) { instant = Mutex(LocalDateTime(utc)?.asUTC ?? Instant(milliseconds: 0)) }

    /// One that stands at this moment of the machine's, for talks with programs that have no other.
    package static func today() -> TestClock {
        TestClock(LocalDateTime(secondsSince1970: Int64(Date().timeIntervalSince1970)).text)
    }

    package var now: Instant { instant.withLock { $0 } }

    package func advance(seconds: Int64) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}
