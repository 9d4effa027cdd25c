package import Database
package import Model

extension ReadTransaction {
    /// How the site takes responses: the defaults until something was set.
    package func discussion(site: Site.ID) throws -> Discussion {
        try first(
            """
            SELECT opens_new_posts, email, closes_after_days, depth, newest_first, holding, links_held, held_words,
                blocked_words, edit_minutes, mails_new, mails_held, responders, likes,
                likes_comments, filtering, real_lost, spam_published, asks_akismet
            FROM discussion WHERE site_id = \(site)
            """
        ) { row in
            var discussion = Discussion()
            discussion.opensNewPosts = row.bool(0)
            discussion.email = try row.case(1)
            discussion.closesAfterDays = row.optionalInt64(2).map { Int($0) }
            discussion.depth = row.int(3)
            discussion.isNewestFirst = row.bool(4)
            discussion.holding = try row.case(5)
            discussion.linksHeld = row.optionalInt64(6).map { Int($0) }
            discussion.heldWords = row.text(7).lines
            discussion.blockedWords = row.text(8).lines
            discussion.editMinutes = row.int(9)
            discussion.mailsNew = row.bool(10)
            discussion.mailsHeld = row.bool(11)
            discussion.admits = try row.case(12)
            discussion.likes = try row.case(13)
            discussion.likesComments = row.bool(14)
            discussion.filtering = try row.case(15)
            discussion.realLost = row.int(16)
            discussion.spamPublished = row.int(17)
            discussion.asksAkismet = row.bool(18)
            return discussion
        } ?? Discussion()
    }
}

extension WriteTransaction {
    package func set(_ discussion: Discussion, site: Site.ID, at now: Instant) throws {
        try run("DELETE FROM discussion WHERE site_id = \(site)")
        try run(
            """
            INSERT INTO discussion (site_id, opens_new_posts, email, closes_after_days, depth, newest_first, holding,
                links_held, held_words, blocked_words, edit_minutes, mails_new, mails_held, responders, likes,
                likes_comments, filtering, real_lost, spam_published, asks_akismet)
            VALUES (\(site), \(discussion.opensNewPosts), \(discussion.email), \(discussion.closesAfterDays),
                \(discussion.depth), \(discussion.isNewestFirst), \(discussion.holding), \(discussion.linksHeld),
                \(discussion.heldWords.joined(separator: "\n")), \(discussion.blockedWords.joined(separator: "\n")),
                \(discussion.editMinutes), \(discussion.mailsNew), \(discussion.mailsHeld), \(discussion.admits), \(discussion.likes),
                \(discussion.likesComments), \(discussion.filtering), \(discussion.realLost),
                \(discussion.spamPublished), \(discussion.asksAkismet))
            """)
        try touch(.site, site: site, at: now)
    }
}

extension Discussion.Asking: SQLValue {}
extension Discussion.Holding: SQLValue {}
extension Discussion.Admission: SQLValue {}
extension Discussion.Liking: SQLValue {}
extension Discussion.Filtering: SQLValue {}

extension String {
    fileprivate var lines: [String] { split(separator: "\n").map(String.init) }
}
