/// Anything that is published under an address of its own: a post, a page, an attachment, or a kind that an import brought.
package struct Post: Hashable, Sendable {
    package typealias ID = Model.ID<Post>

    package let id: ID
    package let site: Site.ID
    /// The public number (`?p=7`), unique for the site across all kinds, as in WordPress.
    package var number: Int64
    package var kind: Kind
    package var status: Status
    package var title: String
    package var slug: String
    package var author: Account.ID?
    package var parent: ID?
    package var menuOrder: Int
    package var format: Format
    package var isSticky: Bool
    /// Readers must give it first; nil where none is asked for.
    package var password: String?
    package var commentsOpen: Bool
    package var pingsOpen: Bool
    package var publishedAt: Instant?
    /// The site's wall clock at publication, frozen: permalinks and archives go by it.
    package var localDate: LocalDateTime?
    package var modifiedAt: Instant
    /// Stays what it was in an import, so that no feed reader takes an old post for a new one.
    package var guid: String
    package var featuredImage: ID?
    package var commentCount: Int
    /// Counts up at every change made here; an import compares it to see what was edited.
    package var version: Int

    package init(
        id: ID, site: Site.ID, number: Int64, kind: Kind, status: Status, title: String, slug: String,
        author: Account.ID? = nil, parent: ID? = nil, menuOrder: Int = 0, format: Format = .standard,
        isSticky: Bool = false, password: String? = nil, commentsOpen: Bool = true, pingsOpen: Bool = true,
        publishedAt: Instant? = nil, localDate: LocalDateTime? = nil, modifiedAt: Instant, guid: String,
        featuredImage: ID? = nil, commentCount: Int = 0, version: Int = 1
    ) {
        self.id = id
        self.site = site
        self.number = number
        self.kind = kind
        self.status = status
        self.title = title
        self.slug = slug
        self.author = author
        self.parent = parent
        self.menuOrder = menuOrder
        self.format = format
        self.isSticky = isSticky
        self.password = password
        self.commentsOpen = commentsOpen
        self.pingsOpen = pingsOpen
        self.publishedAt = publishedAt
        self.localDate = localDate
        self.modifiedAt = modifiedAt
        self.guid = guid
        self.featuredImage = featuredImage
        self.commentCount = commentCount
        self.version = version
    }

    /// `post`, `page`, `attachment`, `wp_block` (a reusable block), or whatever a plugin called its own.
    package struct Kind: RawRepresentable, Hashable, Sendable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        package static let post = Kind(rawValue: "post")
        package static let page = Kind(rawValue: "page")
        package static let attachment = Kind(rawValue: "attachment")
        package static let reusableBlock = Kind(rawValue: "wp_block")

        /// Kinds that readers reach under an address; all others are kept for export only.
        package var isPublic: Bool { self == .post || self == .page || self == .attachment }
    }

    package enum Status: String, Hashable, Sendable, CaseIterable {
        case published, scheduled, draft, pending, `private`, trash
    }

    package enum Format: String, Hashable, Sendable, CaseIterable {
        case standard, aside, audio, chat, gallery, image, link, quote, status, video

        /// Posts that are their own summary: cutting an aside or a quotation would leave nothing of it.
        package static let shortForms: [Format] = [.aside, .chat, .link, .quote, .status]
    }
}

/// What a post says: the source as the writer left it, and what was made of it.
package struct PostBody: Hashable, Sendable {
    package var source: String
    package var sourceFormat: SourceFormat
    package var excerptSource: String
    /// One for each part between `<!--nextpage-->` marks; never empty.
    package var pages: [SafeHTML]
    /// What stands before `<!--more-->`; nil without that mark.
    package var teaser: SafeHTML?
    package var moreText: String?
    /// The writer's own excerpt, else the first words; plain text.
    package var excerpt: String
    package var sanitizerVersion: Int
    /// The keys of the sources that it cites, each once, in its order; those of which the site has none too.
    package var cited: [String]

    package init(
        source: String, sourceFormat: SourceFormat, excerptSource: String, pages: [SafeHTML], teaser: SafeHTML? = nil,
        moreText: String? = nil, excerpt: String, sanitizerVersion: Int, cited: [String] = []
    ) {
        self.source = source
        self.sourceFormat = sourceFormat
        self.excerptSource = excerptSource
        self.pages = pages
        self.teaser = teaser
        self.moreText = moreText
        self.excerpt = excerpt
        self.sanitizerVersion = sanitizerVersion
        self.cited = cited
    }

    package enum SourceFormat: String, Hashable, Sendable {
        /// What WordPress stores: HTML with block comments, shortcodes, and bare line breaks for paragraphs.
        case wordpress
        /// What is written here: CommonMark with tables, footnotes, strikethrough and task lists.
        case markdown
    }
}
