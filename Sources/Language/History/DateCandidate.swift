import EDTF

/// A date that stands somewhere among tokens, and how much its place says for it.
struct DateCandidate {
    let range: Range<Int>
    let date: EDTF
    let confidence: Double
    private let isBare: Bool
    /// How likely the text is about it, beside others that it names.
    private let weight: Double

    /// The one that the text is most likely about.
    static func best(of tokens: [DateToken]) -> DateCandidate? {
        let head = head(of: tokens)
        let all = (head.map { [$0] } ?? []) + candidates(of: tokens, from: head?.range.upperBound ?? 0)
        // Of two at equal odds the first.
        guard let most = all.map(\.weight).max(), let likeliest = all.first(where: { $0.weight == most }) else {
            return nil
        }
        let best = all.first { $0.isFiner(than: likeliest) } ?? likeliest
        if best.isBare, let whole = best.withDay(of: tokens) { return whole }
        guard all.count > 1, best.range != head?.range else { return best }
        return DateCandidate(range: best.range, date: best.date, confidence: min(best.confidence, Confidence.doubtful))
    }

    private static func candidates(of tokens: [DateToken], from start: Int) -> [DateCandidate] {
        var candidates: [DateCandidate] = []
        var position = start
        while position < tokens.count {
            var reader = TokenReader(tokens: tokens, position: position)
            position += 1
            guard reader.mayBegin else { continue }
            let place = reader.position
            if let found = reader.date(),
                let candidate = DateCandidate(found, in: tokens, place..<reader.position, isHead: false)
            {
                candidates.append(candidate)
                position = reader.position
            } else if reader.position == place, reader.attempt(TokenReader.dayMonthYear) != nil {
                // A day that no calendar has: its year is no date either.
                position = reader.position
            }
        }
        return candidates
    }

    /// The one that the text begins with.
    static func head(of tokens: [DateToken]) -> DateCandidate? {
        let lead = TokenReader(leading: tokens).position
        // The last words of the lead may be the first of the date: “from 1914 to 1918”, “в 1941”.
        for position in 0...lead {
            var reader = TokenReader(tokens: tokens, position: position)
            guard let found = reader.date() else { continue }
            return DateCandidate(found, in: tokens, position..<reader.position, isHead: true)
        }
        return nil
    }

    /// Nil for a number that is too small to be a year where nothing sets it off, “101 ways to bake”, and for a date before
    /// which something lies.
    private init?(_ found: TokenReader.Found, in tokens: [DateToken], _ range: Range<Int>, isHead: Bool) {
        let before = range.lowerBound > 0 ? tokens[range.lowerBound - 1] : nil
        if let word = before?.word, DateLexicon.before.contains(word) { return nil }
        if TokenReader(tokens: tokens, position: range.upperBound).isBeforeInChinese { return nil }
        self.range = range
        date = found.date
        isBare = found.isBare
        let next = range.upperBound < tokens.count ? tokens[range.upperBound] : nil
        let isSetOff = next?.isSeparator ?? true
        if found.isBare, case .number(_, digits: 3) = tokens[range.upperBound - 1].kind {
            guard isSetOff, isHead || before?.isOpening == true else { return nil }
        }
        var confidence = found.confidence
        if isHead {
            if !isSetOff { confidence *= found.isComplete ? 0.95 : 0.6 }
        } else {
            confidence *= found.isComplete ? 0.9 : isSetOff ? 0.85 : 0.7
        }
        if Self.isPiece(range, of: tokens) { confidence = min(confidence, Confidence.doubtful) }
        if tokens.contains(where: { $0.word.map(DoubtfulWords.anywhere.contains) ?? false }) {
            confidence = min(confidence * 0.9, Confidence.doubtful)
        }
        self.confidence = confidence
        // “1066: Harold (1022–1066)”: a number may be no year, but where it is one, it heads the text.
        weight = isHead && isSetOff && isBare ? Confidence.named : confidence
    }

    private init(range: Range<Int>, date: EDTF, confidence: Double) {
        (self.range, self.date, self.confidence, isBare, weight) = (range, date, confidence, false, confidence)
    }

    /// Whether what stands beside it may belong to it: “6 and 9 August 1945”, “October 1917 – January”, “before 1948”.
    private static func isPiece(_ range: Range<Int>, of tokens: [DateToken]) -> Bool {
        func isJoint(_ token: DateToken) -> Bool {
            if let word = token.word { return joints.contains(word) }
            if case .mark(let mark) = token.kind { return TokenReader.dashes.contains(mark) || "/&,(".contains(mark) }
            return false
        }
        func isDated(_ token: DateToken) -> Bool {
            token.isNumber
                || token.word.map { MonthNames.months[$0] != nil || MonthNames.pairedMonths[$0] != nil } == true
        }
        if range.lowerBound > 0 {
            let before = tokens[range.lowerBound - 1]
            if let word = before.word, DateLexicon.after.contains(word) || DateLexicon.until.contains(word) {
                return true
            }
            if range.lowerBound > 1, isJoint(before), isDated(tokens[range.lowerBound - 2]) { return true }
        }
        guard range.upperBound + 1 < tokens.count else { return false }
        return isJoint(tokens[range.upperBound]) && isDated(tokens[range.upperBound + 1])
    }

    private static let joints = DateLexicon.and.union(DateLexicon.or).union(DateLexicon.to)

    /// Whether it says more of the same year.
    private func isFiner(than other: DateCandidate) -> Bool {
        guard other.isBare, case .date(let mine) = date, case .date(let its) = other.date else { return false }
        return mine.year == its.year && mine.precision > its.precision
    }

    /// With the only day that stands elsewhere without a year: “On This Day, June 6: D-Day (1944)”.
    private func withDay(of tokens: [DateToken]) -> DateCandidate? {
        guard case .date(let date) = date, let year = date.year.number else { return nil }
        var days: [(day: CalendarDay, range: Range<Int>)] = []
        var position = 0
        while position < tokens.count {
            var reader = TokenReader(tokens: tokens, position: position)
            if !range.contains(position), let (month, day) = reader.dayAndMonth(),
                let day = CalendarDay(year: year, month: month, day: day),
                !Self.isPiece(position..<reader.position, of: tokens)
            {
                days.append((day, position..<reader.position))
                position = reader.position
            } else {
                position += 1
            }
        }
        guard days.count == 1, !days[0].range.overlaps(range) else { return nil }
        let whole = min(range.lowerBound, days[0].range.lowerBound)..<max(range.upperBound, days[0].range.upperBound)
        return DateCandidate(range: whole, date: .date(EDTFDate(days[0].day)), confidence: Confidence.unclear)
    }
}
