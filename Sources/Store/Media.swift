package import Database
package import Model

extension ReadTransaction {
    package func medium(of post: Post.ID) throws -> Medium? {
        try first(
            "SELECT \(raw: mediumColumns) FROM medium WHERE post_id = \(post)", decode: Medium.init(row:))
    }

    /// By the path under the site's root, percent-decoded; of several, one whose file is here.
    package func medium(path: String, site: Site.ID) throws -> Medium? {
        try first(
            """
            SELECT \(raw: mediumColumns) FROM medium WHERE site_id = \(site) AND path = \(path)
            ORDER BY content_hash IS NULL, post_id LIMIT 1
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

    /// The smaller copies of a picture, narrowest first.
    package func copies(of post: Post.ID) throws -> [Medium.Copy] {
        try all(
            "SELECT name, mime_type, width, height, bytes FROM medium_copy WHERE post_id = \(post) ORDER BY width, name"
        ) { Medium.Copy(row: $0) }
    }

    /// The copies of several pictures, narrowest first.
    package func copies(of attachments: [Post.ID]) throws -> [Post.ID: [Medium.Copy]] {
        if attachments.isEmpty { return [:] }
        return try copies(
            """
            SELECT name, mime_type, width, height, bytes, post_id FROM medium_copy
            WHERE post_id IN \(list: attachments) ORDER BY post_id, width, name
            """)
    }

    /// Those of all pictures.
    package func copies(site: Site.ID) throws -> [Post.ID: [Medium.Copy]] {
        try copies(
            """
            SELECT name, medium_copy.mime_type, medium_copy.width, medium_copy.height, medium_copy.bytes,
                medium_copy.post_id
            FROM medium_copy JOIN medium ON medium.post_id = medium_copy.post_id
            WHERE medium.site_id = \(site) ORDER BY medium_copy.post_id, medium_copy.width, name
            """)
    }

    private func copies(_ question: SQL) throws -> [Post.ID: [Medium.Copy]] {
        let rows: [(post: Post.ID, copy: Medium.Copy)] = try all(question) { ($0.id(5), Medium.Copy(row: $0)) }
        return Dictionary(grouping: rows, by: \.post).mapValues { $0.map(\.copy) }
    }

    /// A copy by its name; several pictures may share one.
    package func copy(named name: String) throws -> Medium.Copy? {
        try first("SELECT name, mime_type, width, height, bytes FROM medium_copy WHERE name = \(name) LIMIT 1") {
            Medium.Copy(row: $0)
        }
    }

    /// The files behind attachments, in no certain order.
    package func media(of attachments: [Post.ID]) throws -> [Medium] {
        if attachments.isEmpty { return [] }
        return try all(
            "SELECT \(raw: mediumColumns) FROM medium WHERE post_id IN \(list: attachments)",
            decode: Medium.init(row:))
    }

    /// The attachments of a post in their order, for a gallery that names none.
    package func attachments(of post: Post.ID) throws -> [Medium] {
        try all(
            """
            SELECT medium.post_id, medium.source_url, medium.path, medium.mime_type, medium.alternative_text,
                medium.width, medium.height, medium.content_hash, medium.bytes
            FROM post JOIN medium ON medium.post_id = post.id
            WHERE post.parent_id = \(post) AND post.kind = 'attachment' AND post.status <> 'trash'
            ORDER BY post.menu_order, post.id
            """, decode: Medium.init(row:))
    }
}

extension WriteTransaction {
    /// Sets what is told of the file behind an attachment. What was learned from a file that is here stays, unless it
    /// belongs to another path.
    package func setMedium(_ medium: Medium, site: Site.ID) throws {
        try run(
            """
            INSERT INTO medium (post_id, site_id, source_url, path, mime_type, alternative_text, width, height)
            VALUES (\(medium.post), \(site), \(medium.sourceURL), \(medium.path), \(medium.mimeType),
                \(medium.alternativeText), \(medium.width), \(medium.height))
            ON CONFLICT (post_id) DO UPDATE SET source_url = excluded.source_url, path = excluded.path,
                alternative_text = excluded.alternative_text,
                mime_type = CASE WHEN medium.content_hash IS NOT NULL AND medium.path = excluded.path
                    THEN medium.mime_type ELSE excluded.mime_type END,
                width = CASE WHEN medium.content_hash IS NOT NULL AND medium.path = excluded.path
                    THEN medium.width ELSE excluded.width END,
                height = CASE WHEN medium.content_hash IS NOT NULL AND medium.path = excluded.path
                    THEN medium.height ELSE excluded.height END,
                bytes = CASE WHEN medium.path = excluded.path THEN medium.bytes END,
                content_hash = CASE WHEN medium.path = excluded.path THEN medium.content_hash END
            """)
    }

    /// Notes that the file of a medium is here, with what its bytes told, and the copies that were made of it.
    package func arrive(_ medium: Medium, copies: [Medium.Copy], site: Site.ID, at now: Instant) throws {
        let changed = try run(
            """
            UPDATE medium SET mime_type = \(medium.mimeType), width = \(medium.width), height = \(medium.height),
                content_hash = \(medium.file?.hash), bytes = \(medium.file?.bytes)
            WHERE post_id = \(medium.post) AND path = \(medium.path)
            """)
        guard changed > 0 else { return }
        try run("DELETE FROM medium_copy WHERE post_id = \(medium.post)")
        for copy in copies {
            try run(
                """
                INSERT INTO medium_copy (post_id, width, name, mime_type, height, bytes)
                VALUES (\(medium.post), \(copy.width), \(copy.name), \(copy.mimeType), \(copy.height), \(copy.bytes))
                """)
        }
        try touch(.post(medium.post), site: site, at: now)
        // Feeds and the sitemap tell of files, too.
        try touch(.lists, site: site, at: now)
    }
}

private let mediumColumns: StaticString =
    "post_id, source_url, path, mime_type, alternative_text, width, height, content_hash, bytes"

extension Medium {
    init(row: any Row) {
        self.init(
            post: row.id(0), sourceURL: row.text(1), path: row.text(2), mimeType: row.text(3),
            alternativeText: row.text(4), width: row.optionalInt64(5).map(Int.init),
            height: row.optionalInt64(6).map(Int.init),
            file: row.optionalText(7).map { StoredFile(hash: $0, bytes: row.int(8)) })
    }
}

extension Medium.Copy {
    fileprivate init(row: any Row) {
        self.init(
            name: row.text(0), mimeType: row.text(1), width: row.int(2), height: row.int(3), bytes: row.int(4))
    }
}
