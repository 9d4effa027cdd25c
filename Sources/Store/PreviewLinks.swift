package import Database
package import Model

extension WriteTransaction {
    /// Lets whoever has the token look at a post; a former link of the post no longer works.
    package func setPreviewLink(tokenHash: String, to post: Post.ID, at now: Instant) throws {
        try run(
            """
            INSERT INTO post_preview (post_id, token_hash, at) VALUES (\(post), \(tokenHash), \(now))
            ON CONFLICT (post_id) DO UPDATE SET token_hash = excluded.token_hash, at = excluded.at
            """)
    }

    /// False where there was none.
    package func removePreviewLink(to post: Post.ID) throws -> Bool {
        try run("DELETE FROM post_preview WHERE post_id = \(post)") > 0
    }
}

extension ReadTransaction {
    package func post(previewedBy tokenHash: String) throws -> Post.ID? {
        try first("SELECT post_id FROM post_preview WHERE token_hash = \(tokenHash)") { $0.id(0) }
    }

    /// Since when there is a link to look at a post.
    package func previewLink(to post: Post.ID) throws -> Instant? {
        try first("SELECT at FROM post_preview WHERE post_id = \(post)") { $0.instant(0) }
    }
}
