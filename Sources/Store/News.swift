package import Database
package import Model

/// Something that a subscriber is to be told.
package struct NewsItem: Hashable, Sendable {
    package let id: Int64
    package let post: Post
    package let path: String
    /// The response that is new; nil where the post itself is.
    package let comment: Comment?
}

extension ReadTransaction {
    /// Who is to be told something by now, the longest due first.
    package func subscribersDue(at now: Instant, site: Site.ID, limit: Int) throws -> [Subscriber.ID] {
        try all(
            """
            SELECT id FROM subscriber WHERE site_id = \(site) AND due_at <= \(now) ORDER BY due_at, id LIMIT \(limit)
            """
        ) { $0.id(0) }
    }

    /// When the next subscriber is to be told something.
    package func nextNews(site: Site.ID) throws -> Instant? {
        try first(
            "SELECT due_at FROM subscriber WHERE site_id = \(site) AND due_at IS NOT NULL ORDER BY due_at LIMIT 1"
        ) { $0.instant(0) }
    }

    /// The newest on a subscriber's list.
    package func lastNews(of subscriber: Subscriber.ID) throws -> Int64? {
        try first("SELECT id FROM news WHERE subscriber_id = \(subscriber) ORDER BY id DESC LIMIT 1") { $0.int64(0) }
    }

    /// Whether anybody is told of responses to a post.
    package func hasFollowers(_ post: Post.ID) throws -> Bool {
        try first("SELECT 1 FROM followed_post WHERE post_id = \(post) AND stream = 'on' LIMIT 1") { $0.int(0) } != nil
    }

    /// Whether anybody is told of new posts.
    package func hasFollowersOfPosts(site: Site.ID) throws -> Bool {
        try first("SELECT 1 FROM subscriber WHERE site_id = \(site) AND new_posts = 'on' LIMIT 1") { $0.int(0) } != nil
    }

    /// What a subscriber is to be told, oldest first. What readers do not see is left out: it may have been taken back.
    package func news(of subscriber: Subscriber.ID) throws -> [NewsItem] {
        let rows: [(id: Int64, post: Post.ID, comment: Comment.ID?)] = try all(
            "SELECT id, post_id, comment_id FROM news WHERE subscriber_id = \(subscriber) ORDER BY id"
        ) { ($0.int64(0), $0.id(1), $0.optionalID(2)) }
        let comments = Dictionary(
            try self.comments(rows.compactMap(\.comment)).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try rows.compactMap { row in
            guard let post = try self.post(row.post), post.status == .published,
                let path = try canonicalPath(of: post.id)
            else { return nil }
            guard let id = row.comment else { return NewsItem(id: row.id, post: post, path: path, comment: nil) }
            guard let comment = comments[id], comment.status == .approved else { return nil }
            return NewsItem(id: row.id, post: post, path: path, comment: comment)
        }
    }
}

extension WriteTransaction {
    /// Notes that everybody hears of something; false where they did before.
    package func markTold(_ kind: String, _ object: Int64, site: Site.ID) throws -> Bool {
        try run(
            """
            INSERT INTO told (site_id, kind, object_id) VALUES (\(site), \(kind), \(object)) ON CONFLICT DO NOTHING
            """) > 0
    }

    /// Everybody who follows the post of a response is to be told of it, but not who wrote it.
    package func addNews(of comment: Comment, except address: String) throws {
        let author = Subscriber.folded(address)
        try run(
            """
            INSERT INTO news (subscriber_id, post_id, comment_id)
            SELECT subscriber.id, \(comment.post), \(comment.id)
            FROM followed_post JOIN subscriber ON subscriber.id = followed_post.subscriber_id
            WHERE followed_post.post_id = \(comment.post) AND followed_post.stream = 'on'
                AND subscriber.confirmed_at IS NOT NULL AND subscriber.folded <> \(author)
            """)
    }

    /// Everybody who asked for new posts is to be told of this one.
    package func addNews(of post: Post) throws {
        try run(
            """
            INSERT INTO news (subscriber_id, post_id)
            SELECT id, \(post.id) FROM subscriber
            WHERE site_id = \(post.site) AND new_posts = 'on' AND confirmed_at IS NOT NULL
            """)
    }

    /// Sets the time for those of a pace who have something to be told and no time yet.
    package func setDue(_ pace: Subscriber.Pace, at time: Instant, site: Site.ID) throws {
        try run(
            """
            UPDATE subscriber SET due_at = \(time)
            WHERE site_id = \(site) AND pace = \(pace) AND due_at IS NULL
                AND EXISTS (SELECT 1 FROM news WHERE news.subscriber_id = subscriber.id)
            """)
    }

    /// Who had another pace is told by the new one.
    package func clearDue(of subscriber: Subscriber.ID) throws {
        try run("UPDATE subscriber SET due_at = NULL WHERE id = \(subscriber)")
    }

    /// A subscriber was told all up to an item.
    package func dropNews(of subscriber: Subscriber.ID, through item: Int64) throws {
        try run("DELETE FROM news WHERE subscriber_id = \(subscriber) AND id <= \(item)")
        try run(
            """
            UPDATE subscriber SET due_at = NULL
            WHERE id = \(subscriber) AND NOT EXISTS (SELECT 1 FROM news WHERE subscriber_id = \(subscriber))
            """)
    }

    /// New posts are no longer told.
    package func dropNewPosts(of subscriber: Subscriber.ID) throws {
        try run("DELETE FROM news WHERE subscriber_id = \(subscriber) AND comment_id IS NULL")
    }
}
