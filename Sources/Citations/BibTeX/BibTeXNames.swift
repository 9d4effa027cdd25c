/// Lists of names: `Taubman, William and Ludwig van Beethoven and {A Society} and others`.
enum BibTeXNames {
    static func names(_ raw: String) -> [ReferenceName] {
        var names: [ReferenceName] = []
        var parts: [[String]] = [[]]
        func endName() {
            name(parts).map { names.append($0) }
            parts = [[]]
        }
        for token in tokens(raw) {
            switch token {
            case .comma: parts.append([])
            case .word(let word) where word.lowercased() == "and": endName()
            case .word(let word): parts[parts.count - 1].append(word)
            }
        }
        endName()
        return names
    }

    private enum Token {
        case word(String)
        case comma
    }

    /// Cut at blanks, `~` and commas outside of braces.
    private static func tokens(_ raw: String) -> [Token] {
        var tokens: [Token] = []
        var word = String.UnicodeScalarView()
        var (depth, isEscaped) = (0, false)
        func endWord() {
            if !word.isEmpty { tokens.append(.word(String(word))) }
            word = String.UnicodeScalarView()
        }
        for scalar in raw.unicodeScalars {
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            switch scalar {
            case ",", "~", " ", "\n", "\t", "\r":
                guard depth <= 0, !isEscaped else { fallthrough }
                endWord()
                if scalar == "," { tokens.append(.comma) }
            default: word.append(scalar)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        endWord()
        return tokens
    }

    /// "First von Last", "von Last, First" or "von Last, Jr, First", by their words. Nil for none.
    private static func name(_ parts: [[String]]) -> ReferenceName? {
        var name = ReferenceName()
        let words = parts[0]
        if parts.count == 1 {
            guard let last = words.last else { return nil }
            if words.count == 1, last == "others" { return .others }
            if words.count == 1, isGroup(last) {
                name.literal = text(words[...])
                return name.literal == nil ? nil : name
            }
            let small = words.indices.dropLast().filter { isSmall(words[$0]) }
            let (first, end) = (small.first ?? words.count - 1, small.last.map { $0 + 1 } ?? words.count - 1)
            name.given = text(words[..<first])
            name.nonDroppingParticle = text(words[first..<end])
            name.family = text(words[end...])
        } else {
            let end = words.indices.dropLast().last { isSmall(words[$0]) }.map { $0 + 1 } ?? 0
            name.nonDroppingParticle = text(words[..<end])
            name.family = text(words[end...])
            name.suffix = parts.count > 2 ? text(parts[1][...]) : nil
            name.given = text(parts.dropFirst(parts.count > 2 ? 2 : 1).joined().map(\.self)[...])
        }
        return name == ReferenceName() ? nil : name
    }

    private static func text(_ words: ArraySlice<String>) -> String? {
        let text = LaTeXText.text(words.joined(separator: " "))
        return text.isEmpty ? nil : text
    }

    /// Whether a word is of the particles: it begins with a small letter, not within braces.
    private static func isSmall(_ word: String) -> Bool {
        if word.first == "{", !word.hasPrefix("{\\") { return false }
        return LaTeXText.text(word).first?.isLowercase ?? false
    }

    /// Whether braces stand around all of it.
    private static func isGroup(_ word: String) -> Bool {
        guard word.first == "{", word.last == "}" else { return false }
        var depth = 0
        for (index, byte) in word.utf8.enumerated() {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0, index < word.utf8.count - 1 { return false }
        }
        // `{\"O}` is a letter.
        return !word.hasPrefix("{\\")
    }

    // MARK: Writing

    static func text(_ names: [ReferenceName]) -> String { names.map(text).joined(separator: " and ") }

    private static func text(_ name: ReferenceName) -> String {
        if name == .others { return "others" }
        if let literal = name.literal {
            let escaped = LaTeXEscaping.escaped(literal)
            // A brace before a backslash begins a letter, not a name.
            return "{" + (escaped.first == "\\" ? "{}" : "") + escaped + "}"
        }
        let particles = [name.droppingParticle, name.nonDroppingParticle].compactMap(\.self).joined(separator: " ")
        let isParticle = particles.split(separator: " ").allSatisfy { $0.first?.isLowercase ?? false }
        let family = isParticle ? name.family ?? "" : particles + " " + (name.family ?? "")
        let last = [isParticle ? particles : "", word(family, isFamily: true)].filter { !$0.isEmpty }
            .joined(separator: " ")
        if let suffix = name.suffix { return "\(last), \(word(suffix)), \(word(name.given ?? ""))" }
        if let given = name.given { return "\(last), \(word(given))" }
        return last.contains(" ") || last.first == "{" ? last + "," : last
    }

    /// In braces, where its words would else be cut.
    private static func word(_ text: String, isFamily: Bool = false) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let isCut =
            text.contains(",") || text.contains("\u{A0}") || words.contains { $0.lowercased() == "and" }
            || text == "others" || isFamily && words.dropLast().contains { $0.first?.isLowercase ?? false }
        return isCut ? "{\(LaTeXEscaping.escaped(text))}" : LaTeXEscaping.escaped(text)
    }
}
