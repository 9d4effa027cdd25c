import EDTF

extension TokenReader {
    /// A month's name, and whether it stands for a month alone: “may” does much else, “ago” does without a day.
    mutating func month(hasDay: Bool) -> (number: Int, isPlain: Bool)? {
        attempt { reader -> (number: Int, isPlain: Bool)? in
            // “d’octobre”
            if reader.takes(["d"]) { _ = reader.takes(anyOf: Self.apostrophes) }
            guard let word = reader.nextToken?.word else { return nil }
            let month: Int
            if let pair = MonthNames.pairedMonths[word] {
                reader.position += 1
                if reader.takes([MonthNames.firstOfPair]) {
                    month = pair.first
                } else if reader.takes([MonthNames.secondOfPair]) {
                    month = pair.second
                } else {
                    return nil
                }
            } else {
                guard let number = MonthNames.months[word] ?? (hasDay ? MonthNames.shortMonths[word] : nil) else {
                    return nil
                }
                reader.position += 1
                month = number
            }
            _ = reader.takes(".")
            // “كانون الثاني/يناير”: two names of one month.
            _ = reader.attempt { $0.takes("/") && $0.month(hasDay: true)?.number == month ? true : nil }
            return (month, !MonthNames.ambiguous.contains(word))
        }
    }

    /// 1 to 31, with what a language hangs on it.
    mutating func dayOfMonth() -> Int? {
        guard let day = number(1...31, digits: 1...2) else { return nil }
        endOrdinal()
        return day
    }

    /// “the Fourth of July”, “أول نوفمبر”
    private mutating func dayInWords() -> Int? {
        if takes([MonthNames.firstOfMonth]) { return 1 }
        guard let day = ordinalWord(), let word = nextToken?.word, DateLexicon.of.contains(word) else { return nil }
        return day
    }

    /// Day and month in either order, without a year.
    mutating func dayAndMonth() -> (month: Int, day: Int)? {
        attempt { reader -> (month: Int, day: Int)? in
            guard let day = reader.dayOfMonth() ?? reader.dayInWords() else { return nil }
            _ = reader.isGlued && reader.takes("-")
            reader.skip(DateLexicon.of)
            return reader.month(hasDay: true).map { ($0.number, day) }
        }
            ?? attempt { reader -> (month: Int, day: Int)? in
                guard let month = reader.month(hasDay: true) else { return nil }
                _ = reader.takes(["the"])
                return reader.dayOfMonth().map { (month.number, $0) }
            }
            ?? attempt { reader -> (month: Int, day: Int)? in
                guard let month = reader.number(1...12, digits: 1...2), reader.takes(chinese: "月"),
                    let day = reader.number(1...31, digits: 1...2)
                else { return nil }
                return reader.takes(["日", "号", "號"]) ? (month, day) : nil
            }
    }

    /// February 25, 1956; 25. Februar 1956; 25 de febrero de 1956
    static func dayMonthYear(_ reader: inout TokenReader) -> Moment? {
        guard let (month, day) = reader.dayAndMonth() else { return nil }
        _ = reader.takes(",") || reader.takes("،") || reader.isGlued && reader.takes("-")
        reader.skip(DateLexicon.of)
        guard let year = reader.year() else { return nil }
        // “February 11, 1731/32”: the later year is that of the calendar, whose day has still to be converted.
        let later = reader.followingYear(of: year.number, behind: ["/"])
        return Moment(
            number: later ?? year.number, era: year.era, month: month, day: day,
            confidence: later == nil ? Confidence.whole : Confidence.doubtful)
    }

    /// 25 October (7 November) 1917: of both calendars the Gregorian has the later day.
    static func dualDay(_ reader: inout TokenReader) -> Moment? {
        let first = reader.dayAndMonth()
        guard let day = first?.day ?? reader.dayOfMonth() else { return nil }
        let isEnclosed = reader.takes("(")
        guard isEnclosed || reader.takes("/") else { return nil }
        let second = reader.dayAndMonth()
        guard let other = second?.day ?? reader.dayOfMonth(), !isEnclosed || reader.takes(")") else { return nil }
        reader.skip(DateLexicon.of)
        guard let month = second?.month ?? first?.month ?? reader.month(hasDay: true)?.number else { return nil }
        _ = reader.takes(",")
        reader.skip(DateLexicon.of)
        guard let year = reader.year() else { return nil }
        let (firstDay, secondDay) = ((first?.month ?? month, day), (second?.month ?? month, other))
        let (later, earlier) = firstDay < secondDay ? (secondDay, firstDay) : (firstDay, secondDay)
        // Else these are two days: “6/7 June 1944”.
        guard (10...13).contains((later.0 - earlier.0) * 30 + later.1 - earlier.1) else { return nil }
        return Moment(number: year.number, era: year.era, month: later.0, day: later.1, confidence: Confidence.doubtful)
    }

    /// October 1917
    static func monthYear(_ reader: inout TokenReader) -> Moment? {
        guard let month = reader.month(hasDay: false) else { return nil }
        _ = reader.takes(",")
        reader.skip(DateLexicon.of)
        guard let year = reader.year() else { return nil }
        return Moment(
            number: year.number, era: year.era, month: month.number,
            confidence: month.isPlain || year.isNamed ? Confidence.named : 0.85)
    }

    /// 1956-02, 10/1917: doubtful, since two years and a fraction look the same.
    static func monthInFigures(_ reader: inout TokenReader) -> Moment? {
        if let month = reader.number(1...12, digits: 1...2) {
            guard reader.isGlued, reader.takes("/") || reader.takes("."), reader.isGlued,
                let year = reader.number(1000...2199, digits: 4...4)
            else { return nil }
            return Moment(number: year, month: month, confidence: Confidence.unclear)
        }
        guard let year = reader.number(1000...2199, digits: 4...4), reader.isGlued, reader.takes("-"), reader.isGlued,
            let month = reader.number(1...12, digits: 2...2), month <= year % 100,
            !(reader.isGlued && reader.takes("-"))
        else { return nil }
        return Moment(number: year, month: month, confidence: Confidence.unclear)
    }

    /// 1956-02-25, 1956/2/25
    static func yearFirst(_ reader: inout TokenReader) -> Moment? {
        guard let year = reader.number(1...9999, digits: 4...4), case .mark(let mark) = reader.next,
            "-/.‐‑".contains(mark), reader.takes(mark), let month = reader.number(1...12, digits: 1...2),
            reader.takes(mark), let day = reader.number(1...31, digits: 1...2)
        else { return nil }
        return Moment(
            number: year, month: month, day: day, confidence: mark == "-" ? Confidence.whole : Confidence.named)
    }

    /// 25.2.1956, 25.II.1956, 2/25/1956: which is the day is told only by a number above twelve, or by full stops.
    static func yearLast(_ reader: inout TokenReader) -> Moment? {
        guard let first = reader.number(1...31, digits: 1...2), case .mark(let mark) = reader.next,
            "./-".contains(mark), reader.takes(mark),
            case let roman = reader.roman(), let second = roman ?? reader.number(1...31, digits: 1...2),
            reader.takes(mark), let year = reader.number(1...9999, digits: 4...4)
        else { return nil }
        _ = reader.takesShort(DateLexicon.yearWords)
        if mark == "." || first > 12 || first == second || roman != nil {
            return Moment(number: year, month: second, day: first, confidence: mark == "." ? Confidence.named : 0.85)
        }
        return Moment(number: year, month: first, day: second, confidence: second > 12 ? 0.85 : 0.4)
    }
}
