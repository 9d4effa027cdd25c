internal import Database

extension Migration {
    /// The sources of a site, by keys, and which post cites which key, whether there is a source of it or not.
    static let sources = Migration(version: 24, name: "sources") { d in
        [
            """
            CREATE TABLE source (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), key \(d.text) NOT NULL,
                csl \(d.text) NOT NULL, sort_key \(d.text) NOT NULL, words \(d.text) NOT NULL,
                created_at \(d.integer) NOT NULL, changed_at \(d.integer) NOT NULL, UNIQUE (site_id, key))\(d.table)
            """,
            "CREATE INDEX source_order ON source (site_id, sort_key, key)",
            """
            CREATE TABLE citing (
                site_id \(d.integer) NOT NULL REFERENCES site (id), key \(d.text) NOT NULL,
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                PRIMARY KEY (site_id, key, post_id))\(d.keyTable)
            """,
            "CREATE INDEX citing_post ON citing (post_id)",
            """
            CREATE TABLE citation_style (
                site_id \(d.integer) PRIMARY KEY REFERENCES site (id),
                style \(d.text) NOT NULL CHECK (style IN ('chicago', 'mla', 'apa')))\(d.table)
            """,
            "ALTER TABLE post_body ADD COLUMN cited \(d.text) NOT NULL DEFAULT ''",
        ]
    }
}
