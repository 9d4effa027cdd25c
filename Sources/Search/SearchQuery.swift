/// What somebody looks for: `moscow "secret speech" -stalin khrush`. All words have to be there, a phrase in quotes as it
/// is, none with a minus before it; the last word may be the beginning of one.
package struct SearchQuery: Hashable, Sendable {
    /// As it was typed, save what went beyond the limits.
    package let text: String
    package let terms: [Term]
    package let excluded: [Term]
    /// A part of what was typed went beyond the limits and is not searched for.
    package let isCut: Bool

    /// Tokens that stand one behind the other.
    package struct Term: Hashable, Sendable {
        package let tokens: [String]
        /// The last token is the beginning of a word.
        package let isPrefix: Bool
    }

    package init(_ typed: String, limits: SearchLimits = SearchLimits()) {
        text = Self.beginning(of: typed, bytes: limits.queryBytes)
        var isCut = text.utf8.count < typed.utf8.count
        var terms: [Term] = []
        var excluded: [Term] = []
        let units = Self.units(of: text)
        for (index, unit) in units.enumerated() {
            let isLast = index == units.count - 1 && !isCut
            guard let term = Term(unit, isLast: isLast), !terms.contains(term), !excluded.contains(term) else {
                continue
            }
            if terms.count + excluded.count == limits.terms {
                isCut = true
                break
            }
            if unit.isExcluded { excluded.append(term) } else { terms.append(term) }
        }
        self.terms = terms
        self.excluded = excluded
        self.isCut = isCut
    }

    /// Nothing can be found by what was typed.
    package var isEmpty: Bool { terms.isEmpty }

    /// Whole characters only.
    private static func beginning(of text: String, bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var end = text.startIndex
        var count = 0
        for index in text.indices {
            count += text[index].utf8.count
            if count > bytes { break }
            end = text.index(after: index)
        }
        return String(text[..<end])
    }

    /// A word or a phrase as it was typed.
    fileprivate struct Unit {
        var text = ""
        var isQuoted = false
        var isExcluded = false
    }

    private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»", "「", "」"]

    private static func units(of text: String) -> [Unit] {
        var units: [Unit] = []
        var unit = Unit()
        func close() {
            if !unit.text.isEmpty { units.append(unit) }
            unit = Unit()
        }
        for character in text {
            if quotes.contains(character) {
                let opens = !unit.isQuoted
                let isExcluded = opens && unit.text.isEmpty && unit.isExcluded
                close()
                unit = Unit(isQuoted: opens, isExcluded: isExcluded)
            } else if unit.isQuoted {
                unit.text.append(character)
            } else if character.isWhitespace {
                close()
            } else if character == "-", unit.text.isEmpty {
                unit.isExcluded = true
            } else {
                unit.text.append(character)
            }
        }
        close()
        return units
    }
}

extension SearchQuery.Term {
    /// Nil for what holds no word.
    fileprivate init?(_ unit: SearchQuery.Unit, isLast: Bool) {
        var tokens = Array(Tokens(unit.text))
        // The pair before it says the same and more.
        if let last = tokens.last, last.isTail { tokens.removeLast() }
        guard let last = tokens.last else { return nil }
        let isOpenWord = isLast && !unit.isQuoted && !unit.isExcluded && last.text.unicodeScalars.count >= 3
        self.init(tokens: tokens.map(\.text), isPrefix: last.isCharacter || isOpenWord)
    }
}
