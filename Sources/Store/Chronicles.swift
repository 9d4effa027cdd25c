package import Database
package import Model

extension LeapDayRule: SQLValue {}

extension ReadTransaction {
    /// As it is set; else as it is without a word.
    package func chronicle(site: Site.ID) throws -> Chronicle {
        try first(
            "SELECT prefix, leap_day, on_home, beside_posts, per_page, mail_hour FROM chronicle WHERE site_id = \(site)"
        ) { row in
            Chronicle(
                prefix: row.text(0), leapDay: try row.case(1), isOnHome: row.bool(2), isBesidePosts: row.bool(3),
                perPage: row.int(4), mailHour: row.int(5))
        } ?? Chronicle()
    }

    /// Whether something of the site's own has an address that the chronicle would have at the root.
    package func hasChronicleAddresses(site: Site.ID) throws -> Bool {
        for folder in Chronicle.folders.sorted() {
            let isTaken = try first(
                """
                SELECT 1 FROM address WHERE site_id = \(site) AND path >= \("/\(folder)/") AND path < \("/\(folder)0")
                LIMIT 1
                """
            ) { _ in true }
            if isTaken == true { return true }
        }
        return false
    }
}

extension WriteTransaction {
    package func set(_ chronicle: Chronicle, site: Site.ID, at now: Instant) throws {
        try run(
            """
            INSERT INTO chronicle (site_id, prefix, leap_day, on_home, beside_posts, per_page, mail_hour)
            VALUES (\(site), \(chronicle.prefix), \(chronicle.leapDay), \(chronicle.isOnHome),
                \(chronicle.isBesidePosts), \(chronicle.perPage), \(chronicle.mailHour))
            ON CONFLICT (site_id) DO UPDATE SET prefix = excluded.prefix, leap_day = excluded.leap_day,
                on_home = excluded.on_home, beside_posts = excluded.beside_posts, per_page = excluded.per_page,
                mail_hour = excluded.mail_hour
            """)
        try touch(.site, site: site, at: now)
        try touch(.lists, site: site, at: now)
    }
}
