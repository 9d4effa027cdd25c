package import Database
package import Model

extension Link.State: SQLValue {}

extension ReadTransaction {
    package func link(_ id: Link.ID, site: Site.ID) throws -> Link? {
        try first(
            "SELECT \(raw: linkColumns) FROM link WHERE id = \(id) AND site_id = \(site)", decode: Link.init(row:))
    }

    /// The address that has waited longest of those that are due, that somebody names, and whose host may be asked.
    package func dueLink(at now: Instant, site: Site.ID) throws -> Link? {
        try first(
            """
            SELECT \(raw: linkColumns) FROM link
            WHERE site_id = \(site) AND is_ignored = 0 AND due_at <= \(now)
                AND EXISTS (SELECT 1 FROM link_place WHERE link_place.link_id = link.id)
                AND NOT EXISTS (SELECT 1 FROM link_host WHERE link_host.site_id = link.site_id
                    AND link_host.host = link.host AND link_host.free_at > \(now))
            ORDER BY due_at, id LIMIT 1
            """, decode: Link.init(row:))
    }

    /// When the next may be asked, if nothing is due now.
    package func nextLinkDue(site: Site.ID) throws -> Instant? {
        try first(
            """
            SELECT CASE WHEN coalesce(link_host.free_at, 0) > link.due_at THEN link_host.free_at ELSE link.due_at END
                AS due
            FROM link LEFT JOIN link_host ON link_host.site_id = link.site_id AND link_host.host = link.host
            WHERE link.site_id = \(site) AND link.is_ignored = 0
                AND EXISTS (SELECT 1 FROM link_place WHERE link_place.link_id = link.id)
            ORDER BY due LIMIT 1
            """
        ) { $0.instant(0) }
    }

    /// What the owner has attached: the archive's address by the address.
    package func archives(site: Site.ID) throws -> [String: String] {
        let pairs = try all(
            "SELECT address, archive FROM link WHERE site_id = \(site) AND archive IS NOT NULL"
        ) { ($0.text(0), $0.text(1)) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

extension WriteTransaction {
    /// Nobody else asks the address before `due`, nor its host before `free`.
    package func claim(_ link: Link, until due: Instant, hostFree free: Instant, site: Site.ID) throws {
        try run("UPDATE link SET due_at = \(due) WHERE id = \(link.id)")
        try setHost(link.host, freeAt: free, site: site)
    }

    /// A host is left alone until then.
    package func setHost(_ host: String, freeAt free: Instant, site: Site.ID) throws {
        try run(
            """
            INSERT INTO link_host (site_id, host, free_at) VALUES (\(site), \(host), \(free))
            ON CONFLICT (site_id, host) DO UPDATE SET free_at = excluded.free_at
            """)
    }

    /// What a check has found. What the owner says of the address meanwhile stays.
    package func setFound(_ link: Link) throws {
        try run(
            """
            UPDATE link SET state = \(link.state), wants_get = \(link.wantsGet), failures = \(link.failures),
                status = \(link.status), problem = \(link.problem), moved_to = \(link.movedTo),
                checked_at = \(link.checkedAt), worked_at = \(link.workedAt), failing_since = \(link.failingSince),
                due_at = \(link.dueAt)
            WHERE id = \(link.id)
            """)
    }

    package func setArchive(_ archive: String?, of link: Link.ID, site: Site.ID) throws {
        try run("UPDATE link SET archive = \(archive) WHERE id = \(link) AND site_id = \(site)")
    }

    package func setIgnored(_ isIgnored: Bool, of link: Link.ID, site: Site.ID) throws {
        try run("UPDATE link SET is_ignored = \(isIgnored) WHERE id = \(link) AND site_id = \(site)")
    }

    /// - Parameter link: nil: all of them.
    package func setDue(_ link: Link.ID?, at now: Instant, site: Site.ID) throws {
        if let link {
            try run("UPDATE link SET due_at = \(now) WHERE id = \(link) AND site_id = \(site)")
        } else {
            try run("UPDATE link SET due_at = \(now) WHERE site_id = \(site) AND due_at > \(now)")
        }
    }
}

let linkColumns: StaticString = """
    id, address, host, state, wants_get, failures, status, problem, moved_to, checked_at, worked_at, failing_since,
    due_at, archive, is_ignored
    """

extension Link {
    init(row: any Row) throws {
        self.init(
            id: row.id(0), address: row.text(1), host: row.text(2), state: try row.case(3), wantsGet: row.bool(4),
            failures: row.int(5), status: row.optionalInt64(6).map { Int($0) }, problem: row.text(7),
            movedTo: row.optionalText(8), checkedAt: row.optionalInstant(9), workedAt: row.optionalInstant(10),
            failingSince: row.optionalInstant(11), dueAt: row.instant(12), archive: row.optionalText(13),
            isIgnored: row.bool(14))
    }
}
