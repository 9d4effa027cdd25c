package import Database
package import Model

/// A post that tells of a known day of a known year.
package struct DatedPost: Hashable, Sendable {
    package let number: Int64
    package let title: String
    package let status: Post.Status
    package let author: Account.ID?
    package let day: DayOfYear
    /// Of the calendar that we count by, with a year 0.
    package let year: Int
    package let event: PostEvent
}

extension ReadTransaction {
    /// All that are public, or that somebody is writing; by day, then by year.
    package func datedPosts(site: Site.ID) throws -> [DatedPost] {
        let found: [DatedPost?] = try all(
            """
            SELECT post.number, post.title, post.status, post.author_id, post_event.month, post_event.day,
                post_event.first_day, post_event.fields
            FROM post_event JOIN post ON post.id = post_event.post_id
            WHERE post_event.site_id = \(site) AND post_event.state = 'certain' AND post_event.month IS NOT NULL
                AND post_event.first_day IS NOT NULL AND post.kind = 'post'
                AND post.status IN ('published', 'draft', 'pending', 'scheduled')
            ORDER BY post_event.month, post_event.day, post_event.first_day, post.id
            """
        ) { row in
            guard let day = DayOfYear(month: row.int(4), day: row.int(5)),
                let year = EventSpan.year(ofKey: row.int64(6)), let event = PostEvent(stored: row.text(7))
            else { return nil }
            return DatedPost(
                number: row.int64(0), title: row.text(1), status: try row.case(2), author: row.optionalID(3), day: day,
                year: year, event: event)
        }
        return found.compactMap(\.self)
    }
}
