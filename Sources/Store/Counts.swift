package import Database
package import Model

/// How many posts of a kind are in a state.
package struct PostCount: Hashable, Sendable {
    package let kind: Post.Kind
    package let status: Post.Status
    package let count: Int
}

/// How many comments of a kind are in a state.
package struct CommentCount: Hashable, Sendable {
    package let kind: Comment.Kind
    package let status: Comment.Status
    package let count: Int
}

/// A file that is known by name only.
package struct MissingMedium: Hashable, Sendable {
    package let path: String
    package let sourceURL: String
    /// The attachment's public number.
    package let number: Int64
    /// The public number of the post that it was attached to.
    package let parent: Int64?
    package let parentTitle: String?
}

// For reports; these read all rows.
extension ReadTransaction {
    package func postCounts(site: Site.ID) throws -> [PostCount] {
        try all(
            """
            SELECT kind, status, count(*) FROM post WHERE site_id = \(site) GROUP BY kind, status ORDER BY kind, status
            """
        ) { PostCount(kind: Post.Kind(rawValue: $0.text(0)), status: try $0.case(1), count: $0.int(2)) }
    }

    package func commentCounts(site: Site.ID) throws -> [CommentCount] {
        try all(
            """
            SELECT kind, status, count(*) FROM comment WHERE site_id = \(site)
            GROUP BY kind, status ORDER BY kind, status
            """
        ) { CommentCount(kind: try $0.case(0), status: try $0.case(1), count: $0.int(2)) }
    }

    /// Files that are known by name only.
    package func missingMediaCount(site: Site.ID) throws -> Int {
        try first(
            """
            SELECT count(*) FROM medium JOIN post ON post.id = medium.post_id
            WHERE medium.site_id = \(site) AND medium.content_hash IS NULL AND post.status <> 'trash'
            """
        ) { $0.int(0) } ?? 0
    }

    /// Files that are not here, with the post that each belongs to, at most `limit`.
    package func missingMedia(site: Site.ID, limit: Int) throws -> [MissingMedium] {
        try all(
            """
            SELECT medium.path, medium.source_url, post.number, parent.number, parent.title
            FROM medium
            JOIN post ON post.id = medium.post_id
            LEFT JOIN post AS parent ON parent.id = post.parent_id
            WHERE medium.site_id = \(site) AND medium.content_hash IS NULL AND post.status <> 'trash'
            ORDER BY medium.post_id LIMIT \(limit)
            """
        ) { row in
            MissingMedium(
                path: row.text(0), sourceURL: row.text(1), number: row.int64(2), parent: row.optionalInt64(3),
                parentTitle: row.optionalText(4))
        }
    }

    /// Files that are here, as what the database says of them.
    package func presentMedia(site: Site.ID) throws -> [Medium] {
        try all(
            """
            SELECT post_id, source_url, path, mime_type, alternative_text, width, height, content_hash, bytes
            FROM medium WHERE site_id = \(site) AND content_hash IS NOT NULL ORDER BY post_id
            """, decode: Medium.init(row:))
    }

    /// Posts and comments that readers see and search does not find, and those that it would find though they are hidden.
    package func searchGaps() throws -> (missing: Int, hidden: Int) {
        let missingPosts = try first(
            """
            SELECT count(*) FROM post
            WHERE status = 'published' AND password IS NULL AND kind IN ('post', 'page')
                AND id NOT IN (SELECT rowid FROM post_words)
            """
        ) { $0.int(0) }
        let hiddenPosts = try first(
            """
            SELECT count(*) FROM post_words WHERE rowid NOT IN (
                SELECT id FROM post
                WHERE status = 'published' AND password IS NULL AND kind IN ('post', 'page'))
            """
        ) { $0.int(0) }
        let missingComments = try first(
            """
            SELECT count(*) FROM comment
            JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id) AND root.thread_size > 0
            JOIN post ON post.id = comment.post_id AND post.status = 'published' AND post.password IS NULL
                AND post.kind IN ('post', 'page')
            WHERE comment.kind = 'comment' AND comment.status = 'approved'
                AND comment.id NOT IN (SELECT rowid FROM comment_words)
            """
        ) { $0.int(0) }
        let hiddenComments = try first(
            """
            SELECT count(*) FROM comment_words WHERE rowid NOT IN (
                SELECT comment.id FROM comment
                JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id) AND root.thread_size > 0
                JOIN post ON post.id = comment.post_id AND post.status = 'published' AND post.password IS NULL
                    AND post.kind IN ('post', 'page')
                WHERE comment.kind = 'comment' AND comment.status = 'approved')
            """
        ) { $0.int(0) }
        return (
            missing: (missingPosts ?? 0) + (missingComments ?? 0), hidden: (hiddenPosts ?? 0) + (hiddenComments ?? 0)
        )
    }

    /// Numbers of published posts and pages that no address leads to, at most 100.
    package func postsWithoutAddress(site: Site.ID) throws -> [Int64] {
        try all(
            """
            SELECT post.number FROM post
            LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE post.site_id = \(site) AND post.status = 'published' AND post.kind IN ('post', 'page')
                AND address.post_id IS NULL
            ORDER BY post.number LIMIT 100
            """
        ) { $0.int64(0) }
    }
}
