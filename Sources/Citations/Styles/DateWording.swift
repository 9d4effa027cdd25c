/// Dates as lists and notes write them.
struct DateWording {
    enum Order {
        /// `May 4, 2003`
        case monthFirst
        /// `4 May 2003`, longer months shortened
        case dayFirst
        /// `2003, May 4`
        case yearFirst
    }

    let words: CitationWords

    /// `2003`, `1914–1918`, `ca. 1450`, `44 BC`, or the words that stand for a date.
    func year(_ date: ReferenceDate) -> String {
        let date = date.resolved
        guard let start = date.start else { return date.literal ?? "" }
        let last = date.end.flatMap { $0.year == start.year ? nil : $0 }
        return circa(date, .monthFirst) + years(start, last)
    }

    /// As exact as it is known.
    func full(_ date: ReferenceDate, _ order: Order) -> String {
        let date = date.resolved
        guard let start = date.start else { return date.literal ?? "" }
        guard let end = date.end, end != start else { return circa(date, order) + whole(start, inYear: nil, order) }
        guard start.year == end.year else {
            guard start.month != nil || end.month != nil else { return circa(date, order) + years(start, end) }
            return circa(date, order) + whole(start, inYear: nil, order) + "–" + whole(end, inYear: nil, order)
        }
        guard let month = start.month, month == end.month, let first = start.day, let last = end.day else {
            let within = inYear(start, order) + "–" + inYear(end, order)
            return circa(date, order) + whole(start, inYear: within, order)
        }
        let within =
            order == .dayFirst ? "\(first)–\(last) \(name(month, order))" : "\(name(month, order)) \(first)–\(last)"
        return circa(date, order) + whole(start, inYear: within, order)
    }

    /// In full, where days come first.
    private func circa(_ date: ReferenceDate, _ order: Order) -> String {
        date.isCirca ? (order == .dayFirst ? words.circaInFull : words.circa) + " " : ""
    }

    private func years(_ first: ReferenceDate.Day, _ last: ReferenceDate.Day?) -> String {
        guard let last else { return yearText(first.year) }
        if first.year < 0, last.year < 0 { return "\(first.year.magnitude)–\(yearText(last.year))" }
        return yearText(first.year) + "–" + yearText(last.year)
    }

    private func yearText(_ year: Int) -> String { year < 0 ? "\(year.magnitude) \(words.beforeChrist)" : String(year) }

    private func whole(_ day: ReferenceDate.Day, inYear: String?, _ order: Order) -> String {
        let within = inYear ?? self.inYear(day, order)
        let year = yearText(day.year)
        if within.isEmpty { return year }
        switch order {
        case .monthFirst: return within + (day.day == nil ? " " : ", ") + year
        case .dayFirst: return within + " " + year
        case .yearFirst: return year + ", " + within
        }
    }

    /// Month and day, or the season; empty for a year alone.
    private func inYear(_ day: ReferenceDate.Day, _ order: Order) -> String {
        guard let month = day.month else { return "" }
        guard let number = day.day else { return name(month, order) }
        return order == .dayFirst ? "\(number) \(name(month, order))" : "\(name(month, order)) \(number)"
    }

    private func name(_ month: Int, _ order: Order) -> String {
        if month > 20 { return words.seasons[month - 21] }
        return order == .dayFirst ? words.shortMonths[month - 1] : words.months[month - 1]
    }
}
