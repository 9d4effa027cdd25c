package import Database
package import Model

/// What a page of the media library asks for.
package struct MediaSelection: Hashable, Sendable {
    /// `image/`, `audio/` …: what the kind of a file begins with; empty for all.
    package var kind: String
    /// Part of a title or of a file's name; empty for all.
    package var words: String
    /// Those that are not here instead of those that are.
    package var isMissing: Bool
    package var offset: Int
    package var limit: Int

    package init(kind: String = "", words: String = "", isMissing: Bool = false, offset: Int = 0, limit: Int = 40) {
        self.kind = kind
        self.words = words
        self.isMissing = isMissing
        self.offset = offset
        self.limit = limit
    }
}

extension ReadTransaction {
    /// By the hash of the bytes that are served.
    package func medium(hash: String, site: Site.ID) throws -> Medium? {
        try first(
            "SELECT post_id FROM medium WHERE site_id = \(site) AND content_hash = \(hash) ORDER BY post_id LIMIT 1"
        ) {
            $0.id(0) as Post.ID
        }.flatMap { try medium(of: $0) }
    }

    /// The newest first.
    package func library(_ selection: MediaSelection, site: Site.ID) throws -> [MediumEntry] {
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
                AND CASE WHEN medium.content_hash IS NULL THEN 1 ELSE 0 END = \(selection.isMissing)
                AND medium.mime_type LIKE \(Self.pattern(selection.kind, isBeginning: true)) ESCAPE '!'
                AND (post.title LIKE \(Self.pattern(selection.words)) ESCAPE '!'
                    OR medium.path LIKE \(Self.pattern(selection.words)) ESCAPE '!')
            ORDER BY medium.post_id DESC LIMIT \(selection.limit) OFFSET \(selection.offset)
            """, decode: MediumEntry.init(row:))
    }

    package func libraryEntry(number: Int64, site: Site.ID) throws -> MediumEntry? {
        try first(
            """
            SELECT medium.post_id, medium.source_url, medium.path, medium.mime_type, medium.alternative_text,
                medium.width, medium.height, medium.content_hash, medium.bytes, post.number, post.parent_id,
                post.title, post_body.excerpt_source, address.spelled
            FROM post
            JOIN medium ON medium.post_id = post.id
            JOIN post_body ON post_body.post_id = post.id
            LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE post.site_id = \(site) AND post.number = \(number) AND post.status <> 'trash'
            """, decode: MediumEntry.init(row:))
    }

    /// Posts and pages that show a file or link to it, of every status, the newest first.
    package func posts(showing medium: Medium, site: Site.ID) throws -> [(number: Int64, title: String)] {
        try all(
            """
            SELECT post.number, post.title FROM post JOIN post_body ON post_body.post_id = post.id
            WHERE post.site_id = \(site) AND post.kind IN ('post', 'page') AND post.status <> 'trash'
                AND (post.featured_image_id = \(medium.post)
                    OR post_body.html LIKE \(Self.pattern(medium.address)) ESCAPE '!')
            ORDER BY post.id DESC LIMIT 100
            """
        ) { ($0.int64(0), $0.text(1)) }
    }

    private static func pattern(_ text: String, isBeginning: Bool = false) -> String {
        let literal = text.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
        return (isBeginning ? "" : "%") + literal + "%"
    }
}
