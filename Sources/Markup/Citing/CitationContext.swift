package import Citations

/// What the citations of a text become: the site's sources, its style, and the words around notes and list.
package struct CitationContext: Sendable {
    package var style: CitationStyle
    /// The source of a key; asked in the middle of a rendering, so it answers from memory.
    package var source: @Sendable (_ key: String) -> Reference?
    package var words: Words
    /// Whether a key that no source has is marked, for who writes; readers see what was typed.
    package var marksUnknown: Bool

    /// In the language of the page.
    package struct Words: Sendable {
        /// Over the list.
        package var sources: String
        /// A note's number, for those who hear it.
        package var note: @Sendable (_ number: String) -> String
        /// The link from a note back to where its number stands.
        package var back: @Sendable (_ number: String) -> String

        package init(
            sources: String = "Sources", note: @escaping @Sendable (String) -> String = { "Note \($0)" },
            back: @escaping @Sendable (String) -> String = { "Back to note \($0) in the text" }
        ) {
            self.sources = sources
            self.note = note
            self.back = back
        }
    }

    package init(
        style: CitationStyle = .chicago, words: Words = Words(), marksUnknown: Bool = false,
        source: @escaping @Sendable (String) -> Reference?
    ) {
        self.style = style
        self.words = words
        self.marksUnknown = marksUnknown
        self.source = source
    }
}
