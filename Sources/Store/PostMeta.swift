package import Database
package import Model

extension ReadTransaction {
    /// A post's custom fields in their order.
    package func meta(of post: Post.ID) throws -> [MetaEntry] {
        try all("SELECT key, value FROM post_meta WHERE post_id = \(post) ORDER BY ordinal") {
            MetaEntry(key: $0.text(0), value: $0.text(1))
        }
    }
}

extension WriteTransaction {
    /// Gives a post these custom fields in place of those that it has.
    package func setMeta(_ entries: [MetaEntry], of post: Post.ID) throws {
        try run("DELETE FROM post_meta WHERE post_id = \(post)")
        for (ordinal, entry) in entries.enumerated() {
            try run(
                """
                INSERT INTO post_meta (post_id, ordinal, key, value)
                VALUES (\(post), \(ordinal), \(entry.key), \(entry.value))
                """)
        }
    }
}
