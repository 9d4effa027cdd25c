import EDTF

/// Tries the forms of dates on tokens, one after the other.
struct TokenReader {
    let tokens: [DateToken]
    var position: Int

    struct Found {
        let date: EDTF
        let confidence: Double
        /// Whether day, month and year are there: then nothing else could be meant.
        let isComplete: Bool
    }

    init(tokens: [DateToken], position: Int) {
        self.tokens = tokens
        self.position = position
    }

    /// Behind what may stand before a date: “On this day in …”, “Le …”, “Am …”.
    init(leading tokens: [DateToken]) {
        var start = 0
        while start < tokens.count, start < 6, case .word(let word) = tokens[start].kind,
            DateLexicon.lead.contains(word)
        {
            start += 1
        }
        self.init(tokens: tokens, position: start)
    }

    mutating func date() -> Found? {
        for form in [
            Self.iso, Self.chinese, Self.monthFirst, Self.dayFirst, Self.numeric, Self.season, Self.range, Self.decade,
            Self.year,
        ] {
            var reader = self
            if let found = form(&reader) {
                self = reader
                return found
            }
        }
        return nil
    }

    /// Day and month, of a year that is known from elsewhere; nil where another year is named.
    mutating func day(of year: Int) -> EDTF? {
        var whole = self
        if let found = whole.date(), found.isComplete {
            return found.date.dates.first?.year.number == year ? found.date : nil
        }
        for isMonthFirst in [true, false] {
            var reader = self
            let first = isMonthFirst ? nil : reader.dayOfMonth()
            if !isMonthFirst { _ = reader.word(in: DateLexicon.of) }
            guard let month = reader.month()?.number, let day = first ?? reader.dayOfMonth() else { continue }
            self = reader
            return CalendarDay(year: year, month: month, day: day).map { .date(EDTFDate($0)) }
        }
        return nil
    }

    // MARK: Tokens

    private var next: DateToken.Kind? { position < tokens.count ? tokens[position].kind : nil }

    private mutating func takes(_ mark: Character) -> Bool {
        guard next == .mark(mark) else { return false }
        position += 1
        return true
    }

    private mutating func word(in words: Set<String>) -> Bool {
        guard case .word(let word) = next, words.contains(word) else { return false }
        position += 1
        return true
    }

    private mutating func number(_ range: ClosedRange<Int>, digits: ClosedRange<Int>) -> Int? {
        guard case .number(let number, let count) = next, range.contains(number), digits.contains(count) else {
            return nil
        }
        position += 1
        return number
    }

    private mutating func month() -> (number: Int, word: String)? {
        guard case .word(let word) = next, let number = DateLexicon.months[word] else { return nil }
        position += 1
        _ = takes(".")
        return (number, word)
    }

    /// 1 to 31, with what a language hangs on it: `1st`, `1er`, `1.`, `1º`.
    private mutating func dayOfMonth() -> Int? {
        guard let day = number(1...31, digits: 1...2) else { return nil }
        if position < tokens.count, !tokens[position].isApart {
            _ = word(in: ["st", "nd", "rd", "th", "er", "º", "°"])
        }
        _ = takes(".") || takes("º") || takes("°")
        return day
    }

    /// Words that follow each other, with full stops and hyphens between.
    private mutating func phrase(of phrases: [[String]]) -> Bool {
        for phrase in phrases.sorted(by: { $0.count > $1.count }) {
            var reader = self
            let isThere = phrase.allSatisfy { word in
                guard reader.word(in: [word]) else { return false }
                while reader.takes(".") || reader.takes("-") {}
                return true
            }
            if isThere {
                self = reader
                return true
            }
        }
        return false
    }

    /// A year with its era, as EDTF counts it. Four digits without a word, else up to four with one.
    private mutating func yearNumber() -> (year: Int, hasEra: Bool)? {
        var reader = self
        guard case .number(let number, let digits) = reader.next, digits <= 4, number > 0 else { return nil }
        reader.position += 1
        // “44 г. до н. э.”
        if reader.word(in: DateLexicon.yearWords) { _ = reader.takes(".") }
        let year: (Int, Bool)
        if reader.phrase(of: DateLexicon.beforeOurEra) {
            year = (1 - number, true)
        } else if reader.phrase(of: DateLexicon.ourEra) {
            year = (number, true)
        } else {
            guard digits == 4 || digits == 3 else { return nil }
            year = (number, false)
        }
        self = reader
        return year
    }

    // MARK: Forms

    private static func found(
        _ year: Int, _ month: Int? = nil, _ day: Int? = nil, confidence: Double, mark: String = ""
    ) -> Found? {
        let parts = [YearText.text(year)] + [month, day].compactMap { $0.map(YearText.two) }
        let text = parts.joined(separator: "-") + mark
        guard let date = try? EDTF(text) else { return nil }
        return Found(date: date, confidence: confidence, isComplete: day != nil)
    }

    private static func iso(_ reader: inout TokenReader) -> Found? {
        guard let year = reader.number(1...9999, digits: 4...4), reader.takes("-"),
            let month = reader.number(1...12, digits: 2...2)
        else { return nil }
        guard reader.takes("-") else { return nil }
        guard let day = reader.number(1...31, digits: 2...2) else { return nil }
        return found(year, month, day, confidence: 0.98)
    }

    /// 1956年2月25日, 公元前44年
    private static func chinese(_ reader: inout TokenReader) -> Found? {
        let isBefore = reader.word(in: ["公元前", "前"])
        let isAbout = !isBefore && reader.word(in: ["约"])
        guard let written = reader.number(1...9999, digits: 1...4), reader.takes("年") else { return nil }
        let year = isBefore ? 1 - written : written
        guard let month = reader.number(1...12, digits: 1...2), reader.takes("月") else {
            return found(year, confidence: 0.85, mark: isAbout ? "~" : "")
        }
        guard let day = reader.number(1...31, digits: 1...2), reader.takes("日") else {
            return found(year, month, confidence: 0.9)
        }
        return found(year, month, day, confidence: 0.98)
    }

    /// February 25, 1956
    private static func monthFirst(_ reader: inout TokenReader) -> Found? {
        guard let month = reader.month() else { return nil }
        var short = reader
        if let day = reader.dayOfMonth() {
            _ = reader.takes(",")
            _ = reader.word(in: DateLexicon.of)
            if let (year, _) = reader.yearNumber() { return found(year, month.number, day, confidence: 0.98) }
        }
        _ = short.takes(",")
        _ = short.word(in: DateLexicon.of)
        guard let (year, hasEra) = short.yearNumber() else { return nil }
        reader = short
        let isPlain = !DateLexicon.ambiguousMonths.contains(month.word) || hasEra
        return found(year, month.number, confidence: isPlain ? 0.9 : 0.85)
    }

    /// 25 February 1956, 25. Februar 1956, 25 de febrero de 1956, 25 февраля 1956 г.
    private static func dayFirst(_ reader: inout TokenReader) -> Found? {
        guard let day = reader.dayOfMonth() else { return nil }
        _ = reader.word(in: DateLexicon.of)
        guard let month = reader.month() else { return nil }
        _ = reader.takes(",")
        _ = reader.word(in: DateLexicon.of)
        guard let (year, _) = reader.yearNumber() else { return nil }
        return found(year, month.number, day, confidence: 0.98)
    }

    /// 25.2.1956, 2/25/1956: which is the day is told only by a number above twelve, or by full stops.
    private static func numeric(_ reader: inout TokenReader) -> Found? {
        guard let first = reader.number(1...31, digits: 1...2) else { return nil }
        let hasDots = reader.takes(".")
        guard hasDots || reader.takes("/") else { return nil }
        guard let second = reader.number(1...31, digits: 1...2), hasDots ? reader.takes(".") : reader.takes("/"),
            let year = reader.number(1...9999, digits: 4...4)
        else { return nil }
        if hasDots || first > 12 { return found(year, second, first, confidence: hasDots ? 0.9 : 0.85) }
        return found(year, first, second, confidence: second > 12 ? 0.85 : 0.4)
    }

    /// Spring 1848
    private static func season(_ reader: inout TokenReader) -> Found? {
        guard case .word(let word) = reader.next, let season = DateLexicon.seasons[word] else { return nil }
        reader.position += 1
        _ = reader.word(in: DateLexicon.of)
        guard let (year, _) = reader.yearNumber(), let date = try? EDTF("\(YearText.text(year))-\(season)") else {
            return nil
        }
        return Found(date: date, confidence: 0.85, isComplete: false)
    }

    /// 1914–1918, between 1914 and 1918
    private static func range(_ reader: inout TokenReader) -> Found? {
        let isSpelled = reader.word(in: DateLexicon.between)
        guard let (first, _) = reader.yearNumber() else { return nil }
        guard
            isSpelled ? reader.word(in: DateLexicon.and) : reader.takes("–") || reader.takes("-") || reader.takes("/"),
            let (last, _) = reader.yearNumber(), let date = try? EDTF("\(YearText.text(first))/\(YearText.text(last))")
        else { return nil }
        return Found(date: date, confidence: isSpelled ? 0.9 : 0.85, isComplete: false)
    }

    /// the 1950s, die 1950er Jahre, les années 1950, 1950-е годы
    private static func decade(_ reader: inout TokenReader) -> Found? {
        let isNamed = reader.word(in: ["années", "década", "décadas", "anos", "años"])
        _ = reader.word(in: DateLexicon.of)
        guard let year = reader.number(100...9990, digits: 3...4), year % 10 == 0 else { return nil }
        let isMarked =
            reader.word(in: ["s", "er"]) || reader.takes("-") && reader.word(in: ["е", "х", "er"])
            || reader.takes("’") && reader.word(in: ["s"])
        guard isNamed || isMarked, let date = try? EDTF(String(YearText.text(year).dropLast()) + "X") else {
            return nil
        }
        _ = reader.word(in: ["jahre", "годы", "годов"])
        return Found(date: date, confidence: 0.85, isComplete: false)
    }

    /// c. 1450, 44 BC, 1066: a year alone is a date as often as a number.
    private static func year(_ reader: inout TokenReader) -> Found? {
        let isAbout = reader.word(in: DateLexicon.about)
        if isAbout {
            _ = reader.takes(".")
            _ = reader.word(in: DateLexicon.of)
        }
        let isPlain = reader.position > 0
        guard let (year, hasEra) = reader.yearNumber() else { return nil }
        let confidence = hasEra ? 0.9 : isAbout ? 0.85 : isPlain ? 0.6 : 0.5
        return found(year, confidence: confidence, mark: isAbout ? "~" : "")
    }
}
