internal import Database

extension Migration {
    /// How a site writes dates, which theme it wears with what rules of the owner's own, its icon, and where posts without a
    /// category stand.
    static let shaping = Migration(version: 13, name: "shaping") { d in
        [
            "ALTER TABLE site ADD COLUMN date_format \(d.text) NOT NULL DEFAULT 'language'",
            "ALTER TABLE site ADD COLUMN theme \(d.text) NOT NULL DEFAULT ''",
            "ALTER TABLE site ADD COLUMN icon \(d.integer)",
            "ALTER TABLE site ADD COLUMN default_category \(d.integer)",
            """
            CREATE TABLE site_style (
                site_id \(d.integer) PRIMARY KEY REFERENCES site (id), css \(d.text) NOT NULL)\(d.table)
            """,
            "ALTER TABLE site ADD COLUMN style_version \(d.text) NOT NULL DEFAULT ''",
        ]
    }
}
