package import Database
package import Model

/// A file with what its attachment says of it.
package struct MediumEntry: Hashable, Sendable {
    package let medium: Medium
    /// The attachment's public number.
    package let number: Int64
    package let parent: Post.ID?
    package let title: String
    /// As the writer left it.
    package let caption: String
    /// The attachment's own page, as it is written in a link.
    package let page: String?
}

/// A picture that may stand for the whole site.
package struct SquarePicture: Hashable, Sendable {
    package let id: Post.ID
    package let number: Int64
    package let title: String
}

extension ReadTransaction {
    /// Pictures that are here and as wide as high, the newest first.
    ///
    /// - Parameter chosen: stands among them whatever its form.
    package func squarePictures(site: Site.ID, including chosen: Post.ID?, limit: Int) throws -> [SquarePicture] {
        let chosen = chosen ?? Post.ID(0)
        return try all(
            """
            SELECT post.id, post.number, post.title FROM medium JOIN post ON post.id = medium.post_id
            WHERE medium.site_id = \(site) AND post.status <> 'trash' AND medium.content_hash IS NOT NULL
                AND (medium.width = medium.height OR post.id = \(chosen))
            ORDER BY post.id DESC LIMIT \(limit)
            """
        ) { row in SquarePicture(id: row.id(0), number: row.int64(1), title: row.text(2)) }
    }
}

// What a rendering may ask for, whole, since it is asked from memory.
extension ReadTransaction {
    /// All files of a site; those of one post stand in its order.
    package func media(site: Site.ID) throws -> [MediumEntry] {
        try all(
            """
            SELECT medium.post_id, medium.source_url, medium.path, medium.mime_type, medium.alternative_text,
                medium.width, medium.height, medium.content_hash, medium.bytes, post.number, post.parent_id,
                post.title, post_body.excerpt_source, address.spelled
            FROM medium
            JOIN post ON post.id = medium.post_id
            JOIN post_body ON post_body.post_id = post.id
            LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE medium.site_id = \(site) AND post.status <> 'trash'
            ORDER BY post.menu_order, post.id
            """, decode: MediumEntry.init(row:))
    }

    /// The sources of reusable blocks by their public number.
    package func reusableBlocks(site: Site.ID) throws -> [Int64: String] {
        let pairs = try all(
            """
            SELECT post.number, post_body.source FROM post JOIN post_body ON post_body.post_id = post.id
            WHERE post.site_id = \(site) AND post.kind = 'wp_block'
            """
        ) { ($0.int64(0), $0.text(1)) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Posts that have another number here than at `source`: local ids by old number.
    package func renumberedPosts(from source: String, site: Site.ID) throws -> [Int64: Post.ID] {
        let pairs: [(Int64, Post.ID)] = try all(
            """
            SELECT old_number, local_id FROM number_alias
            WHERE site_id = \(site) AND kind = 'post' AND source = \(source)
            """
        ) { ($0.int64(0), $0.id(1)) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Posts that readers reach, with their bodies, in the order of their ids; the first `limit` after one.
    package func bodies(
        after id: Post.ID, site: Site.ID, limit: Int
    ) throws -> [(id: Post.ID, number: Int64, body: PostBody)] {
        try all(
            """
            SELECT post_body.source, source_format, excerpt_source, html, teaser, more_text, excerpt,
                sanitizer_version, cited, post.id, post.number
            FROM post JOIN post_body ON post_body.post_id = post.id
            WHERE post.site_id = \(site) AND post.id > \(id) AND post.kind IN ('post', 'page', 'attachment')
            ORDER BY post.id LIMIT \(limit)
            """
        ) { row in (row.id(9), row.int64(10), try PostBody(row: row)) }
    }
}

extension MediumEntry {
    init(row: any Row) {
        self.init(
            medium: Medium(row: row), number: row.int64(9), parent: row.optionalID(10), title: row.text(11),
            caption: row.text(12), page: row.optionalText(13))
    }
}
