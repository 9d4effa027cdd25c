package import Database
package import Model

/// When a post went to the trash, and what it was before.
package struct TrashedPost: Hashable, Sendable {
    package let at: Instant
    package let status: Post.Status
}

extension WriteTransaction {
    package func noteTrashed(_ post: Post.ID, formerly status: Post.Status, at now: Instant) throws {
        try run(
            """
            INSERT INTO post_trash (post_id, at, status) VALUES (\(post), \(now), \(status))
            ON CONFLICT (post_id) DO UPDATE SET at = excluded.at, status = excluded.status
            """)
    }

    func forgetTrashed(_ post: Post.ID) throws {
        try run("DELETE FROM post_trash WHERE post_id = \(post)")
    }

    /// Takes a post away for good, with its comments, addresses and revisions. What stood under it stands at the top.
    package func remove(_ post: Post, at now: Instant) throws {
        var hidden = post
        hidden.status = .trash
        // Out of lists and of the index of words first.
        if post.status != .trash { try update(hidden, at: now) }
        try run("UPDATE post SET parent_id = NULL WHERE parent_id = \(post.id)")
        try run("DELETE FROM post WHERE id = \(post.id)")
        try touch(.post(post.id), site: post.site, at: now)
    }
}

extension ReadTransaction {
    package func trashed(_ post: Post.ID) throws -> TrashedPost? {
        try first("SELECT at, status FROM post_trash WHERE post_id = \(post)") {
            TrashedPost(at: $0.instant(0), status: try $0.case(1))
        }
    }
}
