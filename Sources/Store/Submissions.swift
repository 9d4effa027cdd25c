package import Database
package import Model

/// How a response came in. Nothing of it is shown to readers.
package struct Submission: Hashable, Sendable {
    /// Of who said what where: the same twice is one response.
    package var digest: String
    /// Stands for the browser that sent it: a digest of the token in its cookie.
    package var browser: String
    /// The /24 or /48 that it came from; empty where that is not known.
    package var network: String
    package var agent: String
    /// Between the page's loading and the form's sending; nil where no script ran.
    package var seconds: Int?
    /// Whether the field was filled that people do not see.
    package var filledTrap: Bool
    /// Why it is in the state that it came in, one on a line.
    package var reasons: String

    package init(
        digest: String, browser: String, network: String, agent: String, seconds: Int? = nil, filledTrap: Bool = false,
        reasons: String = ""
    ) {
        self.digest = digest
        self.browser = browser
        self.network = network
        self.agent = agent
        self.seconds = seconds
        self.filledTrap = filledTrap
        self.reasons = reasons
    }
}

extension ReadTransaction {
    /// The response that came in with this digest before.
    package func comment(submittedAs digest: String, site: Site.ID) throws -> Comment? {
        try first(
            """
            SELECT \(raw: commentColumns) FROM comment JOIN submission ON submission.comment_id = comment.id
            WHERE submission.site_id = \(site) AND submission.digest = \(digest)
            """, decode: Comment.init(row:))
    }

    /// Whether anything that this browser sent was approved.
    package func hasApproved(browser: String, site: Site.ID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM submission JOIN comment ON comment.id = submission.comment_id
            WHERE submission.site_id = \(site) AND submission.browser = \(browser) AND comment.status = 'approved'
            LIMIT 1
            """
        ) { $0.int(0) } != nil
    }

    /// What a browser sent to a post, whatever became of it; not what its sender took back.
    package func comments(of post: Post.ID, fromBrowser browser: String, site: Site.ID) throws -> [Comment] {
        try all(
            """
            SELECT \(raw: commentColumns) FROM submission JOIN comment ON comment.id = submission.comment_id
            WHERE submission.site_id = \(site) AND submission.browser = \(browser) AND comment.post_id = \(post)
                AND comment.status <> 'trash'
            ORDER BY comment.id
            """, decode: Comment.init(row:))
    }

    package func submission(of comment: Comment.ID) throws -> Submission? {
        try first(
            """
            SELECT digest, browser, network, agent, seconds, filled_trap, reasons FROM submission
            WHERE comment_id = \(comment)
            """
        ) { row in
            Submission(
                digest: row.text(0), browser: row.text(1), network: row.text(2), agent: row.text(3),
                seconds: row.optionalInt64(4).map { Int($0) }, filledTrap: row.bool(5), reasons: row.text(6))
        }
    }
}

extension WriteTransaction {
    package func note(_ submission: Submission, of comment: Comment.ID, site: Site.ID) throws {
        try run(
            """
            INSERT INTO submission (comment_id, site_id, digest, browser, network, agent, seconds, filled_trap, reasons)
            VALUES (\(comment), \(site), \(submission.digest), \(submission.browser), \(submission.network),
                \(submission.agent), \(submission.seconds), \(submission.filledTrap), \(submission.reasons))
            """)
    }

    /// Lets the same be said again, after it was taken back or changed.
    package func changeDigest(to digest: String, of comment: Comment.ID) throws {
        try run("UPDATE submission SET digest = \(digest) WHERE comment_id = \(comment)")
    }
}
