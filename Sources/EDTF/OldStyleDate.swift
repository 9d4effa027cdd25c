/// A day as it was written under the Julian calendar, with the year that its writer counted.
public struct OldStyleDate: Hashable, Sendable {
    /// When a year began.
    public enum NewYear: Hashable, Sendable {
        case january1
        /// Lady Day, as in England until 1751: 24 March 1700 was followed by 25 March 1701.
        case march25
    }

    /// As written.
    public let year: Int
    public let month: Int
    public let day: Int
    public let newYear: NewYear

    /// The day with the year counted from 1 January.
    public let julian: JulianDay
    public let gregorian: CalendarDay

    /// Nil for a day that the Julian calendar does not have.
    public init?(year: Int, month: Int, day: Int, newYear: NewYear = .january1) {
        let isBeforeNewYear = newYear == .march25 && (month < 3 || month == 3 && day < 25)
        guard CalendarDay.years.contains(year),
            let julian = JulianDay(year: isBeforeNewYear ? year + 1 : year, month: month, day: day),
            let gregorian = julian.gregorian
        else { return nil }
        (self.year, self.month, self.day, self.newYear) = (year, month, day, newYear)
        (self.julian, self.gregorian) = (julian, gregorian)
    }

    /// Whether its writer counted another year than we do.
    public var hasOtherYear: Bool { year != julian.year }
}
