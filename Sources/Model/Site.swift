/// One publication: what stands in its head, and how it shows itself.
package struct Site: Hashable, Sendable {
    package typealias ID = Model.ID<Site>

    package let id: ID
    package var title: String
    package var tagline: String
    /// BCP 47, for instance `en` or `pt-BR`.
    package var language: String
    /// An IANA name (`Europe/Berlin`) or a fixed offset (`+05:30`).
    package var timeZone: String
    package var permalinks: PermalinkStructure
    /// The address of the blog that moved in (`https://thisday.wordpress.com`), without a final slash; empty for a new one.
    package var origin: String
    package var postsPerPage: Int
    /// Top-level comments on one page of a thread.
    package var commentsPerPage: Int
    package var feedItems: Int
    /// A page shown at `/` instead of the newest posts, and the page whose address then lists them.
    package var frontPage: Post.ID?
    package var postsPage: Post.ID?
    /// Feeds carry whole posts, and not only their beginnings.
    package var hasFullFeeds: Bool
    /// Search engines are asked to leave the site out.
    package var isHidden: Bool
    package var dateFormat: DateFormat
    /// The theme that the owner chose; empty: the one of the settings.
    package var theme: String
    /// The attachment that stands for the site in a browser's tab.
    package var icon: Post.ID?
    /// Where a post stands that names no category.
    package var defaultCategory: Term.ID?
    /// Changes with the owner's own style rules; empty where there are none.
    package var styleVersion: String
    /// How often each post is read is counted, by day and without telling readers apart.
    package var countsViews: Bool

    package init(
        id: ID, title: String, tagline: String = "", language: String = "en", timeZone: String = "UTC",
        permalinks: PermalinkStructure = .dayAndName, origin: String = "", postsPerPage: Int = 10,
        commentsPerPage: Int = 50, feedItems: Int = 10, frontPage: Post.ID? = nil, postsPage: Post.ID? = nil,
        hasFullFeeds: Bool = true, isHidden: Bool = false, dateFormat: DateFormat = .language, theme: String = "",
        icon: Post.ID? = nil, defaultCategory: Term.ID? = nil, styleVersion: String = "",
        countsViews: Bool = true
    ) {
        self.id = id
        self.title = title
        self.tagline = tagline
        self.language = language
        self.timeZone = timeZone
        self.permalinks = permalinks
        self.origin = origin
        self.postsPerPage = postsPerPage
        self.commentsPerPage = commentsPerPage
        self.feedItems = feedItems
        self.frontPage = frontPage
        self.postsPage = postsPage
        self.hasFullFeeds = hasFullFeeds
        self.isHidden = isHidden
        self.dateFormat = dateFormat
        self.theme = theme
        self.icon = icon
        self.defaultCategory = defaultCategory
        self.styleVersion = styleVersion
        self.countsViews = countsViews
    }
}
