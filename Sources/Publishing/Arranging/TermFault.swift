/// Why a change of a category or a tag was not made.
package enum TermFault: Error, Hashable {
    case noSuchTerm
    case nameMissing
    /// No letter or digit is left of the slug.
    case slugMissing
    case slugTaken(by: String)
    /// A term cannot stand below itself, nor be merged with itself.
    case loop
    /// Posts that would have no category get this one.
    case isDefault
}
