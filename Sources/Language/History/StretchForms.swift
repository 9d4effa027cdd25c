import EDTF

extension TokenReader {
    /// between 1914 and 1918
    static func between(_ reader: inout TokenReader) -> Found? {
        guard reader.takes(DateLexicon.between) else { return nil }
        reader.skip(articles)
        return reader.stretch(joints: DateLexicon.and.union(DateLexicon.to))
    }

    /// from 1914 to 1918, du 6 au 9 août 1945
    static func fromTo(_ reader: inout TokenReader) -> Found? {
        guard reader.takes(DateLexicon.from) else { return nil }
        reader.skip(articles)
        return reader.stretch(joints: DateLexicon.to)
    }

    private mutating func stretch(joints: Set<String>) -> Found? {
        let isAbout = about()
        guard let first = attempt({ $0.moment() }) ?? attempt(Self.partial) else { return nil }
        return takes(joints) ? joined(first, isAbout: isAbout, isTight: false) : stretch(from: first, isAbout: isAbout)
    }

    /// 1914–1918, 6–9 August 1945, 1914 to 1918: behind its beginning.
    mutating func stretch(from first: Moment, isAbout: Bool) -> Found? {
        let joint = position
        if takes(anyOf: Self.dashes) || takes("/") {
            let isTight = isGlued && !tokens[joint].isApart
            let isSlash = tokens[joint].kind == .mark("/")
            guard var found = joined(first, isAbout: isAbout, isTight: isTight) else { return nil }
            // With blanks around it the dash may part a heading from its text, or “Part 1” from what it tells.
            let isWhole = first.isComplete && found.isComplete
            if !isTight, isSlash || !isWhole { found.confidence = min(found.confidence, Confidence.doubtful) }
            return found
        }
        if takes(DateLexicon.to) {
            guard var found = joined(first, isAbout: isAbout, isTight: false) else { return nil }
            if first.isBare { found.confidence = min(found.confidence, Confidence.doubtful) }
            return found
        }
        // “the 19th and 20th centuries”, but not “6 and 9 August”.
        guard first.unit == .century || first.number == nil && first.month == nil, takes(DateLexicon.and),
            var found = joined(first, isAbout: isAbout, isTight: false, isOfCenturies: true)
        else { return nil }
        found.confidence = min(found.confidence, Confidence.doubtful)
        return found
    }

    /// Behind what joins both ends.
    private mutating func joined(
        _ first: Moment, isAbout: Bool, isTight: Bool, isOfCenturies: Bool = false
    ) -> Found? {
        skip(Self.articles)
        guard let (second, interval) = second(of: first, isTight: isTight) else { return nil }
        if isOfCenturies, second.unit != .century { return nil }
        // “1914至1918年之间”
        _ = takes(chinese: "之间")
        // “c. 500 BC – 200 AD”: only the first is said to be near.
        let near = interval.description.split(separator: "/").joined(separator: "~/")
        guard let date = isAbout ? try? EDTF(near) : interval else { return nil }
        // Two numbers that follow each other are years more likely than one is.
        var confidence = min(
            first.isBare ? Confidence.likely : first.confidence, second.isBare ? Confidence.likely : second.confidence)
        // Not so of a small one, nor of “11 September 1973/2001”, whose ends are not alike.
        let isSmall = first.isBare && second.era == nil && first.number.map { $0 < 1_000 } ?? false
        if isSmall || first.number != nil && second.number != nil && first.precision != second.precision {
            confidence = min(confidence, Confidence.doubtful)
        }
        return Found(date: date, confidence: confidence, isComplete: first.day != nil && second.day != nil)
    }

    /// What ends a stretch, and the whole of it.
    private mutating func second(of first: Moment, isTight: Bool) -> (Moment, EDTF)? {
        let forms: [(inout TokenReader) -> Moment?] = [
            { isTight && (first.isBare || first.unit == .decade) ? $0.shortYear(behind: first) : nil },
            { first.number == nil && first.month != nil ? $0.dayAndYear() : nil },
            { $0.moment() },
            { first.era != nil && first.unit == .year ? $0.smallYear() : nil },
            { first.number != nil && first.unit == .century ? $0.centuryNumber() : nil },
            { first.number != nil ? $0.chinesePartial() : nil },
        ]
        for form in forms {
            var reader = self
            guard let second = form(&reader), let interval = Moment.interval(first, second) else { continue }
            self = reader
            return (second, interval)
        }
        return nil
    }

    /// What needs the other end to be a date: the 6 of “6–9 August 1945”, its month, the XVIII of “XVIII–XIX века”, the 44
    /// of “44–31 BC”.
    static func partial(_ reader: inout TokenReader) -> Moment? {
        if let (month, day) = reader.dayAndMonth() { return Moment(month: month, day: day, confidence: 1) }
        if let month = reader.month(hasDay: false) { return Moment(month: month.number, confidence: 1) }
        return (reader.ordinal() ?? reader.number(1...9_999, digits: 1...4)).map { Moment(day: $0, confidence: 1) }
    }

    /// The XVI of “siglos XV–XVI”
    private mutating func centuryNumber() -> Moment? {
        guard let number = ordinal() else { return nil }
        return Moment(number: number, unit: .century, era: era(Era.behind), confidence: Confidence.likely)
    }

    /// The 46 of “1945–46”: a number that might be a month is one as likely.
    private mutating func shortYear(behind first: Moment) -> Moment? {
        guard let whole = first.number, whole >= 1_000, let short = number(1...99, digits: 2...2), short > whole % 100,
            next != .mark("-")
        else { return nil }
        let year = whole / 100 * 100 + short
        if first.unit == .decade {
            _ = decadeEnding()
            return short % 10 == 0 ? Moment(number: year, unit: .decade, confidence: Confidence.doubtful) : nil
        }
        let isNamed = takesShort(DateLexicon.yearWords)
        guard isNamed || !isGlued || nextToken?.word == nil || nextToken?.isChinese == true else { return nil }
        return Moment(number: year, confidence: short > 12 ? Confidence.likely : Confidence.unclear)
    }

    /// The end of “August 6–9, 1945”.
    private mutating func dayAndYear() -> Moment? {
        guard let day = dayOfMonth() else { return nil }
        _ = takes(",")
        return year().map { Moment(number: $0.number, era: $0.era, day: day, confidence: 0.95) }
    }

    /// The end of “31 BC – 14”: after an era fewer digits do.
    private mutating func smallYear() -> Moment? {
        guard let number = number(1...999, digits: 1...3), !isGlued || nextToken?.word == nil else { return nil }
        return Moment(number: number, confidence: Confidence.doubtful, isBare: true)
    }

    private static let articles = DateLexicon.set(
        "于 the die das dem den der zum zur le la les l el los las o a os as عام عامي")
}
