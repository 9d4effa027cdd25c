/// A day of the proleptic Gregorian calendar, with a year 0: 1 BC is 0, 100 BC is -99.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Years beyond this, on either side, are no dates here: their days could not be counted.
    public static let years = -1_000_000_000_000...1_000_000_000_000

    /// Nil for a day that no calendar has.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// For what is known to be right.
    init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// As EDTF has it: `1956-02-25`, `-0099-03-15`, `Y17000-01-01` for years of more than four digits.
    public var description: String { "\(YearText.text(year))-\(YearText.two(month))-\(YearText.two(day))" }
}

/// Numbers as EDTF writes them.
package enum YearText {
    package static func text(_ year: Int) -> String {
        let digits = String(year.magnitude)
        if digits.count > 4 { return "Y" + String(year) }
        return (year < 0 ? "-" : "") + String(repeating: "0", count: 4 - digits.count) + digits
    }

    package static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
