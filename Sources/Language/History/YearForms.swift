extension TokenReader {
    /// A year with its era, and whether words made it one: “44 BC”, “AD 79”, “1480 год”.
    struct Year {
        let number: Int
        let era: Era?
        let isNamed: Bool
    }

    /// Up to four digits with an era, else three or four that are nothing else as far as their neighbours tell.
    mutating func year(asLoneNumber isLone: Bool = false) -> Year? {
        attempt { reader -> Year? in
            let start = reader.position
            let ahead = reader.era(Era.ahead)
            if let remote = reader.remoteYear() { return remote }
            guard case .number(let number, let digits) = reader.next, (1...4).contains(digits), number > 0 else {
                return nil
            }
            let place = reader.position
            reader.position += 1
            // “44 г. до н. э.”
            let isNamed = reader.takesOrdinalYear(isLone: digits == 4) || reader.takesShort(DateLexicon.yearWords)
            let behind = reader.era(Era.behind)
            if reader.takes(Era.foreign) { return nil }
            if let era = behind ?? ahead { return Year(number: number, era: era, isNamed: true) }
            if isNamed, digits >= 3 { return Year(number: number, era: nil, isNamed: true) }
            guard place == start, digits >= 3, number <= Self.lastYear, !reader.tokens[place].isChinese,
                !isLone || reader.isPlain(at: place)
            else { return nil }
            return Year(number: number, era: nil, isNamed: false)
        }
    }

    /// “10,000 BC”
    private mutating func remoteYear() -> Year? {
        attempt { reader -> Year? in
            guard var number = reader.number(1...999_999, digits: 1...6) else { return nil }
            if number < 1_000, reader.isGlued, reader.takes(",") || reader.takes("."), reader.isGlued {
                guard let thousandth = reader.number(0...999, digits: 3...3) else { return nil }
                number = number * 1_000 + thousandth
            }
            guard number >= 10_000, reader.era(Era.behind) == .before else { return nil }
            return Year(number: number, era: .before, isNamed: true)
        }
    }

    /// “1812-й год”, “мая 1945-го”
    ///
    /// - Parameter isLone: whether the word “year” may be missing.
    private mutating func takesOrdinalYear(isLone: Bool) -> Bool {
        attempt { reader -> Bool? in
            guard reader.isGlued, reader.takes("-"), reader.takes(["й", "го", "м", "му"]) else { return nil }
            return reader.takesShort(DateLexicon.yearWords) || isLone ? true : nil
        } ?? false
    }

    /// Numbers beyond are no years of a past that anybody writes about.
    private static let lastYear = 2_199

    /// Whether a number stands alone: no part of an amount or of a name.
    private func isPlain(at place: Int) -> Bool {
        let before = place > 0 ? tokens[place - 1] : nil
        let after = place + 1 < tokens.count ? tokens[place + 1] : nil
        let isGluedBefore = !tokens[place].isApart
        switch before?.kind {
        case .word(let word):
            if DoubtfulWords.ahead.contains(word) || DoubtfulWords.foreignMonths.contains(word) { return false }
            if isGluedBefore, before?.isChinese == false, !Self.proclitics.contains(word) { return false }
        case .mark(let mark):
            if DoubtfulWords.marksAhead.contains(mark) { return false }
            if isGluedBefore, ".,".contains(mark), place > 1, tokens[place - 2].isNumber { return false }
            if mark == ".", place > 1, let word = tokens[place - 2].word, DoubtfulWords.ahead.contains(word) {
                return false
            }
        default: break
        }
        guard let after else { return true }
        let beyond = place + 2 < tokens.count && !tokens[place + 2].isApart ? tokens[place + 2] : nil
        switch after.kind {
        case .word(let word): return !DoubtfulWords.behind.contains(word) && (after.isApart || after.isChinese)
        case .mark(let mark):
            if DoubtfulWords.marksBehind.contains(mark) { return after.isApart }
            if after.isApart { return true }
            if ".,:".contains(mark) { return beyond?.isNumber != true }
            return !"-'’".contains(mark) || beyond?.word == nil
        case .number: return true
        }
    }

    /// What Arabic writes on to the number that follows, and “c1450”.
    private static let proclitics: Set = ["و", "ل", "ب", "ال", "ك", "ف", "c", "ca"]

    /// 1066, 44 BC: a year alone is a date as often as a number.
    static func year(_ reader: inout TokenReader) -> Moment? {
        guard let year = reader.year(asLoneNumber: true) else { return nil }
        return Moment(
            number: year.number, era: year.era,
            confidence: year.era != nil ? Confidence.named : year.isNamed ? Confidence.likely : Confidence.guess,
            isBare: !year.isNamed)
    }

    /// 1939, March 15
    static func yearThenDay(_ reader: inout TokenReader) -> Moment? {
        guard let year = reader.year() else { return nil }
        _ = reader.takes(",")
        guard let (month, day) = reader.dayAndMonth() else { return nil }
        var behind = reader
        _ = behind.takes(",")
        guard behind.year() == nil else { return nil }
        return Moment(number: year.number, era: year.era, month: month, day: day, confidence: Confidence.likely)
    }

    /// Spring 1848, Winter 1872/73: a winter is told by the year that it begins in.
    static func season(_ reader: inout TokenReader) -> Moment? {
        guard let word = reader.nextToken?.word, let season = DateLexicon.seasons[word] else { return nil }
        reader.position += 1
        _ = reader.takes(",")
        reader.skip(DateLexicon.of)
        guard let year = reader.year() else { return nil }
        if season == 24 { _ = reader.followingYear(of: year.number, behind: ["/", "–", "-"]) }
        return Moment(number: year.number, era: year.era, month: season, confidence: Confidence.likely)
    }

    /// Second quarter of 1848
    static func partOfYear(_ reader: inout TokenReader) -> Moment? {
        guard let (index, count) = reader.partOfYear() else { return nil }
        _ = reader.takes(",")
        reader.skip(DateLexicon.of)
        guard let year = reader.year() else { return nil }
        let first = count == 4 ? 33 : count == 3 ? 37 : 40
        return Moment(number: year.number, era: year.era, month: first + index - 1, confidence: Confidence.likely)
    }

    /// “second quarter”, “2nd quarter”, “الربع الثاني”
    private mutating func partOfYear() -> (index: Int, count: Int)? {
        _ = takes(DateLexicon.lead)
        if takes(["q"]) { return number(1...4, digits: 1...1).map { ($0, 4) } }
        let ahead = partIndex()
        guard let word = nextToken?.word, let count = DateLexicon.parts[word] else { return nil }
        position += 1
        guard let index = ahead ?? partIndex() else { return nil }
        return index == Self.last ? (count, count) : index <= count ? (index, count) : nil
    }

    /// The last is as many as there are.
    private mutating func partIndex() -> Int? { takes(OrdinalWords.last) ? Self.last : ordinal() }
    private static let last = Int.max

    /// The second of “1872/73”, “1872–1873”.
    mutating func followingYear(of year: Int, behind marks: Set<Character>) -> Int? {
        attempt { reader -> Int? in
            guard reader.isGlued, reader.takes(anyOf: marks), reader.isGlued,
                case .number(let number, let digits) = reader.next, digits == 2 || digits == 4,
                number == (digits == 2 ? (year + 1) % 100 : year + 1)
            else { return nil }
            reader.position += 1
            return year + 1
        }
    }
}
