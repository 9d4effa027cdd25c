package import Database
package import Model

/// What someone has typed and not saved.
package struct Autosave: Hashable, Sendable {
    package let at: Instant
    /// Counts up at each keeping: two windows tell by it that the other one wrote.
    package let serial: Int
    /// Of the post, when the typing began.
    package let postVersion: Int
    package let title: String
    package let source: String
    package let excerptSource: String

    package init(at: Instant, serial: Int, postVersion: Int, title: String, source: String, excerptSource: String) {
        self.at = at
        self.serial = serial
        self.postVersion = postVersion
        self.title = title
        self.source = source
        self.excerptSource = excerptSource
    }
}

extension WriteTransaction {
    /// In the place of what the account had typed before.
    package func keep(_ autosave: Autosave, of post: Post.ID, by account: Account.ID) throws {
        try run(
            """
            INSERT INTO post_autosave (post_id, account_id, at, serial, post_version, title, source, excerpt_source)
            VALUES (\(post), \(account), \(autosave.at), \(autosave.serial), \(autosave.postVersion),
                \(autosave.title), \(autosave.source), \(autosave.excerptSource))
            ON CONFLICT (post_id, account_id) DO UPDATE SET at = excluded.at, serial = excluded.serial,
                post_version = excluded.post_version, title = excluded.title, source = excluded.source,
                excerpt_source = excluded.excerpt_source
            """)
    }

    package func dropAutosave(of post: Post.ID, by account: Account.ID) throws {
        try run("DELETE FROM post_autosave WHERE post_id = \(post) AND account_id = \(account)")
    }
}

extension ReadTransaction {
    package func autosave(of post: Post.ID, by account: Account.ID) throws -> Autosave? {
        try first(
            """
            SELECT at, serial, post_version, title, source, excerpt_source FROM post_autosave
            WHERE post_id = \(post) AND account_id = \(account)
            """
        ) {
            Autosave(
                at: $0.instant(0), serial: $0.int(1), postVersion: $0.int(2), title: $0.text(3), source: $0.text(4),
                excerptSource: $0.text(5))
        }
    }
}
