package import Database
package import Model

extension ReadTransaction {
    /// As it is set; else as it is without a word.
    package func linkChecking(site: Site.ID) throws -> LinkChecking {
        try first("SELECT is_on, interval_days, pause_seconds FROM link_checking WHERE site_id = \(site)") { row in
            LinkChecking(isOn: row.bool(0), intervalDays: row.int(1), pauseSeconds: row.int(2))
        } ?? LinkChecking()
    }

    /// When the addresses in posts were last gathered.
    package func linksCollected(site: Site.ID) throws -> Instant? {
        try first("SELECT collected_at FROM link_checking WHERE site_id = \(site)") { $0.optionalInstant(0) } ?? nil
    }
}

extension WriteTransaction {
    package func set(_ checking: LinkChecking, site: Site.ID) throws {
        try run(
            """
            INSERT INTO link_checking (site_id, is_on, interval_days, pause_seconds)
            VALUES (\(site), \(checking.isOn), \(checking.intervalDays), \(checking.pauseSeconds))
            ON CONFLICT (site_id) DO UPDATE SET is_on = excluded.is_on, interval_days = excluded.interval_days,
                pause_seconds = excluded.pause_seconds
            """)
    }

    /// - Parameter time: nil: they are to be gathered anew.
    package func setLinksCollected(at time: Instant?, site: Site.ID) throws {
        try run("UPDATE link_checking SET collected_at = \(time) WHERE site_id = \(site)")
    }
}
