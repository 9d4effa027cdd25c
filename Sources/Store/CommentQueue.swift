package import Database
package import Model

/// A response as whoever judges it sees it.
package struct JudgedComment: Hashable, Sendable {
    package let comment: Comment
    package let email: String
    package let address: String
    /// `192.0.2.0/24`; empty where it did not come through the form.
    package let network: String
    /// Why it came in in its state, one on a line.
    package let reasons: String
    package let postTitle: String
    package let postPath: String?
}

/// Which responses are looked at.
package struct CommentFilter: Hashable, Sendable {
    package var status: Comment.Status
    /// Part of a name, an e-mail address, a website or a network; empty: all.
    package var words: String

    package init(status: Comment.Status, words: String = "") {
        self.status = status
        self.words = words
    }
}

extension ReadTransaction {
    /// Responses of one state, pings among them, the newest first.
    ///
    /// - Parameter below: only those with a smaller id: the last of the page before.
    package func judgedComments(
        _ filter: CommentFilter, site: Site.ID, below: Comment.ID? = nil, limit: Int
    ) throws -> [JudgedComment] {
        let below = below?.rawValue ?? .max
        let words = filter.words.lowercased()
        return try all(
            """
            SELECT \(raw: commentColumns), comment.author_email, comment.author_ip, coalesce(submission.network, ''),
                coalesce(submission.reasons, ''), post.title, address.spelled
            FROM comment JOIN post ON post.id = comment.post_id
                LEFT JOIN submission ON submission.comment_id = comment.id
                LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE comment.site_id = \(site) AND comment.status = \(filter.status) AND comment.id < \(below)
                AND (\(words) = '' OR lower(comment.author_name || ' ' || comment.author_email || ' '
                    || comment.author_url || ' ' || comment.author_ip || ' ' || coalesce(submission.network, ''))
                    LIKE '%' || \(words) || '%')
            ORDER BY comment.id DESC LIMIT \(limit)
            """, decode: JudgedComment.init(row:))
    }

    package func judgedComment(number: Int64, site: Site.ID) throws -> JudgedComment? {
        try first(
            """
            SELECT \(raw: commentColumns), comment.author_email, comment.author_ip, coalesce(submission.network, ''),
                coalesce(submission.reasons, ''), post.title, address.spelled
            FROM comment JOIN post ON post.id = comment.post_id
                LEFT JOIN submission ON submission.comment_id = comment.id
                LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE comment.site_id = \(site) AND comment.number = \(number)
            """, decode: JudgedComment.init(row:))
    }

    /// How many responses are in each state; states without any are left out.
    package func commentStates(site: Site.ID) throws -> [Comment.Status: Int] {
        let rows: [(Comment.Status, Int)] = try all(
            "SELECT status, count(*) FROM comment WHERE site_id = \(site) GROUP BY status"
        ) { (try $0.case(0), $0.int(1)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// What became of the responses that came with this e-mail address.
    package func commentStates(email: String, site: Site.ID) throws -> [Comment.Status: Int] {
        if email.isEmpty { return [:] }
        let rows: [(Comment.Status, Int)] = try all(
            """
            SELECT status, count(*) FROM comment WHERE site_id = \(site) AND author_email = \(email) GROUP BY status
            """
        ) { (try $0.case(0), $0.int(1)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

extension JudgedComment {
    /// Reads `commentColumns` and what is joined to them.
    fileprivate init(row: any Row) throws {
        self.init(
            comment: try Comment(row: row), email: row.text(17), address: row.text(18), network: row.text(19),
            reasons: row.text(20), postTitle: row.text(21), postPath: row.optionalText(22))
    }
}
