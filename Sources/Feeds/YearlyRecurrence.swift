import Model

/// The days on which an anniversary is kept, as RFC 5545 has them (section 3.8.5.3): the first of them and the rule.
struct YearlyRecurrence {
    /// Of its time only the day counts. It is always a day of the rule, as the section demands.
    let start: LocalDateTime
    let rule: String

    /// From 1970 on, and not before the year in which it happened: several clients go wrong at a first day before 1970,
    /// some at one before 1900 (MagicMirror #791, nextcloud/calendar #6912, rrule #125).
    /// - Parameter year: 0 is 1 BC; nil for an event of no known year.
    /// - Returns: nil where the first day would be after 9999, the last year that a date of RFC 5545 can name.
    init?(_ day: DayOfYear, year: Int?, leapDay: LeapDayRule) {
        var first = max(year ?? 1970, 1970)
        guard first <= 9999 else { return nil }
        guard day == .leapDay else {
            start = LocalDateTime(year: first, month: day.month, day: day.day)
            rule = "FREQ=YEARLY"
            return
        }
        switch leapDay {
        case .onlyInLeapYears:
            // A day that a year lacks is passed over in it, as the section has it.
            while LocalDateTime.days(inMonth: 2, of: first) < 29 { first += 1 }
            guard first <= 9999 else { return nil }
            start = LocalDateTime(year: first, month: 2, day: 29)
            rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
        case .on28February:
            start = LocalDateTime(year: first, month: 2, day: LocalDateTime.days(inMonth: 2, of: first))
            rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
        case .on1March:
            let isLeap = LocalDateTime.days(inMonth: 2, of: first) == 29
            start = LocalDateTime(year: first, month: isLeap ? 2 : 3, day: isLeap ? 29 : 1)
            rule = "FREQ=YEARLY;BYYEARDAY=60"
        }
    }
}
