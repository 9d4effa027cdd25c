/// One date, as exact as it is known.
public struct EDTFDate: Hashable, Sendable {
    public var year: EDTFYear
    public var yearQualification: Qualification = []
    /// How many digits of the year count, `1950S2`; nil: all.
    public var significantDigits: Int?
    /// Nil for a year or a part of one.
    public var month: Digits?
    public var monthQualification: Qualification = []
    public var day: Digits?
    public var dayQualification: Qualification = []
    /// A season, a quarter or another part of a year, in the place of a month.
    public var part: PartOfYear?
    /// Of a whole day.
    public var time: TimeOfDay?

    public enum Precision: Int, Hashable, Comparable, Sendable {
        case year, part, month, day, time

        public static func < (one: Precision, other: Precision) -> Bool { one.rawValue < other.rawValue }
    }

    public init(year: EDTFYear) { self.year = year }

    /// A day that is known.
    public init(_ day: CalendarDay) {
        let isShort = day.year.magnitude < 10_000
        year = isShort ? .digits(Digits(Int(day.year.magnitude), width: 4), isNegative: day.year < 0) : .long(day.year)
        month = Digits(day.month, width: 2)
        self.day = Digits(day.day, width: 2)
    }

    public var precision: Precision {
        time != nil ? .time : day != nil ? .day : month != nil ? .month : part != nil ? .part : .year
    }

    public var isUncertain: Bool { qualifications.contains { $0.contains(.uncertain) } }
    public var isApproximate: Bool { qualifications.contains { $0.contains(.approximate) } }

    /// Whether a digit is not known.
    public var isUnspecified: Bool {
        if case .digits(let digits, _) = year, !digits.isKnown { return true }
        return month?.isKnown == false || day?.isKnown == false
    }

    private var qualifications: [Qualification] { [yearQualification, monthQualification, dayQualification] }

    /// The first and the last day that may be meant. What is doubted counts as it stands.
    public var bounds: ClosedRange<CalendarDay> {
        let years = significantDigits.map { year.bounds(significant: $0) } ?? year.bounds
        if let part {
            let (first, last) = part.months
            return CalendarDay(
                years.lowerBound, first, 1)...CalendarDay(
                    years.upperBound, last, CalendarDay.days(inMonth: last, of: years.upperBound))
        }
        let low = Self.first(in: years.lowerBound...years.upperBound, month, day, isLast: false)
        let high = Self.first(in: years.lowerBound...years.upperBound, month, day, isLast: true)
        return min(low, high)...max(low, high)
    }

    /// The first day, or the last, that the digits allow: of a year that has one. That there is one was seen when it was read.
    private static func first(
        in years: ClosedRange<Int>, _ month: Digits?, _ day: Digits?, isLast: Bool
    ) -> CalendarDay {
        // Leap years recur within eight years of any.
        let offsets =
            isLast ? Array((0...8).map { years.upperBound - $0 }) : Array((0...8).map { years.lowerBound + $0 })
        for year in offsets where years.contains(year) {
            let months = (1...12).filter { month?.matches($0) ?? true }
            for month in isLast ? months.reversed() : months {
                let days = (1...CalendarDay.days(inMonth: month, of: year)).filter { day?.matches($0) ?? true }
                if let found = isLast ? days.last : days.first { return CalendarDay(year, month, found) }
            }
        }
        return CalendarDay(years.lowerBound, 1, 1)
    }

    /// Whether there is any day that the digits allow.
    var isPossible: Bool {
        let years = year.bounds
        let months = (1...12).filter { month?.matches($0) ?? true }
        return (0...8).map { years.lowerBound + $0 }.filter(years.contains).contains { year in
            months.contains { month in
                (1...CalendarDay.days(inMonth: month, of: year)).contains { day?.matches($0) ?? true }
            }
        }
    }
}

/// Hours, minutes, seconds, and the zone that they are read in.
public struct TimeOfDay: Hashable, Sendable {
    public let hour: Int
    public let minute: Int
    public let second: Int
    public let zone: Zone?

    public enum Zone: Hashable, Sendable {
        case utc
        /// Minutes before UTC, negative, or after it; whether they were written.
        case offset(minutes: Int, hasMinutes: Bool)
    }

    var text: String {
        let clock = "T\(YearText.two(hour)):\(YearText.two(minute)):\(YearText.two(second))"
        switch zone {
        case nil: return clock
        case .utc: return clock + "Z"
        case .offset(let minutes, let hasMinutes):
            let (hours, rest) = (Int(minutes.magnitude) / 60, Int(minutes.magnitude) % 60)
            return clock + (minutes < 0 ? "-" : "+") + YearText.two(hours)
                + (hasMinutes ? ":" + YearText.two(rest) : "")
        }
    }
}

/// A part of a year, by the number that EDTF gives it: 21 to 41.
public struct PartOfYear: Hashable, Sendable {
    public let number: Int

    /// Nil for any other number.
    public init?(number: Int) {
        guard (21...41).contains(number) else { return nil }
        self.number = number
    }

    /// The first and the last month. Seasons are those of the calendar's north where the number names no half of the earth;
    /// winter, and the south's summer, are told by the December of their year, as other readers of EDTF have it.
    public var months: (first: Int, last: Int) {
        switch number {
        case 21, 25, 31: (3, 5)
        case 22, 26, 32: (6, 8)
        case 23, 27, 29: (9, 11)
        case 24, 28, 30: (12, 12)
        case 33...36: ((number - 33) * 3 + 1, (number - 33) * 3 + 3)
        case 37...39: ((number - 37) * 4 + 1, (number - 37) * 4 + 4)
        default: ((number - 40) * 6 + 1, (number - 40) * 6 + 6)
        }
    }
}
