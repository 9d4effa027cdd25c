package import Database
package import Model

extension ReadTransaction {
    package func medium(of post: Post.ID) throws -> Medium? {
        try first(
            "SELECT \(raw: mediumColumns) FROM medium WHERE post_id = \(post)", decode: Medium.init(row:))
    }

    /// By the path under the site's root, percent-decoded.
    package func medium(path: String, site: Site.ID) throws -> Medium? {
        try first(
            """
            SELECT \(raw: mediumColumns) FROM medium WHERE site_id = \(site) AND path = \(path)
            ORDER BY post_id LIMIT 1
            """, decode: Medium.init(row:))
    }

    /// By its attachment's public number.
    package func medium(number: Int64, site: Site.ID) throws -> Medium? {
        try first(
            """
            SELECT \(raw: mediumColumns) FROM medium
            WHERE post_id = (SELECT id FROM post WHERE site_id = \(site) AND number = \(number))
            """, decode: Medium.init(row:))
    }

    /// The attachments of a post in their order, for a gallery that names none.
    package func attachments(of post: Post.ID) throws -> [Medium] {
        try all(
            """
            SELECT medium.post_id, medium.source_url, medium.path, medium.mime_type, medium.alternative_text,
                medium.width, medium.height
            FROM post JOIN medium ON medium.post_id = post.id
            WHERE post.parent_id = \(post) AND post.kind = 'attachment' AND post.status <> 'trash'
            ORDER BY post.menu_order, post.id
            """, decode: Medium.init(row:))
    }
}

extension WriteTransaction {
    /// Sets the file behind an attachment.
    package func setMedium(_ medium: Medium, site: Site.ID) throws {
        try run(
            """
            INSERT INTO medium (post_id, site_id, source_url, path, mime_type, alternative_text, width, height)
            VALUES (\(medium.post), \(site), \(medium.sourceURL), \(medium.path), \(medium.mimeType),
                \(medium.alternativeText), \(medium.width), \(medium.height))
            ON CONFLICT (post_id) DO UPDATE SET source_url = excluded.source_url, path = excluded.path,
                mime_type = excluded.mime_type, alternative_text = excluded.alternative_text,
                width = excluded.width, height = excluded.height
            """)
    }
}

private let mediumColumns: StaticString =
    "post_id, source_url, path, mime_type, alternative_text, width, height"

extension Medium {
    fileprivate init(row: any Row) {
        self.init(
            post: row.id(0), sourceURL: row.text(1), path: row.text(2), mimeType: row.text(3),
            alternativeText: row.text(4), width: row.optionalInt64(5).map(Int.init),
            height: row.optionalInt64(6).map(Int.init))
    }
}
