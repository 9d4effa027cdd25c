/// A moment: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
package struct Instant: Hashable, Comparable, Codable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.milliseconds < rhs.milliseconds }

    package func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

    /// The wall clock in UTC at this moment, the milliseconds cut off.
    package var utc: LocalDateTime {
        LocalDateTime(secondsSince1970: milliseconds.flooredDivision(by: 1000))
    }
}

extension Int64 {
    /// Division that rounds towards negative infinity, so that days before 1970 come out right.
    package func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
