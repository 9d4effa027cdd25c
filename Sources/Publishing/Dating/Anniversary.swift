package import Model

/// When what posts tell of comes round again.
package enum Anniversary {
    /// Which people celebrate: tens and quarters of the first hundred years, half hundreds afterwards.
    package static func isRound(_ years: Int) -> Bool {
        years > 0 && (years <= 100 ? years % 10 == 0 || years % 25 == 0 : years % 50 == 0)
    }

    /// The day on which it is next remembered, today included; nil for a leap day that is remembered in leap years alone
    /// and has none within eight years.
    ///
    /// - Parameter today: what the site's clock reads.
    package static func next(of day: DayOfYear, from today: LocalDateTime, by rule: LeapDayRule) -> LocalDateTime? {
        for year in today.year...(today.year + 8) {
            let isLeap = LocalDateTime.days(inMonth: 2, of: year) == 29
            let (month, date): (Int, Int)
            switch (day == .leapDay && !isLeap, rule) {
            case (true, .onlyInLeapYears): continue
            case (true, .on28February): (month, date) = (2, 28)
            case (true, .on1March): (month, date) = (3, 1)
            default: (month, date) = (day.month, day.day)
            }
            if (year, month, date) >= (today.year, today.month, today.day) {
                return LocalDateTime(year: year, month: month, day: date)
            }
        }
        return nil
    }
}
