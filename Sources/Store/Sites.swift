package import Database
package import Model

extension ReadTransaction {
    /// The one site of this database; nil before the first import or set-up.
    package func site() throws -> Site? {
        try first("SELECT \(raw: siteColumns) FROM site ORDER BY id LIMIT 1", decode: Site.init(row:))
    }

    package func site(_ id: Site.ID) throws -> Site? {
        try first("SELECT \(raw: siteColumns) FROM site WHERE id = \(id)", decode: Site.init(row:))
    }
}

extension WriteTransaction {
    /// Adds a site; the `id` of `site` is not read. Gives it back with the id that it got.
    package func insert(_ site: Site) throws -> Site {
        let id: Site.ID? = try first(
            """
            INSERT INTO site (title, tagline, language, time_zone, permalinks, origin, posts_per_page,
                comments_per_page, feed_items, front_page, posts_page, full_feeds, is_hidden)
            VALUES (\(site.title), \(site.tagline), \(site.language), \(site.timeZone), \(site.permalinks),
                \(site.origin), \(site.postsPerPage), \(site.commentsPerPage), \(site.feedItems), \(site.frontPage),
                \(site.postsPage), \(site.hasFullFeeds), \(site.isHidden))
            RETURNING id
            """
        ) { $0.id(0) }
        return Site(
            id: try id.orFail("site"), title: site.title, tagline: site.tagline, language: site.language,
            timeZone: site.timeZone, permalinks: site.permalinks, origin: site.origin,
            postsPerPage: site.postsPerPage, commentsPerPage: site.commentsPerPage, feedItems: site.feedItems,
            frontPage: site.frontPage, postsPage: site.postsPage, hasFullFeeds: site.hasFullFeeds,
            isHidden: site.isHidden)
    }

    package func update(_ site: Site, at now: Instant) throws {
        try run(
            """
            UPDATE site SET title = \(site.title), tagline = \(site.tagline), language = \(site.language),
                time_zone = \(site.timeZone), permalinks = \(site.permalinks), origin = \(site.origin),
                posts_per_page = \(site.postsPerPage), comments_per_page = \(site.commentsPerPage),
                feed_items = \(site.feedItems), front_page = \(site.frontPage), posts_page = \(site.postsPage),
                full_feeds = \(site.hasFullFeeds), is_hidden = \(site.isHidden)
            WHERE id = \(site.id)
            """)
        try touch(.site, site: site.id, at: now)
    }
}

private let siteColumns: StaticString = """
    id, title, tagline, language, time_zone, permalinks, origin, posts_per_page, comments_per_page, feed_items,
    front_page, posts_page, full_feeds, is_hidden
    """

extension Site {
    fileprivate init(row: any Row) {
        self.init(
            id: row.id(0), title: row.text(1), tagline: row.text(2), language: row.text(3), timeZone: row.text(4),
            permalinks: PermalinkStructure(rawValue: row.text(5)), origin: row.text(6), postsPerPage: row.int(7),
            commentsPerPage: row.int(8), feedItems: row.int(9), frontPage: row.optionalID(10),
            postsPage: row.optionalID(11), hasFullFeeds: row.bool(12), isHidden: row.bool(13))
    }
}

extension Optional {
    /// For `INSERT … RETURNING`, which gives a row or an error.
    func orFail(_ table: String) throws -> Wrapped {
        guard let self else { throw DatabaseError.failed(detail: "no row came back", site: "insert into \(table)") }
        return self
    }
}
