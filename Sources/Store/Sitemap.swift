package import Database
package import Model

/// One line of a sitemap.
package struct SitemapEntry: Hashable, Sendable {
    /// Percent-encoded, as in a link.
    package let path: String
    package let modifiedAt: Instant
    /// The addresses of its pictures that are here, its featured one first; percent-encoded, from the root.
    package let pictures: [String]
}

extension ReadTransaction {
    /// How many posts and pages a sitemap names: published, and open to everyone.
    package func sitemapCount(site: Site.ID) throws -> Int {
        try first("SELECT count(*) FROM post WHERE site_id = \(site) AND \(raw: inSitemap)") { $0.int(0) } ?? 0
    }

    /// When a page of each part of the sitemap changed last; one part at least, which may be empty.
    package func sitemapParts(site: Site.ID, perPart: Int = 2_000) throws -> [Instant?] {
        let parts = max(1, (try sitemapCount(site: site) + perPart - 1) / perPart)
        return try (0..<parts).map { part in
            try first(
                """
                SELECT max(modified_at) FROM (
                    SELECT modified_at FROM post WHERE site_id = \(site) AND \(raw: inSitemap)
                    ORDER BY id LIMIT \(perPart) OFFSET \(part * perPart)) AS part
                """
            ) { $0.optionalInstant(0) } ?? nil
        }
    }

    /// Part `part` (from 1) of a sitemap, in the order in which the posts came here, so that full parts stay the same.
    package func sitemap(site: Site.ID, part: Int, perPart: Int = 2_000) throws -> [SitemapEntry] {
        try all(
            """
            SELECT address.spelled, post.modified_at, medium.path,
                CASE WHEN post_body.html LIKE '%<img %' THEN post_body.html ELSE '' END
            FROM post
            JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            JOIN post_body ON post_body.post_id = post.id
            LEFT JOIN medium ON medium.post_id = post.featured_image_id AND medium.content_hash IS NOT NULL
                AND medium.mime_type LIKE 'image/%' AND medium.mime_type <> 'image/svg+xml'
            WHERE post.id IN (
                SELECT id FROM post WHERE site_id = \(site) AND \(raw: inSitemap)
                ORDER BY id LIMIT \(perPart) OFFSET \((part - 1) * perPart))
            ORDER BY post.id
            """
        ) { row in
            let featured = row.optionalText(2).map { [Medium.address(ofPath: $0)] } ?? []
            // The markup goes as soon as its pictures are known: all of it at once would be megabytes.
            let others = SafeHTML.ownPictures(in: row.text(3)).filter { !featured.contains($0) }
            return SitemapEntry(path: row.text(0), modifiedAt: row.instant(1), pictures: featured + others)
        }
    }
}

/// Word for word the condition of the index `post_sitemap`.
private let inSitemap: StaticString =
    "status = 'published' AND password IS NULL AND kind IN ('post', 'page')"
