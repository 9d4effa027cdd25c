/// A wall-clock reading without a zone, proleptic Gregorian; what a permalink shows is frozen in one of these.
package struct LocalDateTime: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int

    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Reads `YYYY-MM-DD` or `YYYY-MM-DD hh:mm:ss` (a `T` between them will do); nil for anything else, for a date that
    /// no calendar has, and for WordPress's `0000-00-00 00:00:00`.
    package init?(_ text: some StringProtocol) {
        let fields = text.split(whereSeparator: { $0 == "-" || $0 == " " || $0 == ":" || $0 == "T" })
        guard fields.count == 3 || fields.count == 6 else { return nil }
        var numbers = [0, 0, 0, 0, 0, 0]
        for (index, field) in fields.enumerated() {
            guard field.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(field) else { return nil }
            numbers[index] = number
        }
        guard (1...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
            (1...Self.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2]),
            numbers[3] < 24, numbers[4] < 60, numbers[5] < 61
        else { return nil }
        self.init(
            year: numbers[0], month: numbers[1], day: numbers[2],
            hour: numbers[3], minute: numbers[4], second: min(numbers[5], 59))
    }

    /// The reading of a clock that started at 1970-01-01 00:00:00 and has run `seconds` since.
    /// Days to civil dates after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    package init(secondsSince1970 seconds: Int64) {
        let days = seconds.flooredDivision(by: 86_400)
        let secondOfDay = Int(seconds - days * 86_400)
        let shifted = days + 719_468
        let era = shifted.flooredDivision(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        self.init(
            year: Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0),
            month: month,
            day: Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1),
            hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60, second: secondOfDay % 60)
    }

    /// Seconds from 1970-01-01 00:00:00 on the same clock; negative before.
    package var secondsSince1970: Int64 {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = shiftedYear.flooredDivision(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let shiftedMonth = Int64(month > 2 ? month - 3 : month + 9)
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// This reading taken as UTC.
    package var asUTC: Instant { Instant(milliseconds: secondsSince1970 * 1000) }

    /// 0 is Sunday.
    package var weekday: Int {
        let days = secondsSince1970.flooredDivision(by: 86_400)
        return Int(days + 4 - (days + 4).flooredDivision(by: 7) * 7)
    }

    /// `YYYY-MM-DD`
    package var dateText: String { "\(padded(year, 4))-\(padded(month))-\(padded(day))" }

    /// `YYYY-MM-DD hh:mm:ss`, the form that is stored: it sorts as text as it does in time.
    package var text: String { "\(dateText) \(padded(hour)):\(padded(minute)):\(padded(second))" }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.secondsSince1970 < rhs.secondsSince1970 }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
