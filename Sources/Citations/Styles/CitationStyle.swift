/// The styles that there are.
package enum CitationStyle: String, CaseIterable, Hashable, Sendable {
    /// The Chicago Manual of Style, 17th edition, notes and bibliography.
    case chicago
    /// The MLA Handbook, 9th edition.
    case mla
    /// The Publication Manual of the APA, 7th edition.
    case apa
}

/// Whether a source was cited before.
package enum CitationStanding: Hashable, Sendable {
    case first, again
    /// By the note before, and by it alone.
    case sameAsBefore
}

/// One source in a note, with what the others make necessary.
struct CitedSource {
    let reference: Reference
    let locator: Locator?
    let standing: CitationStanding
    let isAuthorSuppressed: Bool
    /// `a`, where the author has more of the year.
    let yearSuffix: String?
    /// Whether another source has the same author.
    let sharesAuthor: Bool
}

/// What a style does.
protocol StyleRules {
    /// Without the full stop.
    func note(_ source: CitedSource) -> StyledText
    func entry(_ reference: Reference, yearSuffix: String?) -> StyledText
}
