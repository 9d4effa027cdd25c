internal import Database

extension Migration {
    /// What the bytes of a file tell, once it is here.
    static let mediaFiles = Migration(version: 3, name: "media files") { d in
        [
            "ALTER TABLE medium ADD COLUMN content_hash \(d.text)",
            "ALTER TABLE medium ADD COLUMN bytes \(d.integer)",
            """
            CREATE TABLE medium_copy (
                post_id \(d.integer) NOT NULL REFERENCES medium (post_id) ON DELETE CASCADE, width \(d.integer) NOT NULL,
                name \(d.text) NOT NULL, mime_type \(d.text) NOT NULL, height \(d.integer) NOT NULL,
                bytes \(d.integer) NOT NULL, PRIMARY KEY (post_id, width, name))\(d.keyTable)
            """,
            "CREATE INDEX medium_copy_name ON medium_copy (name)",
        ]
    }
}
