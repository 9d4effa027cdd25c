extension TokenReader {
    /// The 1950s, die 1950er Jahre, les années 1950, 1950-е годы, 50-е годы XX века, خمسينيات القرن العشرين
    static func decade(_ reader: inout TokenReader) -> Moment? {
        if let decade = arabicDecade(&reader) { return decade }
        let isNamed = reader.takes(DateLexicon.decadeAhead)
        reader.skip(DateLexicon.ofDecades)
        guard case .number(let number, let digits) = reader.next, digits >= 2, digits <= 4, number > 0,
            number % 10 == 0
        else { return nil }
        reader.position += 1
        let ending = reader.decadeEnding()
        guard isNamed || ending != nil else { return nil }
        if ending != nil {
            _ =
                reader.takes(DateLexicon.decadeBehind)
                || reader.attempt { $0.takes("-") && $0.takes(DateLexicon.decadeBehind) ? true : nil } == true
        }
        // “The 1800s” are a century as often as ten years.
        if ending == .english, number % 100 == 0, digits == 4, number < 2000 {
            return Moment(number: number / 100 + 1, unit: .century, confidence: Confidence.unclear)
        }
        guard digits == 2 else { return Moment(number: number, unit: .decade, confidence: Confidence.likely) }
        return reader.decade(number)
    }

    enum Ending { case english, other }

    mutating func decadeEnding() -> Ending? {
        guard isGlued else { return nil }
        return attempt { reader -> Ending? in
            if reader.takes(["s"]) { return .english }
            if reader.takes(["er"]) { return .other }
            if reader.takes(anyOf: Self.apostrophes) { return reader.takes(["s"]) ? .english : nil }
            return reader.takes(anyOf: Self.dashes) && reader.takes(["е", "х", "er", "ые", "ых", "годы"]) ? .other : nil
        }
    }

    private static func arabicDecade(_ reader: inout TokenReader) -> Moment? {
        guard let word = reader.nextToken?.word, let decade = DateLexicon.arabicDecades[word] else { return nil }
        reader.position += 1
        return reader.decade(decade)
    }

    /// Of the century that is named behind it; of the last one, most likely, where none is.
    private mutating func decade(_ decade: Int) -> Moment {
        skip(DateLexicon.ofDecades)
        if let century = attempt(Self.century), let number = century.number, century.era == nil {
            return Moment(number: (number - 1) * 100 + decade, unit: .decade, confidence: Confidence.likely)
        }
        return Moment(number: 1900 + decade, unit: .decade, confidence: decade > 10 ? Confidence.guess : 0.3)
    }
}
