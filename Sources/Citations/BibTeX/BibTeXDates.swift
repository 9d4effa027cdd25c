/// `date`, or `year` with `month` and `day`.
enum BibTeXDates {
    static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Takes the fields that it reads. Words that are no date stay words.
    static func takeIssued(from fields: inout [String: String]) -> ReferenceDate? {
        let (date, year) = (take("date", from: &fields), take("year", from: &fields))
        let (month, day) = (take("month", from: &fields), take("day", from: &fields))
        if let date { return DateText.date(date) ?? ReferenceDate(literal: date) }
        guard let year else { return nil }
        guard year.utf8.count <= 7, let number = Int(year) else {
            return DateText.date(year) ?? ReferenceDate(literal: year)
        }
        let (monthNumber, dayNumber) = parts(month ?? "")
        let start =
            ReferenceDate.Day(year: number, month: monthNumber, day: dayNumber ?? day.flatMap { Int($0) })
            ?? ReferenceDate.Day(year: number, month: monthNumber) ?? ReferenceDate.Day(year: number)
        return start.map { ReferenceDate(start: $0) } ?? ReferenceDate(literal: year)
    }

    static func take(_ name: String, from fields: inout [String: String]) -> String? {
        guard let raw = fields.removeValue(forKey: name) else { return nil }
        // A nonbreaking blank, `~`, is the mark of an approximate date here.
        let text = LaTeXText.text(raw).replacing("\u{A0}", with: "~")
        return text.isEmpty ? nil : text
    }

    /// "May", "5", "4~May", "May 4".
    private static func parts(_ text: String) -> (month: Int?, day: Int?) {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        let numbers = words.compactMap { Int($0) }
        let named = words.compactMap { word in months.firstIndex(of: word.prefix(3).lowercased()) }.first
        guard let named else { return (numbers.first, nil) }
        return (named + 1, numbers.first)
    }

    /// Names and values as they are written.
    static func issued(_ date: ReferenceDate) -> [(name: String, value: String)] {
        guard let start = date.start, date.end == nil, !date.isCirca, start.year >= 1000, start.season == nil else {
            return DateText.text(date).map { [("date", "{\($0)}")] }
                ?? (date.literal ?? date.raw).map { [("year", "{\(LaTeXEscaping.escaped($0))}")] } ?? []
        }
        return [("year", "{\(start.year)}")] + (start.month.map { [("month", months[$0 - 1])] } ?? [])
            + (start.day.map { [("day", "{\($0)}")] } ?? [])
    }

    static func text(_ date: ReferenceDate) -> String? {
        DateText.text(date) ?? (date.literal ?? date.raw).map(LaTeXEscaping.escaped)
    }
}
