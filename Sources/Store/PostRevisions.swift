package import Database
package import Model

/// What a post said at one time.
package struct PostText: Hashable, Sendable {
    package var title: String
    package var source: String
    package var sourceFormat: PostBody.SourceFormat
    package var excerptSource: String
    /// What it told of.
    package var event: PostEvent?

    package init(
        title: String, source: String, sourceFormat: PostBody.SourceFormat, excerptSource: String,
        event: PostEvent? = nil
    ) {
        self.title = title
        self.source = source
        self.sourceFormat = sourceFormat
        self.excerptSource = excerptSource
        self.event = event
    }

    package init(_ post: Post, _ body: PostBody, event: PostEvent?) {
        self.init(
            title: post.title, source: body.source, sourceFormat: body.sourceFormat, excerptSource: body.excerptSource,
            event: event)
    }
}

/// A text that was saved, with who saved it.
package struct PostRevision: Hashable, Sendable {
    package typealias ID = Model.ID<PostRevision>

    package let id: ID
    package let post: Post.ID
    package let at: Instant
    package let author: String?
    package let text: PostText
}

extension WriteTransaction {
    package func keepRevision(_ text: PostText, of post: Post.ID, by account: Account.ID?, at now: Instant) throws {
        try run(
            """
            INSERT INTO post_revision (post_id, at, account_id, title, source, source_format, excerpt_source, event)
            VALUES (\(post), \(now), \(account), \(text.title), \(text.source), \(text.sourceFormat),
                \(text.excerptSource), \(text.event?.stored))
            """)
    }
}

extension ReadTransaction {
    /// The texts of a post, newest first.
    package func revisions(of post: Post.ID, limit: Int = 200) throws -> [PostRevision] {
        try all(
            """
            SELECT post_revision.id, post_id, at, account.display_name, title, source, source_format, excerpt_source,
                event
            FROM post_revision LEFT JOIN account ON account.id = post_revision.account_id
            WHERE post_id = \(post) ORDER BY post_revision.id DESC LIMIT \(limit)
            """, decode: PostRevision.init(row:))
    }

    package func revision(_ id: PostRevision.ID, of post: Post.ID) throws -> PostRevision? {
        try first(
            """
            SELECT post_revision.id, post_id, at, account.display_name, title, source, source_format, excerpt_source,
                event
            FROM post_revision LEFT JOIN account ON account.id = post_revision.account_id
            WHERE post_revision.id = \(id) AND post_id = \(post)
            """, decode: PostRevision.init(row:))
    }

    package func hasRevisions(_ post: Post.ID) throws -> Bool {
        try first("SELECT 1 FROM post_revision WHERE post_id = \(post) LIMIT 1") { _ in true } ?? false
    }
}

extension PostRevision {
    fileprivate init(row: any Row) throws {
        self.init(
            id: row.id(0), post: row.id(1), at: row.instant(2), author: row.optionalText(3),
            text: PostText(
                title: row.text(4), source: row.text(5), sourceFormat: try row.case(6), excerptSource: row.text(7),
                event: row.optionalText(8).flatMap(PostEvent.init(stored:))))
    }
}
