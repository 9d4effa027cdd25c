package import Database
package import Model

/// A post that cites a source.
package struct CitingPost: Hashable, Sendable {
    package let number: Int64
    package let kind: Post.Kind
    package let title: String
    package let status: Post.Status
    package let author: Account.ID?
}

/// A key that texts cite.
package struct CitedKey: Hashable, Sendable {
    package let key: String
    package let posts: Int
}

extension ReadTransaction {
    /// Where each of the keys is cited, newest post first; the trash is left out.
    package func posts(citing keys: [String], site: Site.ID) throws -> [String: [CitingPost]] {
        if keys.isEmpty { return [:] }
        let pairs = try all(
            """
            SELECT citing.key, post.number, post.kind, post.title, post.status, post.author_id
            FROM citing JOIN post ON post.id = citing.post_id
            WHERE citing.site_id = \(site) AND citing.key IN \(list: keys) AND post.status <> 'trash'
            ORDER BY citing.key, post.id DESC
            """
        ) { row in
            (
                row.text(0),
                CitingPost(
                    number: row.int64(1), kind: Post.Kind(rawValue: row.text(2)), title: row.text(3),
                    status: try row.case(4), author: row.optionalID(5))
            )
        }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    /// Keys that posts outside of the trash cite and no source has, by key.
    package func missingSources(site: Site.ID, limit: Int) throws -> [CitedKey] {
        try all(
            """
            SELECT citing.key, count(*) FROM citing JOIN post ON post.id = citing.post_id
            WHERE citing.site_id = \(site) AND post.status <> 'trash' AND NOT EXISTS (
                SELECT 1 FROM source WHERE source.site_id = citing.site_id AND source.key = citing.key)
            GROUP BY citing.key ORDER BY citing.key LIMIT \(limit)
            """
        ) { CitedKey(key: $0.text(0), posts: $0.int(1)) }
    }

    /// Posts that cite anything, with their bodies, in the order of their ids; the first `limit` after one.
    package func citingBodies(
        after id: Post.ID, site: Site.ID, limit: Int
    ) throws -> [(id: Post.ID, number: Int64, body: PostBody)] {
        try all(
            """
            SELECT post_body.source, source_format, excerpt_source, html, teaser, more_text, excerpt,
                sanitizer_version, cited, post.id, post.number
            FROM post JOIN post_body ON post_body.post_id = post.id
            WHERE post.site_id = \(site) AND post.id > \(id) AND EXISTS (
                SELECT 1 FROM citing WHERE citing.post_id = post.id)
            ORDER BY post.id LIMIT \(limit)
            """
        ) { row in (row.id(9), row.int64(10), try PostBody(row: row)) }
    }
}

extension WriteTransaction {
    /// Keeps what a post cites in line with its text.
    func note(citedBy post: Post, _ body: PostBody) throws {
        try run("DELETE FROM citing WHERE post_id = \(post.id)")
        for key in body.cited {
            try run("INSERT INTO citing (site_id, key, post_id) VALUES (\(post.site), \(key), \(post.id))")
        }
    }
}

extension PostBody {
    /// No key has a line end.
    var storedCited: String { cited.joined(separator: "\n") }
}
