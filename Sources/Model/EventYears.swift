import EDTF

extension PostEvent {
    /// The year in which it began, of our calendar; nil where it is not known.
    package var startYear: Int? {
        guard case .date(let date)? = gregorian.start else { return nil }
        return date.year.number != nil && date.significantDigits == nil ? EventSpan(self).first?.year : nil
    }

    /// How many years ago; nil where the year is not known or yet to come.
    package func age(on today: LocalDateTime) -> Int? {
        startYear.flatMap { $0 <= today.year ? today.year - $0 : nil }
    }
}

extension EDTF {
    /// What it begins with; the whole where it is no interval.
    fileprivate var start: EDTF? {
        switch self {
        case .date: self
        case .interval(let interval): interval.start.date.map(EDTF.date)
        case .set: nil
        }
    }
}
