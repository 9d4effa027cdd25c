import EDTF

/// Stretches without an end, or without a beginning.
extension TokenReader {
    /// since 1945, until 1066
    static func open(_ reader: inout TokenReader) -> Found? {
        let isUntil = reader.until()
        guard isUntil || reader.since(), let moment = reader.moment(), let text = moment.text else { return nil }
        // “from 1917 onward”
        let isOnward = !isUntil && reader.onward()
        guard let date = try? EDTF(isUntil ? "../\(text)" : "\(text)/..") else { return nil }
        let confidence =
            isOnward
            ? max(moment.confidence, Confidence.likely)
            : min(moment.confidence, isUntil ? Confidence.doubtful : Confidence.likely)
        return Found(date: date, confidence: confidence, isComplete: false)
    }

    private mutating func until() -> Bool {
        guard takes(DateLexicon.until) else { return false }
        // “jusqu’à”, “jusqu’en”
        if takes(anyOf: Self.apostrophes) { _ = takes(["à", "en", "au"]) }
        return true
    }

    /// “since”, “à partir de”, “начиная с”
    private mutating func since() -> Bool {
        if takes(phrase: ["à", "partir", "de"]) || takes(phrase: ["a", "partir", "de"]) { return true }
        guard takes(DateLexicon.since) else { return false }
        _ = takes(["с"])
        skip(DateLexicon.of)
        return true
    }

    /// 2007 onward, (1990–)
    mutating func openEnd(behind moment: Moment) -> Found? {
        guard let date = moment.text.flatMap({ try? EDTF($0 + "/..") }) else { return nil }
        if onward() {
            return Found(date: date, confidence: max(moment.confidence, Confidence.likely), isComplete: false)
        }
        // A dash behind a day is that of a title without a text.
        guard moment.isBare, isGlued, takes(anyOf: Self.dashes), next == nil || next == .mark(")") else { return nil }
        return Found(date: date, confidence: Confidence.doubtful, isComplete: false)
    }

    /// “onward”, “– present”, “起”
    private mutating func onward() -> Bool {
        for phrase in Self.onwardPhrases where takes(phrase: phrase) { return true }
        return attempt { reader -> Bool? in
            guard reader.takes(anyOf: Self.dashes) || reader.takes(DateLexicon.to) else { return nil }
            reader.skip(Self.beforeNow)
            return reader.takes(DateLexicon.now) ? true : nil
        } ?? false
    }

    private static let beforeNow: Set = ["the", "la", "el", "o", "a", "nos", "наше", "день"]

    private static let onwardPhrases = [
        "onward", "onwards", "and after", "and later", "en adelante", "em diante", "и далее", "起", "以 来", "以 後",
        "以 后", "至 今", "فصاعدا",
    ].map { $0.split(separator: " ").map(String.init) }
}
