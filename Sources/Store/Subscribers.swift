package import Database
package import Model

extension Subscriber.Pace: SQLValue {}
extension Subscriber.Stream: SQLValue {}
extension Subscriber.Origin: SQLValue {}

/// A post whose responses a subscriber is told of, or asked to be.
package struct FollowedPost: Hashable, Sendable {
    package let post: Post.ID
    package let number: Int64
    package let title: String
    /// Nil for one that readers cannot reach now.
    package let path: String?
    package let isConfirmed: Bool
}

/// One line of the list of subscribers.
package struct SubscriberRow: Hashable, Sendable {
    package let subscriber: Subscriber
    /// Posts whose responses they follow, confirmed.
    package let followed: Int
}

extension ReadTransaction {
    package func subscriber(_ id: Subscriber.ID) throws -> Subscriber? {
        try first("SELECT \(raw: subscriberColumns) FROM subscriber WHERE id = \(id)", decode: Subscriber.init(row:))
    }

    package func subscriber(address: String, site: Site.ID) throws -> Subscriber? {
        try first(
            """
            SELECT \(raw: subscriberColumns) FROM subscriber
            WHERE site_id = \(site) AND folded = \(Subscriber.folded(address))
            """, decode: Subscriber.init(row:))
    }

    /// Those who confirmed, by address.
    ///
    /// - Parameters:
    ///   - words: part of an address; empty: all.
    ///   - after: only addresses behind this one: the last of the page before.
    package func subscribers(
        matching words: String = "", after address: String = "", site: Site.ID, limit: Int
    ) throws -> [SubscriberRow] {
        let (words, folded) = (Subscriber.folded(words), Subscriber.folded(address))
        return try all(
            """
            SELECT \(raw: subscriberColumns),
                (SELECT count(*) FROM followed_post WHERE subscriber_id = subscriber.id AND stream = 'on')
            FROM subscriber
            WHERE site_id = \(site) AND confirmed_at IS NOT NULL AND folded > \(folded)
                AND (\(words) = '' OR folded LIKE '%' || \(words) || '%')
            ORDER BY folded LIMIT \(limit)
            """
        ) { row in SubscriberRow(subscriber: try Subscriber(row: row), followed: row.int(11)) }
    }

    /// How many confirmed.
    package func subscriberCount(site: Site.ID) throws -> Int {
        try first("SELECT count(*) FROM subscriber WHERE site_id = \(site) AND confirmed_at IS NOT NULL") {
            $0.int(0)
        } ?? 0
    }

    package func followedPosts(of subscriber: Subscriber.ID) throws -> [FollowedPost] {
        try all(
            """
            SELECT post.id, post.number, post.title, address.spelled, followed_post.stream
            FROM followed_post JOIN post ON post.id = followed_post.post_id
                LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE followed_post.subscriber_id = \(subscriber) ORDER BY post.id DESC
            """
        ) { row in
            FollowedPost(
                post: row.id(0), number: row.int64(1), title: row.text(2), path: row.optionalText(3),
                isConfirmed: row.text(4) == Subscriber.Stream.on.rawValue)
        }
    }

    /// Whether something under this address was approved.
    package func hasApproved(address: String, site: Site.ID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM comment WHERE site_id = \(site) AND author_email = \(address) AND status = 'approved' LIMIT 1
            """
        ) { $0.int(0) } != nil
    }
}

extension WriteTransaction {
    /// Gives it back with its id.
    package func insert(_ subscriber: Subscriber) throws -> Subscriber {
        let id: Subscriber.ID? = try first(
            """
            INSERT INTO subscriber (site_id, folded, address, pace, new_posts, confirmed_at, browser, asked_at,
                created_at, origin, today)
            VALUES (\(subscriber.site), \(Subscriber.folded(subscriber.address)), \(subscriber.address),
                \(subscriber.pace), \(subscriber.newPosts), \(subscriber.confirmedAt), \(subscriber.browser),
                \(subscriber.askedAt), \(subscriber.createdAt), \(subscriber.origin), \(subscriber.today))
            RETURNING id
            """
        ) { $0.id(0) }
        guard let stored = try id.flatMap({ try self.subscriber($0) }) else {
            throw DatabaseError.failed(detail: "no row came back", site: "inserting a subscriber")
        }
        return stored
    }

    package func update(_ subscriber: Subscriber) throws {
        try run(
            """
            UPDATE subscriber SET pace = \(subscriber.pace), new_posts = \(subscriber.newPosts),
                confirmed_at = \(subscriber.confirmedAt), browser = \(subscriber.browser),
                asked_at = \(subscriber.askedAt), today = \(subscriber.today)
            WHERE id = \(subscriber.id)
            """)
    }

    package func delete(_ subscriber: Subscriber.ID) throws {
        try run("DELETE FROM subscriber WHERE id = \(subscriber)")
    }

    /// What is confirmed stays confirmed.
    package func follow(_ post: Post.ID, by subscriber: Subscriber.ID, _ stream: Subscriber.Stream) throws {
        try run(
            """
            INSERT INTO followed_post (subscriber_id, post_id, stream) VALUES (\(subscriber), \(post), \(stream))
            ON CONFLICT (subscriber_id, post_id) DO UPDATE
                SET stream = CASE WHEN followed_post.stream = 'on' THEN 'on' ELSE excluded.stream END
            """)
    }

    /// - Parameter post: nil for all of them.
    package func unfollow(_ post: Post.ID?, by subscriber: Subscriber.ID) throws {
        if let post {
            try run("DELETE FROM followed_post WHERE subscriber_id = \(subscriber) AND post_id = \(post)")
            try run(
                """
                DELETE FROM news WHERE subscriber_id = \(subscriber) AND post_id = \(post) AND comment_id IS NOT NULL
                """)
        } else {
            try run("DELETE FROM followed_post WHERE subscriber_id = \(subscriber)")
            try run("DELETE FROM news WHERE subscriber_id = \(subscriber) AND comment_id IS NOT NULL")
        }
    }

    /// All that a subscriber asked for is what they agreed to.
    package func confirmFollowedPosts(of subscriber: Subscriber.ID) throws {
        try run("UPDATE followed_post SET stream = 'on' WHERE subscriber_id = \(subscriber)")
    }

    /// Forgets addresses that nobody confirmed, or that ended everything, and that were asked before `time`.
    ///
    /// - Returns: whether any of that kind is left.
    package func forgetUnconfirmed(askedBefore time: Instant, site: Site.ID) throws -> Bool {
        try run(
            """
            DELETE FROM subscriber
            WHERE site_id = \(site) AND confirmed_at IS NULL AND coalesce(asked_at, created_at) < \(time)
            """)
        return try first("SELECT 1 FROM subscriber WHERE site_id = \(site) AND confirmed_at IS NULL LIMIT 1") {
            $0.int(0)
        } != nil
    }
}

private let subscriberColumns: StaticString = """
    subscriber.id, subscriber.site_id, subscriber.address, subscriber.pace, subscriber.new_posts,
    subscriber.confirmed_at, subscriber.browser, subscriber.asked_at, subscriber.created_at, subscriber.origin,
    subscriber.today
    """

extension Subscriber {
    /// Reads `subscriberColumns`.
    fileprivate init(row: any Row) throws {
        self.init(
            id: row.id(0), site: row.id(1), address: row.text(2), pace: try row.case(3), newPosts: try row.case(4),
            today: try row.case(10), confirmedAt: row.optionalInstant(5), browser: row.text(6),
            askedAt: row.optionalInstant(7),
            createdAt: row.instant(8), origin: try row.case(9))
    }
}
