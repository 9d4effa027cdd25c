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
        var (year, month, day, hour, minute, second) = (0, 0, 0, 0, 0, 0)
        var field = 0
        var digits = 0
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) {
                digits += 1
                guard digits <= 4 else { return nil }
                let digit = Int(byte - 0x30)
                switch field {
                case 0: year = year * 10 + digit
                case 1: month = month * 10 + digit
                case 2: day = day * 10 + digit
                case 3: hour = hour * 10 + digit
                case 4: minute = minute * 10 + digit
                default: second = second * 10 + digit
                }
            } else {
                guard Self.ends(field, byte), digits > 0 else { return nil }
                field += 1
                digits = 0
            }
        }
        guard digits > 0, field == 2 || field == 5, (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        self.init(year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59))
    }

    /// Whether `byte` may stand behind a field, counted from the year as 0.
    private static func ends(_ field: Int, _ byte: UInt8) -> Bool {
        switch field {
        case 0, 1: byte == UInt8(ascii: "-")
        case 2: byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T")
        case 3, 4: byte == UInt8(ascii: ":")
        default: false
        }
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
    package var dateText: String { written(separator: nil) }

    /// `YYYY-MM-DD hh:mm:ss`, the form that is stored: it sorts as text as it does in time.
    package var text: String { written(separator: UInt8(ascii: " ")) }

    /// `YYYY-MM-DDThh:mm:ss`, ISO 8601 without an offset.
    package var iso8601: String { written(separator: UInt8(ascii: "T")) }

    /// The date, and behind `separator` the time; written byte by byte, since a page with many comments has many dates.
    private func written(separator: UInt8?) -> String {
        String(unsafeUninitializedCapacity: 19) { buffer in
            var length = 0
            func put(_ byte: UInt8) {
                buffer[length] = byte
                length += 1
            }
            func put(two number: Int) {
                put(UInt8(truncatingIfNeeded: 0x30 + number / 10 % 10))
                put(UInt8(truncatingIfNeeded: 0x30 + number % 10))
            }
            put(two: year / 100)
            put(two: year)
            for number in [month, day] {
                put(UInt8(ascii: "-"))
                put(two: number)
            }
            guard let separator else { return length }
            put(separator)
            put(two: hour)
            for number in [minute, second] {
                put(UInt8(ascii: ":"))
                put(two: number)
            }
            return length
        }
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.secondsSince1970 < rhs.secondsSince1970 }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
