package struct BlogRecord: Hashable, Sendable {
    package var place: FilePlace
    /// `1.2`
    package var version = ""
    package var title = ""
    package var link = ""
    /// The tagline.
    package var description = ""
    /// `en-US`
    package var language = ""
    /// Of the network that the blog belongs to; of the blog, if it stands alone.
    package var baseSiteURL = ""
    package var baseBlogURL = ""
    package var generator = ""
    /// RFC 822, as RSS has it.
    package var pubDate = ""
    /// Address of the site's icon.
    package var iconURL = ""
    /// What is set here and has no place in WordPress's format: only Thaw's own format carries it.
    package var settings: [MetaRecord] = []
}

extension BlogRecord {
    /// One that says nothing yet.
    package init(at place: FilePlace) { self.init(place: place) }
}

package struct AuthorRecord: Hashable, Sendable {
    package var place: FilePlace
    package var id: Int64?
    package var login = ""
    package var email = ""
    package var displayName = ""
    package var firstName = ""
    package var lastName = ""
    package var description = ""
}

extension AuthorRecord {
    /// One that says nothing yet.
    package init(at place: FilePlace) { self.init(place: place) }
}

package struct TermRecord: Hashable, Sendable {
    package var place: FilePlace
    /// `category`, `post_tag`, `nav_menu`, or what a plugin called its own.
    package var taxonomy = ""
    package var id: Int64?
    package var slug = ""
    package var parentSlug = ""
    package var name = ""
    package var description = ""
    package var meta: [MetaRecord] = []
}

extension TermRecord {
    /// One that says nothing yet.
    package init(at place: FilePlace) { self.init(place: place) }
}
