/// A response to a post.
package struct Comment: Hashable, Sendable {
    package typealias ID = Model.ID<Comment>

    package let id: ID
    package let site: Site.ID
    /// The public number (`#comment-21`), unique for the site.
    package var number: Int64
    package let post: Post.ID
    package var parent: ID?
    /// 0 for a response to the post itself.
    package var depth: Int
    package var kind: Kind
    package var status: Status
    package var authorName: String
    package var authorURL: String
    package var account: Account.ID?
    /// Who signed it; nil for a guest.
    package var identity: Identity.ID?
    package var html: SafeHTML
    package var createdAt: Instant
    package var localDate: LocalDateTime

    package init(
        id: ID, site: Site.ID, number: Int64, post: Post.ID, parent: ID?, depth: Int, kind: Kind, status: Status,
        authorName: String, authorURL: String, account: Account.ID?, identity: Identity.ID? = nil, html: SafeHTML,
        createdAt: Instant,
        localDate: LocalDateTime
    ) {
        self.id = id
        self.site = site
        self.number = number
        self.post = post
        self.parent = parent
        self.depth = depth
        self.kind = kind
        self.status = status
        self.authorName = authorName
        self.authorURL = authorURL
        self.account = account
        self.identity = identity
        self.html = html
        self.createdAt = createdAt
        self.localDate = localDate
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case comment, pingback, trackback
    }

    package enum Status: String, Hashable, Sendable, CaseIterable {
        case approved, held, spam, trash
        /// In the trash because its post is; comes back with it.
        case postTrashed = "post-trashed"
    }
}
