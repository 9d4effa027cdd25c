extension TokenReader {
    /// “19th century”, “XIXe siècle”, “siglo XV”, “القرن التاسع عشر”, “2nd century BCE”
    static func century(_ reader: inout TokenReader) -> Moment? {
        guard let number = reader.namedCentury() else { return nil }
        let era = reader.era(Era.behind)
        if reader.takes(Era.foreign) { return nil }
        return Moment(number: number, unit: .century, era: era, confidence: Confidence.likely)
    }

    private mutating func namedCentury() -> Int? {
        if takes(DateLexicon.centuryAhead) { return ordinal() ?? number(1...30, digits: 1...2) }
        return attempt { reader -> Int? in
            // “s. XV”
            if reader.takes(["s", "séc"]) { return reader.takes(".") ? reader.roman() : nil }
            guard let number = reader.ordinal() ?? reader.number(1...30, digits: 1...2) else { return nil }
            _ = reader.takes("-") || reader.takes(".") || reader.takes("°")
            if reader.takesShort(DateLexicon.centuryBehind) { return number }
            return reader.takes(DateLexicon.centuryShort) && reader.takes(".") ? number : nil
        }
    }

    /// “au XIXe”, without the word: in France that is a century as often as a king.
    static func frenchCentury(_ reader: inout TokenReader) -> Moment? {
        guard let token = reader.nextToken, let word = token.word, word.hasPrefix("x"),
            ["au", "du", "le"].contains(reader.previousToken?.word), let number = reader.roman(),
            word != RomanNumeral.text(number).lowercased(), reader.nextToken.map(\.isSeparator) ?? true
        else { return nil }
        return Moment(number: number, unit: .century, confidence: Confidence.guess)
    }

    /// “XIX”, “XIXe”
    mutating func roman() -> Int? {
        guard let word = nextToken?.word else { return nil }
        for ending in ["", "eme", "ème", "er", "e"] where word.hasSuffix(ending) {
            guard let number = RomanNumeral.number(word.dropLast(ending.count)) else { continue }
            position += 1
            return number
        }
        return nil
    }

    /// In figures with what makes them one, in Roman ones, or in words.
    mutating func ordinal() -> Int? {
        _ = takes(["ال"])
        if let number = number(1...30, digits: 1...2) {
            endOrdinal()
            return number
        }
        return roman() ?? ordinalWord()
    }

    /// What languages hang on to the figures of an ordinal: `1st`, `1er`, `1.`, `1º`, `19-й`.
    mutating func endOrdinal() {
        if isGlued, !takes(Self.ordinalEndings) {
            _ = attempt { $0.takes("-") && $0.takes(Self.ordinalEndings) ? true : nil }
        }
        _ = takes(".")
        if isGlued { _ = takes(["º", "ª"]) || takes("°") }
    }

    private static let ordinalEndings = DateLexicon.set("st nd rd th er re e eme ème º ª o й го е ом м я ая ый ой ого")

    mutating func ordinalWord() -> Int? {
        attempt { reader -> Int? in
            guard let word = reader.nextToken?.word else { return nil }
            if let ten = OrdinalWords.tens[word] {
                reader.position += 1
                while reader.takes("-") || reader.takes(["et"]) {}
                guard let next = reader.nextToken?.word, let one = OrdinalWords.numbers[next], one < 10 else {
                    return nil
                }
                reader.position += 1
                return ten + one
            }
            guard let number = OrdinalWords.numbers[word] else { return nil }
            reader.position += 1
            if number < 10, let next = reader.nextToken?.word, let more = OrdinalWords.arabicTens[next] {
                reader.position += 1
                return number + more
            }
            return number
        }
    }
}
