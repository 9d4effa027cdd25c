package import Database
package import Model

extension Migration {
    /// How often each post was read on each day of the site's own calendar, and whether that is counted.
    static let views = Migration(version: 16, name: "views") { d in
        [
            """
            CREATE TABLE post_view (
                site_id \(d.integer) NOT NULL REFERENCES site (id), day \(d.text) NOT NULL,
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE, views \(d.integer) NOT NULL,
                PRIMARY KEY (site_id, day, post_id))\(d.keyTable)
            """,
            "CREATE INDEX post_view_post ON post_view (post_id, day, views)",
            "ALTER TABLE site ADD COLUMN counts_views \(d.integer) NOT NULL DEFAULT 1",
        ]
    }
}

/// How often something was read on one day, `2026-02-25`.
package struct DayViews: Hashable, Sendable {
    package let day: String
    package let views: Int
}

/// A post and how often it was read.
package struct PostViews: Hashable, Sendable {
    package let number: Int64
    package let title: String
    package let views: Int
}

extension ReadTransaction {
    /// Oldest first; a day without any is left out.
    /// - Parameter first: the first day that is told.
    package func views(of post: Post.ID, from first: String) throws -> [DayViews] {
        try all(
            "SELECT day, views FROM post_view WHERE post_id = \(post) AND day >= \(first) ORDER BY day",
            decode: DayViews.init(row:))
    }

    /// Of all posts together.
    package func views(from first: String, site: Site.ID) throws -> [DayViews] {
        try all(
            """
            SELECT day, sum(views) FROM post_view WHERE site_id = \(site) AND day >= \(first) GROUP BY day ORDER BY day
            """, decode: DayViews.init(row:))
    }

    /// The posts that were read most, with the most first.
    package func mostViewed(from first: String, site: Site.ID, limit: Int) throws -> [PostViews] {
        try all(
            """
            SELECT post.number, post.title, sum(post_view.views) AS total
            FROM post_view JOIN post ON post.id = post_view.post_id
            WHERE post_view.site_id = \(site) AND day >= \(first)
            GROUP BY post.id, post.number, post.title ORDER BY total DESC, post.number DESC LIMIT \(limit)
            """
        ) { PostViews(number: $0.int64(0), title: $0.text(1), views: $0.int(2)) }
    }

    /// Since it was there.
    package func viewCount(of post: Post.ID) throws -> Int {
        try first("SELECT coalesce(sum(views), 0) FROM post_view WHERE post_id = \(post)") { $0.int(0) } ?? 0
    }
}

extension WriteTransaction {
    /// Adds to what was counted on a day. A post that is gone is passed over; no page shows the number, so none changes.
    package func addViews(_ views: Int, of post: Post.ID, on day: String) throws {
        try run(
            """
            INSERT INTO post_view (site_id, day, post_id, views)
            SELECT site_id, \(day), id, \(views) FROM post WHERE id = \(post)
            ON CONFLICT (site_id, day, post_id) DO UPDATE SET views = post_view.views + excluded.views
            """)
    }
}

extension DayViews {
    fileprivate init(row: any Row) { self.init(day: row.text(0), views: row.int(1)) }
}
