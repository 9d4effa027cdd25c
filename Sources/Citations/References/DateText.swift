extension ReferenceDate {
    /// As somebody types it: `2003-05-04`, `1914/1918`, `1450~`; words stay words.
    package init(typed text: String) {
        if text.utf8.count < 4, let year = Int(text), let day = Day(year: year) {
            self.init(start: day)
        } else {
            self = DateText.date(text) ?? ReferenceDate(literal: text)
        }
    }

    package var typed: String { DateText.text(self) ?? literal ?? raw ?? "" }
}

/// Dates as BibLaTeX writes them, after ISO 8601-2: `2003-05-04`, `2003-21` for a spring, `1914/1918`, `1450~`. Years have
/// four digits or more and are counted with a year 0, so 44 BC is `-0043`.
enum DateText {
    /// Nil for anything else.
    static func date(_ text: String) -> ReferenceDate? {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = day(ends[0]) else { return nil }
        var date = ReferenceDate(start: first.day, isCirca: first.isCirca)
        guard ends.count == 2 else { return date }
        guard let last = day(ends[1]) else { return nil }
        date.end = last.day
        date.isCirca = date.isCirca || last.isCirca
        return date
    }

    private static func day(_ text: Substring) -> (day: ReferenceDate.Day, isCirca: Bool)? {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        let isCirca = text.last == "~" || text.last == "%"
        if isCirca || text.last == "?" { text.removeLast() }
        let isNegative = text.first == "-"
        if isNegative { text.removeFirst() }
        if let time = text.firstIndex(of: "T") { text = text[..<time] }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].utf8.count >= 4,
            parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) })
        else { return nil }
        let counted = isNegative ? -numbers[0] : numbers[0]
        return ReferenceDate.Day(
            year: counted > 0 ? counted : counted - 1, month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil
        ).map { ($0, isCirca) }
    }

    private static func number(_ digits: Substring) -> Int? {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.utf8.count <= 7 else { return nil }
        return Int(digits)
    }

    /// Nil for a date in words.
    static func text(_ date: ReferenceDate) -> String? {
        guard let start = date.start else { return nil }
        return text(start) + (date.end.map { "/" + text($0) } ?? "") + (date.isCirca ? "~" : "")
    }

    static func text(_ day: ReferenceDate.Day) -> String {
        let counted = day.year < 0 ? day.year + 1 : day.year
        let year = (counted < 0 ? "-" : "") + padded(Int(counted.magnitude), to: 4)
        return [year, day.month.map { padded($0, to: 2) }, day.day.map { padded($0, to: 2) }]
            .compactMap(\.self).joined(separator: "-")
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
