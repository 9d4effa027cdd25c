internal import Database

extension Migration {
    /// What a site shows of itself to feeds and search engines.
    static let presenting = Migration(version: 9, name: "presenting") { d in
        [
            """
            ALTER TABLE site ADD COLUMN full_feeds \(d.integer) NOT NULL DEFAULT 1 CHECK (full_feeds IN (0, 1))
            """,
            """
            ALTER TABLE site ADD COLUMN is_hidden \(d.integer) NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1))
            """,
        ]
    }
}
