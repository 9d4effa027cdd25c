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
                comments_per_page, feed_items, front_page, posts_page, full_feeds, is_hidden, date_format, theme,
                icon, default_category, style_version, counts_views)
            VALUES (\(site.title), \(site.tagline), \(site.language), \(site.timeZone), \(site.permalinks),
                \(site.origin), \(site.postsPerPage), \(site.commentsPerPage), \(site.feedItems), \(site.frontPage),
                \(site.postsPage), \(site.hasFullFeeds), \(site.isHidden), \(site.dateFormat), \(site.theme),
                \(site.icon), \(site.defaultCategory), \(site.styleVersion), \(site.countsViews))
            RETURNING id
            """
        ) { $0.id(0) }
        guard let stored = try self.site(try id.orFail("site")) else {
            throw DatabaseError.failed(detail: "the row is gone", site: "insert into site")
        }
        return stored
    }

    package func update(_ site: Site, at now: Instant) throws {
        try run(
            """
            UPDATE site SET title = \(site.title), tagline = \(site.tagline), language = \(site.language),
                time_zone = \(site.timeZone), permalinks = \(site.permalinks), origin = \(site.origin),
                posts_per_page = \(site.postsPerPage), comments_per_page = \(site.commentsPerPage),
                feed_items = \(site.feedItems), front_page = \(site.frontPage), posts_page = \(site.postsPage),
                full_feeds = \(site.hasFullFeeds), is_hidden = \(site.isHidden), date_format = \(site.dateFormat),
                theme = \(site.theme), icon = \(site.icon), default_category = \(site.defaultCategory),
                style_version = \(site.styleVersion), counts_views = \(site.countsViews)
            WHERE id = \(site.id)
            """)
        try touch(.site, site: site.id, at: now)
    }
}

private let siteColumns: StaticString = """
    id, title, tagline, language, time_zone, permalinks, origin, posts_per_page, comments_per_page, feed_items,
    front_page, posts_page, full_feeds, is_hidden, date_format, theme, icon, default_category, style_version,
    counts_views
    """

extension Site {
    fileprivate init(row: any Row) throws {
        self.init(
            id: row.id(0), title: row.text(1), tagline: row.text(2), language: row.text(3), timeZone: row.text(4),
            permalinks: PermalinkStructure(rawValue: row.text(5)), origin: row.text(6), postsPerPage: row.int(7),
            commentsPerPage: row.int(8), feedItems: row.int(9), frontPage: row.optionalID(10),
            postsPage: row.optionalID(11), hasFullFeeds: row.bool(12), isHidden: row.bool(13),
            dateFormat: try row.case(14), theme: row.text(15), icon: row.optionalID(16),
            defaultCategory: row.optionalID(17), styleVersion: row.text(18), countsViews: row.bool(19))
    }
}

extension Optional {
    /// For `INSERT … RETURNING`, which gives a row or an error.
    func orFail(_ table: String) throws -> Wrapped {
        guard let self else { throw DatabaseError.failed(detail: "no row came back", site: "insert into \(table)") }
        return self
    }
}
