package import Database
package import Model

/// What the filter said of a response when it came, and what it was told of it since.
package struct StoredJudgement: Hashable, Sendable {
    /// `publish`, `hold`, `spam`; empty where it was not asked.
    package var verdict: String
    /// Of 1,000 responses that it says this of, how many are spam.
    package var permille: Int
    /// In words, one on a line.
    package var reasons: String
    /// How many nearly the same came shortly before.
    package var repetitions: Int
    /// How many of the same sender were approved then.
    package var approvals: Int
    /// How many its network had sent in the ten minutes before.
    package var burst: Int
    /// Whether it named a browser that would have sent other fields with it.
    package var hasOddHead: Bool
    /// Whether somebody said that it is spam, or that it is none; nil while nobody said anything.
    package var taught: Bool?

    package init(
        verdict: String = "", permille: Int = 0, reasons: String = "", repetitions: Int = 0, approvals: Int = 0,
        burst: Int = 0, hasOddHead: Bool = false, taught: Bool? = nil
    ) {
        self.burst = burst
        self.hasOddHead = hasOddHead
        self.verdict = verdict
        self.permille = permille
        self.reasons = reasons
        self.repetitions = repetitions
        self.approvals = approvals
        self.taught = taught
    }
}

extension ReadTransaction {
    package func judgement(of comment: Comment.ID) throws -> StoredJudgement? {
        try first(
            """
            SELECT verdict, permille, reasons, repetitions, approvals, taught, burst, odd_head FROM judgement
            WHERE comment_id = \(comment)
            """
        ) { row in
            StoredJudgement(
                verdict: row.text(0), permille: row.int(1), reasons: row.text(2), repetitions: row.int(3),
                approvals: row.int(4), burst: row.int(6), hasOddHead: row.bool(7),
                taught: row.optionalInt64(5).map { $0 == 1 })
        }
    }

    /// What the filter alone sent to spam, the newest first.
    package func filteredComments(site: Site.ID, limit: Int) throws -> [Comment.ID] {
        try all(
            """
            SELECT judgement.comment_id FROM judgement JOIN comment ON comment.id = judgement.comment_id
            WHERE judgement.site_id = \(site) AND judgement.verdict = 'spam' AND judgement.taught IS NULL
                AND comment.status = 'spam'
            ORDER BY judgement.comment_id DESC LIMIT \(limit)
            """
        ) { $0.id(0) }
    }

    /// Of the newest approved responses, those of visitors that say what is real and that the filter was not taught: it never saw
    /// them, or they have stood since before an instant and nobody minded. The newest first.
    ///
    /// - Parameter limit: how many are looked at.
    package func untaughtComments(standingSince instant: Instant, site: Site.ID, among limit: Int) throws -> [Comment
        .ID]
    {
        try all(
            """
            SELECT comment.id FROM comment LEFT JOIN judgement ON judgement.comment_id = comment.id
            WHERE comment.site_id = \(site) AND comment.status = 'approved' AND comment.kind = 'comment'
                AND comment.account_id IS NULL AND judgement.taught IS NULL
                AND (judgement.comment_id IS NULL OR comment.created_at < \(instant))
                AND comment.id > coalesce((
                    SELECT earlier.id FROM comment AS earlier
                    WHERE earlier.site_id = \(site) AND earlier.status = 'approved'
                    ORDER BY earlier.id DESC LIMIT 1 OFFSET \(limit)), 0)
            ORDER BY comment.id DESC
            """
        ) { $0.id(0) }
    }

    /// All that somebody has decided, in the order in which they came.
    package func taughtComments(site: Site.ID, after comment: Comment.ID, limit: Int) throws -> [(
        id: Comment.ID, isSpam: Bool
    )] {
        try all(
            """
            SELECT comment_id, taught FROM judgement
            WHERE site_id = \(site) AND comment_id > \(comment) AND taught IS NOT NULL
            ORDER BY comment_id LIMIT \(limit)
            """
        ) { (id: $0.id(0), isSpam: $0.bool(1)) }
    }

    /// The newest responses of visitors in some states.
    package func newestComments(in states: [Comment.Status], site: Site.ID, limit: Int) throws -> [Comment.ID] {
        let each = try states.flatMap { status -> [Comment.ID] in
            try all(
                """
                SELECT id FROM comment
                WHERE site_id = \(site) AND status = \(status) AND kind = 'comment' AND account_id IS NULL
                ORDER BY id DESC LIMIT \(limit)
                """
            ) { $0.id(0) }
        }
        return Array(each.sorted { $0.rawValue > $1.rawValue }.prefix(limit))
    }
}

extension WriteTransaction {
    /// Of one that is noted already only what the filter was told changes.
    package func note(_ judgement: StoredJudgement, of comment: Comment.ID, site: Site.ID) throws {
        try run(
            """
            INSERT INTO judgement (comment_id, site_id, verdict, permille, reasons, repetitions, approvals, burst, odd_head,
                taught)
            VALUES (\(comment), \(site), \(judgement.verdict), \(judgement.permille), \(judgement.reasons),
                \(judgement.repetitions), \(judgement.approvals), \(judgement.burst), \(judgement.hasOddHead),
                \(judgement.taught))
            ON CONFLICT (comment_id) DO UPDATE SET taught = excluded.taught
            """)
    }

    /// Notes what the filter was told of a response.
    package func setTaught(_ isSpam: Bool?, of comment: Comment.ID, site: Site.ID) throws {
        try note(StoredJudgement(taught: isSpam), of: comment, site: site)
    }
}
