/// A place among the tokens of a text, and what can be taken from there.
struct TokenReader {
    let tokens: [DateToken]
    var position: Int

    init(tokens: [DateToken], position: Int = 0) {
        self.tokens = tokens
        self.position = position
    }

    var next: DateToken.Kind? { position < tokens.count ? tokens[position].kind : nil }
    var nextToken: DateToken? { position < tokens.count ? tokens[position] : nil }
    var previousToken: DateToken? { position > 0 ? tokens[position - 1] : nil }
    /// Whether what is next follows without a blank.
    var isGlued: Bool { nextToken.map { !$0.isApart } ?? false }

    /// Whether a date may begin here at all.
    var mayBegin: Bool {
        switch next {
        case .number: true
        case .word(let word): DateLexicon.beginnings.contains(word) || word.first.map(RomanNumeral.isSign) == true
        case .mark(let mark): mark == "~" || mark == "≈"
        case nil: false
        }
    }

    /// Runs a form, and stays where it was if that fails.
    mutating func attempt<Result>(_ form: (inout TokenReader) -> Result?) -> Result? {
        var reader = self
        guard let result = form(&reader) else { return nil }
        self = reader
        return result
    }

    mutating func takes(_ mark: Character) -> Bool {
        guard next == .mark(mark) else { return false }
        position += 1
        return true
    }

    mutating func takes(anyOf marks: Set<Character>) -> Bool {
        guard case .mark(let mark) = next, marks.contains(mark) else { return false }
        position += 1
        return true
    }

    mutating func takes(_ words: Set<String>) -> Bool {
        guard let word = nextToken?.word, words.contains(word) else { return false }
        position += 1
        return true
    }

    /// One of the words, with the full stop of a short one.
    mutating func takesShort(_ words: Set<String>) -> Bool {
        guard takes(words) else { return false }
        _ = takes(".")
        return true
    }

    mutating func skip(_ words: Set<String>) {
        while takes(words) { _ = takes(anyOf: Self.apostrophes) }
    }

    mutating func number(_ range: ClosedRange<Int>, digits: ClosedRange<Int>) -> Int? {
        guard case .number(let number, let count) = next, range.contains(number), digits.contains(count) else {
            return nil
        }
        position += 1
        return number
    }

    /// Chinese characters that follow each other.
    mutating func takes(chinese text: String) -> Bool {
        attempt { reader -> Bool? in
            for character in text where !reader.takes([String(character)]) { return nil }
            return true
        } ?? false
    }

    /// Words that follow each other, with full stops, hyphens and apostrophes between.
    mutating func takes(phrase: [String]) -> Bool {
        guard case .word(let first) = next, first == phrase[0] else { return false }
        return attempt { reader -> Bool? in
            for (index, word) in phrase.enumerated() {
                while index > 0, reader.takes(anyOf: Self.joints) {}
                guard reader.takes([word]) else { return nil }
            }
            if reader.isGlued { _ = reader.takes(".") }
            return true
        } ?? false
    }

    mutating func era(_ phrases: Era.Phrases) -> Era? {
        guard let token = nextToken, let word = token.word else { return nil }
        for (words, era) in phrases[word] ?? [] {
            if words.count == 1, Era.capitals.contains(word), !token.isCapital { continue }
            if takes(phrase: words) { return era }
        }
        return nil
    }

    static let apostrophes = Set<Character>("'’ʼ‘`´")
    static let dashes = Set<Character>("–—-−‒―‐‑－~～〜")
    private static let joints = Set<Character>(".-‑'’")
}
