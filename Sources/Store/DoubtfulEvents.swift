package import Database
package import Model

/// A date that was guessed and waits for somebody's word.
package struct DoubtfulEvent: Hashable, Sendable {
    package struct Named: Hashable, Sendable {
        package let id: Post.ID
        package let number: Int64
        package let title: String
        package let author: Account.ID?
        package let localDate: LocalDateTime?
        /// Its first words.
        package let beginning: String
    }

    package let post: Named
    package let event: PostEvent
}

extension ReadTransaction {
    /// In the order of the posts.
    package func doubtfulEvents(site: Site.ID, offset: Int = 0, limit: Int) throws -> [DoubtfulEvent] {
        let found: [DoubtfulEvent?] = try all(
            """
            SELECT post.id, post.number, post.title, post.author_id, post.local_date, post_body.excerpt, post_event.fields
            FROM post_event JOIN post ON post.id = post_event.post_id JOIN post_body ON post_body.post_id = post.id
            WHERE post_event.site_id = \(site) AND post_event.state = 'doubtful' AND post.status <> 'trash'
            ORDER BY post_event.post_id LIMIT \(limit) OFFSET \(offset)
            """
        ) { row in
            PostEvent(stored: row.text(6)).map { event in
                DoubtfulEvent(
                    post: .init(
                        id: row.id(0), number: row.int64(1), title: row.text(2), author: row.optionalID(3),
                        localDate: row.localDate(4), beginning: row.text(5)), event: event)
            }
        }
        return found.compactMap(\.self)
    }

    package func doubtfulEventCount(site: Site.ID) throws -> Int {
        try first(
            """
            SELECT count(*) FROM post_event JOIN post ON post.id = post_event.post_id
            WHERE post_event.site_id = \(site) AND post_event.state = 'doubtful' AND post.status <> 'trash'
            """
        ) { $0.int(0) } ?? 0
    }

    /// Posts of which no event is known, by their ids.
    package func postsWithoutEvent(after last: Post.ID, site: Site.ID, limit: Int) throws -> [Post.ID] {
        try all(
            """
            SELECT id FROM post WHERE site_id = \(site) AND kind = 'post' AND status <> 'trash' AND id > \(last)
                AND NOT EXISTS (SELECT 1 FROM post_event WHERE post_id = post.id)
            ORDER BY id LIMIT \(limit)
            """
        ) { $0.id(0) }
    }
}
