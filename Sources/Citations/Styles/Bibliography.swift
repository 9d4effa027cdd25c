import Foundation

/// The sources of one text in one style: notes for its citations, and the list.
package struct Bibliography: Sendable {
    package struct Entry: Hashable, Sendable {
        package let reference: Reference
        package let text: StyledText
    }

    package let style: CitationStyle
    private let words: CitationWords
    /// In the order of the list.
    private let references: [Reference]
    private let places: [String: Int]
    private var suffixes: [String: String] = [:]
    private var sharing: Set<String> = []

    /// - Parameter references: Of two with the same key, the first counts.
    package init(_ references: [Reference], style: CitationStyle, words: CitationWords = .english) {
        self.style = style
        self.words = words
        var keys: Set<String> = []
        self.references = references.filter { keys.insert($0.key).inserted }
            .map { (order: SortKey($0, words: words), reference: $0) }
            .sorted { $0.order < $1.order }
            .map(\.reference)
        places = Dictionary(uniqueKeysWithValues: self.references.enumerated().map { ($1.key, $0) })
        tellApart()
    }

    /// By authors as they are cited, and by those and the year.
    private mutating func tellApart() {
        let dates = DateWording(words: words)
        var byAuthors: [String: [Reference]] = [:]
        for reference in references {
            let authors = Creators(reference).names.map(\.short).joined(separator: ";")
            if !authors.isEmpty { byAuthors[authors, default: []].append(reference) }
        }
        for group in byAuthors.values where group.count > 1 {
            sharing.formUnion(group.map(\.key))
            let years = Dictionary(grouping: group) { reference in
                Creators(reference).names.map(\.initialed).joined(separator: ";") + ";"
                    + (reference.issued.map(dates.year) ?? "")
            }
            for year in years.values where year.count > 1 {
                for (number, reference) in year.enumerated() { suffixes[reference.key] = Self.letters(number) }
            }
        }
    }

    /// `a` to `z`, then `aa`.
    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + number % 26)))
        return number < 26 ? letter : letters(number / 26 - 1) + letter
    }

    private var rules: any StyleRules {
        let wording = SourceWording(words: words)
        return switch style {
        case .chicago: ChicagoStyle(wording: wording)
        case .mla: MLAStyle(wording: wording)
        case .apa: APAStyle(wording: wording)
        }
    }

    // MARK: The list

    /// By names, then years, then titles.
    package var entries: [Entry] { references.map { Entry(reference: $0, text: entry(for: $0)) } }

    package func entry(for reference: Reference) -> StyledText {
        rules.entry(reference, yearSuffix: suffixes[reference.key])
    }

    // MARK: Notes

    /// - Parameter standings: Of each item; what is missing is a first one. A key that no source has stands there with a
    ///   question mark.
    package func note(for citation: Citation, standings: [CitationStanding]) -> StyledText {
        var note = StyledText()
        for (number, item) in citation.items.enumerated() {
            if number > 0 { note.append("; ") }
            if !item.prefix.isEmpty { note.append(item.prefix + " ") }
            note.append(text(of: item, number < standings.count ? standings[number] : .first))
            note.append(item.suffix)
        }
        guard style == .chicago else { return note }
        note.close(with: ".")
        return citation.items.first?.prefix.isEmpty == false ? note.capitalized() : note
    }

    private func text(of item: Citation.Item, _ standing: CitationStanding) -> StyledText {
        guard let place = places[item.key] else { return StyledText(item.key + "?") }
        return rules.note(
            CitedSource(
                reference: references[place], locator: item.locator, standing: standing,
                isAuthorSuppressed: item.isAuthorSuppressed, yearSuffix: suffixes[item.key],
                sharesAuthor: sharing.contains(item.key)))
    }

    /// One for each citation, in the order of the text.
    package func notes(for citations: [Citation]) -> [StyledText] {
        zip(citations, Self.standings(of: citations)).map { note(for: $0, standings: $1) }
    }

    /// Of each item of each citation, in the order of the text.
    package static func standings(of citations: [Citation]) -> [[CitationStanding]] {
        var seen: Set<String> = []
        var before: Citation?
        return citations.map { citation in
            defer { before = citation }
            let isSame = citation.items.count == 1 && before?.items.map(\.key) == citation.items.map(\.key)
            return citation.items.map { item in
                seen.insert(item.key).inserted ? .first : isSame ? .sameAsBefore : .again
            }
        }
    }

    /// Keys that are cited and that no source has, each once, in the order of the text.
    package func missingKeys(in citations: [Citation]) -> [String] {
        var seen: Set<String> = []
        return citations.flatMap(\.items).map(\.key).filter { places[$0] == nil && seen.insert($0).inserted }
    }
}
