package import Database
package import Model

/// What a response said before somebody changed it.
package struct CommentVersion: Hashable, Sendable {
    package let at: Instant
    /// Who changed it: `visitor`, `account:3`.
    package let actor: String
    package let authorName: String
    package let authorURL: String
    package let authorEmail: String
    package let source: String
}

extension ReadTransaction {
    /// The former versions of a response, newest first.
    package func versions(of comment: Comment.ID) throws -> [CommentVersion] {
        try all(
            """
            SELECT at, actor, author_name, author_url, author_email, source FROM comment_version
            WHERE comment_id = \(comment) ORDER BY id DESC
            """
        ) { row in
            CommentVersion(
                at: row.instant(0), actor: row.text(1), authorName: row.text(2), authorURL: row.text(3),
                authorEmail: row.text(4), source: row.text(5))
        }
    }
}

extension WriteTransaction {
    /// Keeps what a response says now, before it is changed.
    package func keepVersion(of comment: Comment.ID, actor: String, at now: Instant) throws {
        try run(
            """
            INSERT INTO comment_version (comment_id, at, actor, author_name, author_url, author_email, source)
            SELECT id, \(now), \(actor), author_name, author_url, author_email, source FROM comment
            WHERE id = \(comment)
            """)
    }
}
