/// How much a search may ask for.
package struct SearchLimits: Hashable, Sendable {
    /// The longest question, in bytes of UTF-8; the rest of a longer one is left out.
    package var queryBytes: Int
    /// Words and phrases of a question; further ones are left out.
    package var terms: Int
    /// Posts, and responses, that are weighed against each other; of more, the newest.
    package var matches: Int

    package init(queryBytes: Int = 400, terms: Int = 12, matches: Int = 500) {
        self.queryBytes = queryBytes
        self.terms = terms
        self.matches = matches
    }
}
