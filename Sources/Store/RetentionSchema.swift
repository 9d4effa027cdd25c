internal import Database

extension Migration {
    /// How long what visitors leave is kept.
    static let retention = Migration(version: 19, name: "retention") { d in
        [
            """
            CREATE TABLE retention (
                site_id \(d.integer) PRIMARY KEY REFERENCES site (id), address_days \(d.integer), spam_days \(d.integer),
                log_days \(d.integer), erasing \(d.text) NOT NULL CHECK (erasing IN ('removes', 'anonymizes')),
                backup_days \(d.integer))\(d.table)
            """,
            "ALTER TABLE comment ADD COLUMN status_at \(d.integer) NOT NULL DEFAULT 0",
            "CREATE INDEX comment_address ON comment (site_id, created_at) WHERE author_ip <> ''",
            "CREATE INDEX comment_rejected ON comment (site_id, status_at) WHERE status IN ('spam', 'trash')",
            "CREATE INDEX event_at ON event (site_id, at)",
        ]
    }
}
