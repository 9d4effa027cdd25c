/// Days by their number, and the Julian calendar beside the Gregorian (after Richards, in the Explanatory Supplement to the
/// Astronomical Almanac, 3rd edition, section 15.11).
extension CalendarDay {
    /// The number of the day: 0 on 24 November of the year -4713, as the Julian day at noon.
    public var number: Int {
        // Counted from 1 March of year 0, so that a leap day ends a year.
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        let century = year.floored(by: 100)
        let ofCentury = year - century * 100
        return (146_097 * century).floored(by: 4) + (1_461 * ofCentury).floored(by: 4) + (153 * month + 2) / 5 + day
            + 1_721_119
    }

    /// The day with a number; nil where its year would lie beyond `years`.
    public init?(number: Int) {
        guard (-365_250_000_000_000...365_250_000_000_000).contains(number) else { return nil }
        let days = number - 1_721_120
        let cycle = (4 * days + 3).floored(by: 146_097)
        let inCycle = days - (146_097 * cycle).floored(by: 4)
        let yearOfCycle = (4 * inCycle + 3).floored(by: 1_461)
        let inYear = inCycle - (1_461 * yearOfCycle).floored(by: 4)
        let month = (5 * inYear + 2) / 153
        let day = inYear - (153 * month + 2) / 5 + 1
        let year = cycle * 100 + yearOfCycle + (month > 9 ? 1 : 0)
        self.init(year: year, month: month > 9 ? month - 9 : month + 3, day: day)
    }

    public func adding(days: Int) -> CalendarDay? {
        let (sum, overflows) = number.addingReportingOverflow(days)
        return overflows ? nil : CalendarDay(number: sum)
    }
}

/// A day of the Julian calendar, which Britain kept until 1752 and Russia until 1918.
public struct JulianDay: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil for a day that the Julian calendar does not have.
    public init?(year: Int, month: Int, day: Int) {
        guard CalendarDay.years.contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The same day of the Gregorian calendar.
    public init?(_ gregorian: CalendarDay) {
        let days = gregorian.number - 1_721_118
        let yearOfCycle = (4 * days + 3).floored(by: 1_461)
        let inYear = days - (1_461 * yearOfCycle).floored(by: 4)
        let month = (5 * inYear + 2) / 153
        let day = inYear - (153 * month + 2) / 5 + 1
        self.init(year: yearOfCycle + (month > 9 ? 1 : 0), month: month > 9 ? month - 9 : month + 3, day: day)
    }

    /// Nil only at the end of what is counted.
    public var gregorian: CalendarDay? {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return CalendarDay(number: (1_461 * year).floored(by: 4) + (153 * month + 2) / 5 + day + 1_721_117)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        month == 2 ? (year % 4 == 0 ? 29 : 28) : CalendarDay.days(inMonth: month, of: 2001)
    }
}

extension Int {
    /// Division that rounds down, below zero too.
    func floored(by divisor: Int) -> Int { (self - (self % divisor + divisor) % divisor) / divisor }
}
