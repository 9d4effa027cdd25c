/// A person of the site: an author whose name stands over posts, or one who signs in.
package struct Account: Hashable, Sendable {
    package typealias ID = Model.ID<Account>

    package let id: ID
    package let site: Site.ID
    /// The public number (`?author=1`), unique for the site.
    package var number: Int64
    package var login: String
    /// What `/author/slug/` shows.
    package var slug: String
    package var displayName: String
    package var firstName: String
    package var lastName: String
    /// Never shown to readers.
    package var email: String
    package var role: Role

    package init(
        id: ID, site: Site.ID, number: Int64, login: String, slug: String, displayName: String, firstName: String = "",
        lastName: String = "", email: String = "", role: Role = .author
    ) {
        self.id = id
        self.site = site
        self.number = number
        self.login = login
        self.slug = slug
        self.displayName = displayName
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.role = role
    }
}
