package import Database
package import Model

extension Migration {
    /// Who likes a response: those who log in alone.
    static let likingComments = Migration(version: 21, name: "liking comments") { d in
        [
            """
            CREATE TABLE comment_liking (
                comment_id \(d.integer) NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
                identity_id \(d.integer) NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
                created_at \(d.integer) NOT NULL, PRIMARY KEY (comment_id, identity_id))\(d.keyTable)
            """,
            "CREATE INDEX comment_liking_identity ON comment_liking (identity_id)",
            """
            ALTER TABLE discussion ADD COLUMN likes_comments \(d.integer) NOT NULL DEFAULT 0
                CHECK (likes_comments IN (0, 1))
            """,
        ]
    }
}

extension ReadTransaction {
    /// By how many each of them is liked; those that nobody likes are left out.
    package func likes(ofComments ids: [Comment.ID]) throws -> [Comment.ID: Int] {
        if ids.isEmpty { return [:] }
        let counts: [(Comment.ID, Int)] = try all(
            "SELECT comment_id, count(*) FROM comment_liking WHERE comment_id IN \(list: ids) GROUP BY comment_id"
        ) { ($0.id(0), $0.int(1)) }
        return Dictionary(counts, uniquingKeysWith: { first, _ in first })
    }

    /// Who likes responses to a post, the numbers of those in order.
    package func likers(ofCommentsOn post: Post.ID) throws -> [(comment: Int64, identity: Identity.ID)] {
        try all(
            """
            SELECT comment.number, comment_liking.identity_id FROM comment
                JOIN comment_liking ON comment_liking.comment_id = comment.id
            WHERE comment.post_id = \(post)
            ORDER BY comment.number, comment_liking.created_at, comment_liking.identity_id
            """
        ) { ($0.int64(0), $0.id(1)) }
    }

    /// By their numbers, in no certain order.
    package func likedComments(by identity: Identity.ID) throws -> [Int64] {
        try all(
            """
            SELECT comment.number FROM comment_liking JOIN comment ON comment.id = comment_liking.comment_id
            WHERE comment_liking.identity_id = \(identity)
            """
        ) { $0.int64(0) }
    }

    /// The paths of their posts, and their numbers.
    package func likedComments(ofPerson person: Identity.ID) throws -> [(path: String, number: Int64)] {
        try all(
            """
            SELECT address.spelled, comment.number FROM identity
                JOIN comment_liking ON comment_liking.identity_id = identity.id
                JOIN comment ON comment.id = comment_liking.comment_id
                JOIN address ON address.post_id = comment.post_id AND address.is_canonical = 1
            WHERE identity.person_id = \(person) ORDER BY comment_liking.created_at, comment.number
            """
        ) { ($0.text(0), $0.int64(1)) }
    }
}

extension WriteTransaction {
    /// Once for each, however often it is said.
    ///
    /// - Parameter isLiked: false takes it back.
    package func set(
        _ isLiked: Bool, likeOf comment: Comment, by identity: Identity.ID, site: Site.ID, at now: Instant
    ) throws {
        let changed =
            try isLiked
            ? run(
                """
                INSERT INTO comment_liking (comment_id, identity_id, created_at)
                VALUES (\(comment.id), \(identity), \(now)) ON CONFLICT (comment_id, identity_id) DO NOTHING
                """)
            : run("DELETE FROM comment_liking WHERE comment_id = \(comment.id) AND identity_id = \(identity)")
        if changed > 0 { try touch(.thread(comment.post), site: site, at: now) }
    }

}

extension ReadTransaction {
    /// Under which posts somebody likes responses.
    func posts(withLikesBy identity: Identity) throws -> [Post.ID] {
        try all(
            """
            SELECT DISTINCT comment.post_id FROM comment_liking JOIN comment ON comment.id = comment_liking.comment_id
            WHERE comment_liking.identity_id = \(identity.id)
            """
        ) { $0.id(0) }
    }
}
