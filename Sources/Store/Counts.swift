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

    /// Files known to the site.
    package func mediaCount(site: Site.ID) throws -> Int {
        try first("SELECT count(*) FROM medium WHERE site_id = \(site)") { $0.int(0) } ?? 0
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
