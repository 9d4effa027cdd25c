package import Database
package import Model

/// What the database knows of a response, for whoever judges it.
package struct CommentEvidence: Hashable, Sendable {
    package let id: Comment.ID
    package let number: Int64
    package let post: Post.ID
    package let postVersion: Int
    package let status: Comment.Status
    /// As it was typed; of an imported one, as it came.
    package let source: String
    package let author: String
    package let website: String
    package let email: String
    package let address: String
    /// Nil where it did not come through the form.
    package let agent: String?
    package let seconds: Int?
    package let filledTrap: Bool
    package let createdAt: Instant
    package let repetitions: Int
    package let approvals: Int
    package let burst: Int
    package let hasOddHead: Bool
    /// What Akismet said; nil where it said nothing.
    package let akismet: Bool?
}

extension ReadTransaction {
    /// In no certain order; those that are gone are left out.
    package func evidence(of comments: [Comment.ID]) throws -> [CommentEvidence] {
        if comments.isEmpty { return [] }
        return try all(
            """
            SELECT comment.id, comment.number, comment.post_id, comment.status, comment.source, comment.author_name,
                comment.author_url, comment.author_email, comment.author_ip, submission.agent, submission.seconds,
                coalesce(submission.filled_trap, 0), coalesce(judgement.repetitions, 0),
                coalesce(judgement.approvals, 0), CASE akismet_check.answer WHEN 'spam' THEN 1 WHEN 'real' THEN 0 END,
                comment.created_at, coalesce(judgement.burst, 0), coalesce(judgement.odd_head, 0),
                post.version
            FROM comment JOIN post ON post.id = comment.post_id
                LEFT JOIN submission ON submission.comment_id = comment.id
                LEFT JOIN judgement ON judgement.comment_id = comment.id
                LEFT JOIN akismet_check ON akismet_check.comment_id = comment.id
            WHERE comment.id IN \(list: comments)
            """
        ) { row in
            CommentEvidence(
                id: row.id(0), number: row.int64(1), post: row.id(2), postVersion: row.int(18), status: try row.case(3),
                source: row.text(4),
                author: row.text(5), website: row.text(6), email: row.text(7), address: row.text(8),
                agent: row.optionalText(9), seconds: row.optionalInt64(10).map { Int($0) }, filledTrap: row.bool(11),
                createdAt: row.instant(15),
                repetitions: row.int(12), approvals: row.int(13), burst: row.int(16), hasOddHead: row.bool(17),
                akismet: row.optionalInt64(14).map { $0 == 1 })
        }
    }

    /// What a post says, for comparing responses with it; its beginning.
    package func wording(of post: Post.ID) throws -> (title: String, html: SafeHTML)? {
        try first(
            """
            SELECT post.title, substr(post_body.html, 1, 20000)
            FROM post JOIN post_body ON post_body.post_id = post.id WHERE post.id = \(post)
            """
        ) { (title: $0.text(0), html: SafeHTML(stored: $0.text(1))) }
    }
}
