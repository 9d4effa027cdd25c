internal import Database

extension Migration {
    /// Whom the site tells of responses.
    static let notifying = Migration(version: 11, name: "notifying") { d in
        [
            """
            ALTER TABLE discussion ADD COLUMN mails_new \(d.integer) NOT NULL DEFAULT 1 CHECK (mails_new IN (0, 1))
            """,
            """
            ALTER TABLE discussion ADD COLUMN mails_held \(d.integer) NOT NULL DEFAULT 1 CHECK (mails_held IN (0, 1))
            """,
        ]
    }
}
