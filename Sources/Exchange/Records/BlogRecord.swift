package struct BlogRecord: Hashable, Sendable {
    package var place: FilePlace
    /// `1.2`
    package var version: String
    package var title: String
    package var link: String
    /// The tagline.
    package var description: String
    /// `en-US`
    package var language: String
    /// Of the network that the blog belongs to; of the blog, if it stands alone.
    package var baseSiteURL: String
    package var baseBlogURL: String
    package var generator: String
    /// RFC 822, as RSS has it.
    package var pubDate: String
    /// Address of the site's icon.
    package var iconURL: String
}

package struct AuthorRecord: Hashable, Sendable {
    package var place: FilePlace
    package var id: Int64?
    package var login: String
    package var email: String
    package var displayName: String
    package var firstName: String
    package var lastName: String
    package var description: String
}

package struct TermRecord: Hashable, Sendable {
    package var place: FilePlace
    /// `category`, `post_tag`, `nav_menu`, or what a plugin called its own.
    package var taxonomy: String
    package var id: Int64?
    package var slug: String
    package var parentSlug: String
    package var name: String
    package var description: String
    package var meta: [MetaRecord]
}
