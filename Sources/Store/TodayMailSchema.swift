internal import Database

extension Migration {
    /// Who is told each morning what happened on that day, and the last day (`YYYY-MM-DD`) of which each was told.
    static let todayMail = Migration(version: 25, name: "todayMail") { d in
        [
            """
            ALTER TABLE subscriber ADD COLUMN today \(d.text) NOT NULL DEFAULT 'off'
                CHECK (today IN ('off', 'asked', 'on'))
            """,
            "ALTER TABLE subscriber ADD COLUMN today_told \(d.text) NOT NULL DEFAULT ''",
            "CREATE INDEX subscriber_today ON subscriber (site_id, today_told, id) WHERE today = 'on'",
            """
            ALTER TABLE chronicle ADD COLUMN mail_hour \(d.integer) NOT NULL DEFAULT 6
                CHECK (mail_hour BETWEEN 0 AND 23)
            """,
        ]
    }
}
