package import Model

/// A person, by the parts of the name, or an organisation, by its ``literal`` name.
package struct ReferenceName: Hashable, Sendable {
    package var family: String?
    package var given: String?
    /// `van` in "Beethoven, Ludwig van": left out where the family's name stands alone.
    package var droppingParticle: String?
    /// `van` in "van Gogh, Vincent": part of the family's name.
    package var nonDroppingParticle: String?
    package var suffix: String?
    /// The name of an organisation, or one that has no parts.
    package var literal: String?
    /// Every other member, by its name in CSL-JSON.
    package var rest: [String: JSONValue] = [:]

    package init(
        family: String? = nil, given: String? = nil, droppingParticle: String? = nil,
        nonDroppingParticle: String? = nil, suffix: String? = nil, literal: String? = nil
    ) {
        self.family = family
        self.given = given
        self.droppingParticle = droppingParticle
        self.nonDroppingParticle = nonDroppingParticle
        self.suffix = suffix
        self.literal = literal
    }

    /// The end of a list that names not everybody, as BibTeX has it: `and others`.
    package static let others = ReferenceName(literal: "others")

    package typealias PartPath = any WritableKeyPath<ReferenceName, String?> & Sendable

    package static let parts: [(name: String, path: PartPath)] = [
        ("family", \.family), ("given", \.given), ("dropping-particle", \.droppingParticle),
        ("non-dropping-particle", \.nonDroppingParticle), ("suffix", \.suffix), ("literal", \.literal),
    ]
}
