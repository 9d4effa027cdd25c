import Foundation

extension Reference {
    /// Where it stands in a list of all, by the same rules, as a text.
    package var sortText: String { SortKey(self, words: .english).text }
}

/// Where a source stands in a list: by its names, its year, its title; without case, accents and the first article.
struct SortKey: Comparable {
    private let parts: [String]
    private let year: Int
    private let title: String

    init(_ reference: Reference, words: CitationWords) {
        let title = Self.folded(Self.withoutArticle(reference.title ?? reference.key, words.articles))
        let names = Creators(reference).names.map { name in
            guard let literal = name.literal else { return Self.folded((name.family ?? "") + "\u{1}" + name.inverted) }
            return Self.folded(Self.withoutArticle(literal, words.articles))
        }
        parts = names.isEmpty ? [title] : names
        year = reference.issued?.resolved.start?.year ?? .max
        self.title = title
    }

    static func < (one: SortKey, other: SortKey) -> Bool {
        if one.parts != other.parts { return one.parts.lexicographicallyPrecedes(other.parts) }
        return (one.year, one.title) < (other.year, other.title)
    }

    /// Years before Christ come first, none comes last.
    fileprivate var text: String {
        let counted = year == .max ? "9" : String(20_000_000 + max(-9_999_999, min(year, 9_999_999)))
        return (parts + [counted, title]).joined(separator: "\u{2}")
    }

    private static func folded(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
                    .filter {
                        $0.properties.generalCategory != .nonspacingMark && !"“”‘’\"'<>".unicodeScalars.contains($0)
                    }))
    }

    private static func withoutArticle(_ title: String, _ articles: [String]) -> String {
        let words = title.split(separator: " ", maxSplits: 1)
        return words.count == 2 && articles.contains(words[0].lowercased()) ? String(words[1]) : title
    }
}
