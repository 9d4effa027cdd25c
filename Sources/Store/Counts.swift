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
}
