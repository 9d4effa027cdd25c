package import Model

/// All that a writer sets of a post or page.
package struct PostDraft: Hashable, Sendable {
    package var title: String
    package var source: String
    /// The writer's own excerpt; empty for the first words.
    package var excerpt: String
    /// Empty for one made of the title.
    package var slug: String
    package var standing: Standing
    /// Readers must give it first; nil where none is asked for.
    package var password: String?
    package var isSticky: Bool
    package var commentsOpen: Bool
    /// By name; those that are not there yet are made.
    package var categories: [String]
    package var tags: [String]
    /// The public number of its picture.
    package var featuredPicture: Int64?
    /// The public number of the page above.
    package var parent: Int64?
    /// What it tells of; one that is not shown stays as it is while nobody touches it.
    package var event: PostEvent?

    package init(
        title: String, source: String, excerpt: String = "", slug: String = "", standing: Standing = .draft,
        password: String? = nil, isSticky: Bool = false, commentsOpen: Bool = true, categories: [String] = [],
        tags: [String] = [], featuredPicture: Int64? = nil, parent: Int64? = nil, event: PostEvent? = nil
    ) {
        self.title = title
        self.source = source
        self.excerpt = excerpt
        self.slug = slug
        self.standing = standing
        self.password = password
        self.isSticky = isSticky
        self.commentsOpen = commentsOpen
        self.categories = categories
        self.tags = tags
        self.featuredPicture = featuredPicture
        self.parent = parent
        self.event = event
    }

    package enum Standing: Hashable, Sendable {
        case draft
        /// For somebody who may publish to look at.
        case pending
        case `private`
        /// At this reading of the site's clock, in the future or the past; nil for now, or for when it was published.
        case published(at: LocalDateTime?)
    }
}
