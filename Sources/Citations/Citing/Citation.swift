/// What one bracket cites: `[see @taubman2003, pp. 33-35; -@stone1961]`, by Pandoc's syntax.
package struct Citation: Hashable, Sendable {
    package struct Item: Hashable, Sendable {
        package var key: String
        /// Words before it, without the blank behind them.
        package var prefix: String
        package var locator: Locator?
        /// Everything behind, with the comma or blank that it begins with.
        package var suffix: String
        /// `-@key`: the text has named the author.
        package var isAuthorSuppressed: Bool

        package init(
            key: String, prefix: String = "", locator: Locator? = nil, suffix: String = "",
            isAuthorSuppressed: Bool = false
        ) {
            self.key = key
            self.prefix = prefix
            self.locator = locator
            self.suffix = suffix
            self.isAuthorSuppressed = isAuthorSuppressed
        }
    }

    package var items: [Item]

    package init(items: [Item]) { self.items = items }

    /// Nil for what is no citation: every part between semicolons has to have a key.
    ///
    /// - Parameter inside: What stands between the brackets.
    package init?(_ inside: some StringProtocol) {
        guard let items = CitationParser.items(Array(inside)) else { return nil }
        self.items = items
    }
}

/// Which place of a source is meant.
package struct Locator: Hashable, Sendable {
    package var label: Label
    /// `33-35`, `iv`, as it was typed.
    package var value: String

    package init(_ label: Label = .page, _ value: String) {
        self.label = label
        self.value = value
    }

    /// By CSL's names.
    package enum Label: String, CaseIterable, Hashable, Sendable {
        case page, chapter, book, column, figure, folio, issue, line, note, opus, paragraph, part, section, verse,
            volume
        case subVerbo = "sub-verbo"
    }
}
