package import Database
package import Model

/// A comment with the post that it is about, for feeds.
package struct RecentComment: Hashable, Sendable {
    package let comment: Comment
    package let postTitle: String
    /// The post's canonical address as it is written in a link.
    package let postPath: String
}

// Only what readers see: approved, in a shown thread, under a published post that asks for no password.
extension ReadTransaction {
    /// The newest comments of the site, newest first.
    package func recentComments(site: Site.ID, limit: Int) throws -> [RecentComment] {
        try all(
            """
            SELECT \(raw: commentColumns), post.title, address.spelled FROM comment
            JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id) AND root.thread_size > 0
            JOIN post ON post.id = comment.post_id AND post.status = 'published' AND post.password IS NULL
            JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE comment.site_id = \(site) AND comment.kind = 'comment' AND comment.status = 'approved'
            ORDER BY comment.created_at DESC, comment.id DESC LIMIT \(limit)
            """, decode: RecentComment.init(row:))
    }

    /// The newest comments of one post, newest first.
    package func recentComments(of post: Post.ID, limit: Int) throws -> [RecentComment] {
        try all(
            """
            SELECT \(raw: commentColumns), post.title, address.spelled FROM comment
            JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id) AND root.thread_size > 0
            JOIN post ON post.id = comment.post_id AND post.status = 'published' AND post.password IS NULL
            JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE comment.post_id = \(post) AND comment.kind = 'comment' AND comment.status = 'approved'
            ORDER BY comment.created_at DESC, comment.id DESC LIMIT \(limit)
            """, decode: RecentComment.init(row:))
    }
}

extension RecentComment {
    fileprivate init(row: any Row) throws {
        self.init(comment: try Comment(row: row), postTitle: row.text(17), postPath: row.text(18))
    }
}
