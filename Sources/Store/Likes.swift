package import Database
package import Model

extension Migration {
    /// Who likes a post. Likes without an account are counted by the post alone: nothing tells whose they are.
    static let liking = Migration(version: 18, name: "liking") { d in
        [
            """
            CREATE TABLE liking (
                id \(d.identity), post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                identity_id \(d.integer) NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
                created_at \(d.integer) NOT NULL, UNIQUE (post_id, identity_id))\(d.table)
            """,
            "CREATE INDEX liking_newest ON liking (post_id, id)",
            "CREATE INDEX liking_identity ON liking (identity_id)",
            "ALTER TABLE post ADD COLUMN browser_likes \(d.integer) NOT NULL DEFAULT 0",
            """
            ALTER TABLE discussion ADD COLUMN likes \(d.text) NOT NULL DEFAULT 'logged-in'
                CHECK (likes IN ('off', 'logged-in', 'everybody'))
            """,
        ]
    }
}

/// Who likes a post.
package struct Likes: Hashable, Sendable {
    /// With and without an account.
    package let count: Int
    /// The newest of those with one.
    package let people: [Identity]

    package init(count: Int, people: [Identity]) {
        self.count = count
        self.people = people
    }
}

extension ReadTransaction {
    /// The newest first.
    package func likes(of post: Post.ID, newest limit: Int) throws -> Likes {
        let (named, others): (Int, Int) =
            try first(
                """
                SELECT (SELECT count(*) FROM liking WHERE post_id = post.id), browser_likes FROM post WHERE id = \(post)
                """
            ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
        let ids: [Identity.ID] =
            named == 0
            ? []
            : try all("SELECT identity_id FROM liking WHERE post_id = \(post) ORDER BY id DESC LIMIT \(limit)") {
                $0.id(0)
            }
        let people = Dictionary(try identities(ids).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Likes(count: named + others, people: ids.compactMap { people[$0] })
    }

    /// In no certain order.
    package func likedPosts(by identity: Identity.ID) throws -> [Post.ID] {
        try all("SELECT post_id FROM liking WHERE identity_id = \(identity)") { $0.id(0) }
    }

    package func likes(_ post: Post.ID, by identity: Identity.ID) throws -> Bool {
        try first("SELECT 1 FROM liking WHERE post_id = \(post) AND identity_id = \(identity)") { $0.int(0) } != nil
    }
}

extension WriteTransaction {
    /// Once for each, however often it is said.
    package func like(_ post: Post.ID, by identity: Identity.ID, site: Site.ID, at now: Instant) throws {
        let changed = try run(
            """
            INSERT INTO liking (post_id, identity_id, created_at) VALUES (\(post), \(identity), \(now))
            ON CONFLICT (post_id, identity_id) DO NOTHING
            """)
        if changed > 0 { try touch(.thread(post), site: site, at: now) }
    }

    package func unlike(_ post: Post.ID, by identity: Identity.ID, site: Site.ID, at now: Instant) throws {
        let changed = try run("DELETE FROM liking WHERE post_id = \(post) AND identity_id = \(identity)")
        if changed > 0 { try touch(.thread(post), site: site, at: now) }
    }

    /// Those without an account.
    package func setBrowserLikes(_ count: Int, of post: Post.ID) throws {
        try run("UPDATE post SET browser_likes = \(count) WHERE id = \(post)")
    }

    /// One more, or one less, of those without an account.
    package func countBrowserLike(_ post: Post.ID, isMore: Bool, site: Site.ID, at now: Instant) throws {
        try run(
            """
            UPDATE post SET browser_likes = browser_likes + \(isMore ? 1 : -1)
            WHERE id = \(post) AND browser_likes + \(isMore ? 1 : -1) >= 0
            """)
        try touch(.thread(post), site: site, at: now)
    }
}
