package import Database
package import Model

extension ReadTransaction {
    /// The defaults until something was set.
    package func retention(site: Site.ID) throws -> Retention {
        try first(
            """
            SELECT address_days, spam_days, log_days, erasing, backup_days FROM retention WHERE site_id = \(site)
            """
        ) { row in
            var retention = Retention()
            retention.addressDays = row.optionalInt64(0).map { Int($0) }
            retention.spamDays = row.optionalInt64(1).map { Int($0) }
            retention.logDays = row.optionalInt64(2).map { Int($0) }
            retention.erasing = try row.case(3)
            retention.backupDays = row.optionalInt64(4).map { Int($0) }
            return retention
        } ?? Retention()
    }

    /// Responses in spam and trash since before an instant, some of them.
    package func rejectedComments(before instant: Instant, site: Site.ID, limit: Int) throws -> [Comment.ID] {
        try all(
            """
            SELECT id FROM comment
            WHERE site_id = \(site) AND status IN ('spam', 'trash') AND status_at < \(instant) AND status_at > 0
            LIMIT \(limit)
            """
        ) { $0.id(0) }
    }
}

extension WriteTransaction {
    package func set(_ retention: Retention, site: Site.ID, at now: Instant) throws {
        try run("DELETE FROM retention WHERE site_id = \(site)")
        try run(
            """
            INSERT INTO retention (site_id, address_days, spam_days, log_days, erasing, backup_days)
            VALUES (\(site), \(retention.addressDays), \(retention.spamDays), \(retention.logDays),
                \(retention.erasing), \(retention.backupDays))
            """)
        try touch(.site, site: site, at: now)
    }

    /// Forgets where responses before an instant came from.
    package func forgetAddresses(before instant: Instant, site: Site.ID) throws {
        try run(
            """
            UPDATE submission SET network = '', agent = '', seconds = NULL
            WHERE comment_id IN (
                SELECT id FROM comment WHERE site_id = \(site) AND created_at < \(instant) AND author_ip <> '')
            """)
        // What was sent to Akismet names the address; with it the question goes.
        try run(
            """
            DELETE FROM akismet_check WHERE comment_id IN (
                SELECT id FROM comment WHERE site_id = \(site) AND created_at < \(instant) AND author_ip <> '')
            """)
        try run(
            """
            UPDATE comment SET author_ip = ''
            WHERE site_id = \(site) AND created_at < \(instant) AND author_ip <> ''
            """)
    }

    /// Begins the clock of what was rejected before there was one.
    package func dateRejectedComments(site: Site.ID, at now: Instant) throws {
        try run(
            """
            UPDATE comment SET status_at = \(now)
            WHERE site_id = \(site) AND status IN ('spam', 'trash') AND status_at = 0
            """)
    }

    package func forgetEvents(before instant: Instant, site: Site.ID) throws {
        try run("DELETE FROM event WHERE site_id = \(site) AND at < \(instant)")
    }
}

extension Retention.Erasing: SQLValue {}
