package import EDTF

/// A date that was found in a text.
package struct DateReading: Hashable, Sendable {
    package let date: EDTF
    /// What it was read from.
    package let words: String
    /// What is left behind it, without the dash or colon between.
    package let rest: String
    /// How sure it is that this is a date and this one: 0 to 1. Below `DateReading.sure` somebody ought to look.
    package let confidence: Double

    package static let sure = 0.85
}

/// Reads the date of a title, most often at its head: “February 25, 1956 – …”, “25 февраля 1956 г.”, “On This Day in 1066”,
/// “c. 1450”, “44 BC”, and less surely elsewhere: “The Great War (1914–1918)”.
package enum DateReader {
    /// Nil where none is there.
    package static func read(_ text: String) -> DateReading? {
        let tokens = DateToken.tokens(of: text)
        guard let best = DateCandidate.best(of: tokens) else { return nil }
        return reading(best, of: tokens, in: text)
    }

    /// The date that a text begins with; nil where it begins with something else.
    package static func readHead(_ text: String) -> DateReading? {
        let tokens = DateToken.tokens(of: text)
        guard let head = DateCandidate.head(of: tokens) else { return nil }
        return reading(head, of: tokens, in: text)
    }

    /// The date that a text is, with nothing before or behind it; nil where it is none.
    package static func readWhole(_ text: String) -> EDTF? {
        guard text.utf8.count < 200 else { return nil }
        let isDoubted = text.last == "?" || text.last == "？"
        guard let reading = readHead(isDoubted ? String(text.dropLast()) : text), reading.rest.isEmpty else {
            return nil
        }
        guard isDoubted else { return reading.date }
        let written = reading.date.description
        return try? EDTF(written.hasSuffix("~") ? written.dropLast() + "%" : written + "?")
    }

    /// The day of a known year that a text begins with: “On February 25 …”; nil where it begins with none, or with one of
    /// another year.
    package static func readDay(_ text: String, of year: Int) -> EDTF? {
        var reader = TokenReader(leading: DateToken.tokens(of: text))
        var whole = reader
        if let found = whole.date(), found.isComplete {
            return found.date.dates.first?.year.number == year ? found.date : nil
        }
        guard let (month, day) = reader.dayAndMonth() else { return nil }
        return CalendarDay(year: year, month: month, day: day).map { .date(EDTFDate($0)) }
    }

    private static func reading(_ candidate: DateCandidate, of tokens: [DateToken], in text: String) -> DateReading {
        let (first, last) = (tokens[candidate.range.lowerBound], tokens[candidate.range.upperBound - 1])
        let words = text[first.range.lowerBound..<last.range.upperBound]
        let behind = tokens[candidate.range.upperBound...].drop { $0.isSeparator }
        return DateReading(
            date: candidate.date, words: String(words),
            rest: behind.first.map { String(text[$0.range.lowerBound...]) } ?? "", confidence: candidate.confidence)
    }
}

extension TokenReader {
    /// Behind what may stand before a date: “On this day in …”, “Le …”, “Am …”, “Monday, …”.
    init(leading tokens: [DateToken]) {
        self.init(tokens: tokens)
        while position < tokens.count, position < 10 {
            guard takes(DateLexicon.lead) || takes(MonthNames.weekdays) || position > 0 && takes(anyOf: Self.leadMarks)
            else { break }
        }
    }

    private static let leadMarks = Set<Character>(",:-–—|'’،：.")
}
