/// A category, a tag, or a term of a taxonomy that an import brought.
package struct Term: Hashable, Sendable {
    package typealias ID = Model.ID<Term>

    package let id: ID
    package let site: Site.ID
    /// WordPress's term id (`?cat=3`), unique for the site.
    package var number: Int64
    package var taxonomy: Taxonomy
    package var slug: String
    package var name: String
    package var description: String
    package var parent: ID?

    package init(
        id: ID, site: Site.ID, number: Int64, taxonomy: Taxonomy, slug: String, name: String,
        description: String = "", parent: ID? = nil
    ) {
        self.id = id
        self.site = site
        self.number = number
        self.taxonomy = taxonomy
        self.slug = slug
        self.name = name
        self.description = description
        self.parent = parent
    }

    package struct Taxonomy: RawRepresentable, Hashable, Sendable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        package static let category = Taxonomy(rawValue: "category")
        package static let tag = Taxonomy(rawValue: "post_tag")
    }
}
