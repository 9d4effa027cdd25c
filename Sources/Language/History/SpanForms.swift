import EDTF

extension TokenReader {
    /// A date that was found.
    struct Found {
        let date: EDTF
        let confidence: Double
        /// Whether day, month and year are there: then nothing else could be meant.
        let isComplete: Bool
        /// Whether it is a number that nothing but its size makes a year.
        var isBare = false
    }

    /// A date that begins here: one, or a stretch from one to another.
    mutating func date() -> Found? {
        attempt { reader -> Found? in
            if let span = reader.attempt(Self.span) { return span }
            let isAbout = reader.about()
            guard let moment = reader.moment(), let text = moment.text,
                let date = try? EDTF(isAbout ? text + "~" : text)
            else { return nil }
            let confidence = isAbout && moment.isBare ? 0.85 : moment.confidence
            return Found(
                date: date, confidence: confidence, isComplete: moment.isComplete, isBare: moment.isBare && !isAbout)
        }
    }

    mutating func moment() -> Moment? {
        let isNarrowed = narrowed()
        for form in [
            Self.yearFirst, Self.chinese, Self.yearLast, Self.partOfYear, Self.dayMonthYear, Self.dualDay,
            Self.monthYear, Self.monthInFigures, Self.season, Self.century, Self.decade, Self.frenchCentury,
            Self.yearThenDay, Self.year,
        ] {
            guard var moment = attempt(form) else { continue }
            moment = convertingOldStyle(moment)
            if isNarrowed { moment.confidence = min(moment.confidence, 0.8) }
            return moment
        }
        return nil
    }

    /// “early”, “Mitte des”: the rest is true as well, if less exact.
    private mutating func narrowed() -> Bool {
        attempt { reader -> Bool? in
            guard reader.takes(DateLexicon.narrowing) else { return nil }
            _ = reader.takes("-")
            reader.skip(DateLexicon.of)
            return true
        } ?? false
    }

    /// “circa”, “c.”, “~”, “cerca de”, “大约”
    private mutating func about() -> Bool {
        if takes("~") || takes("≈") { return true }
        return attempt { reader -> Bool? in
            _ = reader.takes(["大", "por"])
            guard reader.takesShort(DateLexicon.about) else { return nil }
            _ = reader.takes(["a"]) && reader.takes(".")
            reader.skip(DateLexicon.of)
            return true
        } ?? false
    }

    // MARK: Stretches

    /// 1914–1918, between 1914 and 1918, 6–9 August 1945, since 1945, 2007 onward
    private static func span(_ reader: inout TokenReader) -> Found? {
        let isBetween = reader.takes(DateLexicon.between)
        if isBetween { reader.skip(articles) }
        let start = reader.position
        let isFrom = !isBetween && reader.takes(DateLexicon.from)
        if isFrom { reader.skip(articles) }
        if let found = reader.attempt({ Self.closed(&$0, isBetween: isBetween, isFrom: isFrom) }) { return found }
        guard !isBetween else { return nil }
        reader.position = start
        return open(&reader)
    }

    private static func closed(_ reader: inout TokenReader, isBetween: Bool, isFrom: Bool) -> Found? {
        let isAbout = reader.about()
        guard let first = reader.attempt({ $0.moment() }) ?? reader.attempt(partial) else { return nil }
        let joint = reader.position
        let isJoined =
            !isBetween && first.number.map { _ in first.unit == .century } ?? (first.month == nil)
            && reader.takes(DateLexicon.and)
        let isSpelled = isJoined || reader.takes(isBetween ? DateLexicon.and.union(DateLexicon.to) : DateLexicon.to)
        guard isSpelled || !isBetween && (reader.takes(anyOf: dashes) || reader.takes("/")) else { return nil }
        let isTight = reader.isGlued && !reader.tokens[joint].isApart
        if isSpelled { reader.skip(articles) }
        guard let (second, interval) = reader.second(of: first, isTight: isTight && !isSpelled) else { return nil }
        // “the 19th and 20th centuries”, but not “6 and 9 August”
        if isJoined, second.unit != .century { return nil }
        // “1914至1918年之间”
        _ = reader.takes(chinese: "之间")
        guard let interval = isAbout ? try? EDTF(about(interval.description)) : interval else { return nil }
        // Two numbers that follow each other are years more likely than one is.
        var confidence = min(first.isBare ? 0.87 : first.confidence, second.isBare ? 0.87 : second.confidence)
        if !isSpelled, !isTight, !(first.isComplete && second.isComplete) { confidence = min(confidence, 0.8) }
        // “1–2 May 1945” of two parts of a book looks no different where blanks stand around the dash.
        if first.number == nil, first.month == nil, !isSpelled, !isTight { confidence = min(confidence, 0.8) }
        if isJoined || isSpelled && !isBetween && !isFrom && first.isBare { confidence = min(confidence, 0.8) }
        return Found(date: interval, confidence: confidence, isComplete: first.day != nil && second.day != nil)
    }

    /// “c. 500 BC – 200 AD”: only the first is said to be near.
    private static func about(_ interval: String) -> String {
        interval.split(separator: "/").joined(separator: "~/")
    }

    /// What ends a stretch, and the whole of it.
    private mutating func second(of first: Moment, isTight: Bool) -> (Moment, EDTF)? {
        let forms: [(inout TokenReader) -> Moment?] = [
            { reader in isTight && (first.isBare || first.unit == .decade) ? reader.shortYear(behind: first) : nil },
            { reader in first.number == nil && first.month != nil ? reader.dayAndYear() : nil },
            { reader in first.era != nil && first.unit == .year ? reader.anyYear() : nil },
            { reader in reader.moment() },
            { reader in first.number != nil && first.unit == .century ? reader.centuryPartial() : nil },
            { reader in first.number != nil ? reader.chinesePartial() : nil },
        ]
        for form in forms {
            var reader = self
            guard let second = form(&reader), let interval = Moment.interval(first, second) else { continue }
            self = reader
            return (second, interval)
        }
        return nil
    }

    /// What needs the other end to be a date: the 6 of “6–9 August 1945”, its month, the XVIII of
    /// “XVIII–XIX века”, the 44 of “44–31 BC”.
    private static func partial(_ reader: inout TokenReader) -> Moment? {
        if let (month, day) = reader.attempt({ $0.dayAndMonth() }) {
            return Moment(month: month, day: day, confidence: 1)
        }
        if let month = reader.month(hasDay: false) { return Moment(month: month.number, confidence: 1) }
        return (reader.ordinal() ?? reader.number(1...999, digits: 1...3)).map { Moment(day: $0, confidence: 1) }
    }

    /// The XVI of “siglos XV–XVI”
    private mutating func centuryPartial() -> Moment? {
        guard let number = ordinal() else { return nil }
        return Moment(number: number, unit: .century, era: era(of: Era.behind), confidence: 0.87)
    }

    /// The 46 of “1945–46”: a number that might be a month is one as likely.
    private mutating func shortYear(behind first: Moment) -> Moment? {
        guard let whole = first.number, whole >= 1_000, let short = number(1...99, digits: 2...2), short > whole % 100,
            next != .mark("-")
        else { return nil }
        if first.unit == .decade {
            _ = decadeEnding()
            return short % 10 == 0 ? Moment(number: whole / 100 * 100 + short, unit: .decade, confidence: 0.8) : nil
        }
        let isNamed = takesShort(DateLexicon.yearWords)
        guard isNamed || !isGlued || nextToken?.word == nil || nextToken?.isChinese == true else { return nil }
        return Moment(number: whole / 100 * 100 + short, confidence: short > 12 ? 0.87 : 0.7)
    }

    /// The end of “August 6–9, 1945”.
    private mutating func dayAndYear() -> Moment? {
        attempt { reader -> Moment? in
            guard let day = reader.dayOfMonth() else { return nil }
            _ = reader.takes(",")
            return reader.year().map { Moment(number: $0.number, era: $0.era, day: day, confidence: 0.95) }
        }
    }

    /// The end of “31 BC – 14”: after an era fewer digits do.
    private mutating func anyYear() -> Moment? {
        attempt { reader -> Moment? in
            if reader.year() != nil { return nil }
            guard let number = reader.number(1...999, digits: 1...3), !reader.isGlued || reader.nextToken?.word == nil
            else { return nil }
            return Moment(number: number, confidence: 0.8, isBare: true)
        }
    }

    /// Without an end, or without a beginning.
    private static func open(_ reader: inout TokenReader) -> Found? {
        let isUntil =
            reader.attempt { reader -> Bool? in
                guard reader.takes(DateLexicon.until) else { return nil }
                // “jusqu’à”, “jusqu’en”
                if reader.takes(anyOf: apostrophes) { _ = reader.takes(["à", "en", "au"]) }
                return true
            } ?? false
        let isSince = !isUntil && reader.since()
        guard let moment = reader.attempt({ $0.moment() }), let text = moment.text else { return nil }
        let isOnward = !isUntil && reader.onward()
        guard isUntil || isSince || isOnward, let date = try? EDTF(isUntil ? "../\(text)" : "\(text)/..") else {
            return nil
        }
        let confidence = isOnward ? max(moment.confidence, 0.87) : min(moment.confidence, isSince ? 0.86 : 0.8)
        return Found(date: date, confidence: confidence, isComplete: false)
    }

    /// “since”, “à partir de”, “начиная с”
    private mutating func since() -> Bool {
        if takes(phrase: ["à", "partir", "de"]) || takes(phrase: ["a", "partir", "de"]) { return true }
        guard takes(DateLexicon.since) else { return false }
        _ = takes(["с"])
        skip(DateLexicon.of)
        return true
    }

    /// “onward”, “– present”, “起”
    private mutating func onward() -> Bool {
        for phrase in Self.onwardPhrases where takes(phrase: phrase) { return true }
        return attempt { reader -> Bool? in
            guard reader.takes(anyOf: Self.dashes) || reader.takes(DateLexicon.to) else { return nil }
            if reader.next == nil || reader.next == .mark(")") { return true }
            reader.skip(["the", "la", "el", "o", "a", "nos", "наше", "день"])
            return reader.takes(DateLexicon.now) ? true : nil
        } ?? false
    }

    private static let articles = DateLexicon.set(
        "于 the die das dem den der zum zur le la les l el los las o a os as عام عامي")

    private static let onwardPhrases = [
        "onward", "onwards", "and after", "and later", "en adelante", "em diante", "и далее", "起", "以 来", "以 後",
        "以 后", "至 今", "فصاعدا",
    ].map { $0.split(separator: " ").map(String.init) }
}
