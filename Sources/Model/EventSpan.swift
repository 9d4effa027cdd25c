package import EDTF

/// Where an event stands among all events: what days, years and timelines go by.
package struct EventSpan: Hashable, Sendable {
    /// The first and the last day that may be meant, of the Gregorian calendar. What has no beginning, or no end, stands where its
    /// other end does. Nil for what has neither.
    package let first: CalendarDay?
    package let last: CalendarDay?
    /// The day of the year on which it stands, as it was written; nil where it is not known to the day.
    package let day: DayOfYear?
    /// Of a day under another calendar: the Gregorian day of the year that it was.
    package let gregorianDay: DayOfYear?
    /// Whether it went on from its first day to its last; else it happened at some time between.
    package let isLasting: Bool

    package init(_ event: PostEvent) {
        let whole = event.whole
        let start: EDTFDate?
        switch whole {
        case .date(let date):
            (start, isLasting) = (date, false)
        case .interval(let interval):
            (start, isLasting) = (interval.start.date, interval.start.date != nil && interval.end.date != nil)
        case .set:
            (start, isLasting) = (nil, false)
        }
        day = start.flatMap { date in
            date.month?.number.flatMap { month in date.day?.number.flatMap { DayOfYear(month: month, day: $0) } }
        }
        let dates = whole.dates
        first = (whole.earliest ?? dates.map(\.bounds.lowerBound).min()).map {
            event.calendar.gregorian($0, precision: start?.precision ?? .year)
        }
        last = (whole.latest ?? dates.map(\.bounds.upperBound).max()).map {
            event.calendar.gregorian($0, precision: dates.last?.precision ?? .year)
        }
        gregorianDay =
            event.calendar == .gregorian || day == nil || start?.year.number == nil
            ? nil : first.flatMap { DayOfYear(month: $0.month, day: $0.day) }
    }

    /// By which days are stored, in order: the year, and four digits of month and day behind it.
    package static func key(_ day: CalendarDay) -> Int64 { Int64(day.year) * 10_000 + Int64(day.month * 100 + day.day) }

    /// The year of a key; nil for what has no first day.
    package static func year(ofKey key: Int64) -> Int? {
        key == .min ? nil : Int(key.flooredDivision(by: 10_000))
    }
}

extension PostEvent.Calendar {
    /// The Gregorian day of one that was written under this calendar.
    func gregorian(_ day: CalendarDay, precision: EDTFDate.Precision) -> CalendarDay {
        // A month that the new year cuts in two is counted as a whole.
        let countsFromMarch = self == .ladyDay && (precision >= .day || precision == .month && day.month < 3)
        switch self {
        case .gregorian: return day
        case .julian, .ladyDay:
            return OldStyleDate(
                year: day.year, month: day.month, day: day.day, newYear: countsFromMarch ? .march25 : .january1)?
                .gregorian ?? day
        }
    }
}

extension PostEvent {
    /// The day as it was written under an old calendar, beside the day of ours; nil for what was not, or not to the day.
    package var oldStyle: OldStyleDate? {
        guard calendar != .gregorian, case .date(let date) = whole, let year = date.year.number,
            let month = date.month?.number, let day = date.day?.number
        else { return nil }
        return OldStyleDate(
            year: year, month: month, day: day, newYear: calendar == .ladyDay ? .march25 : .january1)
    }

    /// For programs, which know the Gregorian calendar alone.
    package var gregorian: EDTF { oldStyle.map { .date(EDTFDate($0.gregorian)) } ?? whole }
}
