import EDTF

extension TokenReader {
    /// A date that was found.
    struct Found {
        let date: EDTF
        var confidence: Double
        /// Whether day, month and year are there: then nothing else could be meant.
        let isComplete: Bool
        /// Whether it is a number that nothing but its size makes a year.
        var isBare = false
    }

    /// A date that begins here: one, or a stretch from one to another.
    mutating func date() -> Found? {
        attempt(Self.between) ?? attempt(Self.fromTo) ?? attempt(Self.open) ?? attempt(Self.plain)
    }

    /// 1956, c. 1450, 1914–1918, 2007 onward
    private static func plain(_ reader: inout TokenReader) -> Found? {
        let isAbout = reader.about()
        let moment = reader.attempt { $0.moment() }
        if let first = moment ?? reader.attempt(partial),
            let stretch = reader.attempt({ $0.stretch(from: first, isAbout: isAbout) })
        {
            return stretch
        }
        guard let moment, let text = moment.text else { return nil }
        if !isAbout, let found = reader.attempt({ $0.openEnd(behind: moment) }) { return found }
        guard let date = try? EDTF(isAbout ? text + "~" : text) else { return nil }
        // Of a day nobody says “circa”: a “c” before it is some other letter.
        let confidence = !isAbout ? moment.confidence : moment.isComplete ? Confidence.doubtful : 0.85
        return Found(
            date: date, confidence: confidence,
            isComplete: moment.isComplete, isBare: moment.isBare && !isAbout)
    }

    mutating func moment() -> Moment? {
        let isNarrowed = narrowed()
        for form in nextToken?.isNumber == true ? Self.formsInFigures : Self.formsInWords {
            guard var moment = attempt(form) else { continue }
            moment = convertingOldStyle(moment)
            if isNarrowed { moment.confidence = min(moment.confidence, Confidence.doubtful) }
            return moment
        }
        return nil
    }

    /// The longest first.
    private static let formsInFigures: [@Sendable (inout TokenReader) -> Moment?] = [
        yearFirst, chinese, yearLast, partOfYear, dayMonthYear, dualDay, monthInFigures, century, decade, yearThenDay,
        year,
    ]
    private static let formsInWords: [@Sendable (inout TokenReader) -> Moment?] = [
        chinese, partOfYear, dayMonthYear, dualDay, monthYear, season, century, decade, frenchCentury, yearThenDay,
        year,
    ]

    /// “early”, “Mitte des”: the rest is true as well, if less exact.
    private mutating func narrowed() -> Bool {
        guard takes(DateLexicon.narrowing) else { return false }
        _ = takes("-")
        skip(DateLexicon.of)
        return true
    }

    /// “circa”, “c.”, “~”, “cerca de”, “大约”
    mutating func about() -> Bool {
        if takes("~") || takes("≈") { return true }
        return attempt { reader -> Bool? in
            _ = reader.takes(["大", "por"])
            guard reader.takesShort(DateLexicon.about) else { return nil }
            _ = reader.takes(["a"]) && reader.takes(".")
            reader.skip(DateLexicon.of)
            return true
        } ?? false
    }
}
