package import Database
package import Model

/// A job that nobody tries any more.
package struct DeadJob: Hashable, Sendable {
    package let id: Int64
    package let kind: String
    package let key: String
    package let attempts: Int
    package let error: String
}

/// Jobs of one kind that are still to be done.
package struct WaitingJobs: Hashable, Sendable {
    package let kind: String
    package let count: Int
    /// Those that failed at least once.
    package let failed: Int
    /// When the next of them is due.
    package let next: Instant
}

extension ReadTransaction {
    /// The oldest dead jobs.
    package func deadJobs(site: Site.ID, limit: Int) throws -> [DeadJob] {
        try all(
            """
            SELECT id, kind, key, attempts, error FROM job WHERE is_dead = 1 AND site_id = \(site)
            ORDER BY id LIMIT \(limit)
            """
        ) {
            DeadJob(
                id: $0.int64(0), kind: $0.text(1), key: $0.text(2), attempts: $0.int(3),
                error: $0.optionalText(4) ?? "")
        }
    }

    package func waitingJobs(site: Site.ID) throws -> [WaitingJobs] {
        try all(
            """
            SELECT kind, count(*), sum(CASE WHEN attempts > 0 AND leased_until IS NULL THEN 1 ELSE 0 END),
                min(run_after)
            FROM job WHERE is_dead = 0 AND site_id = \(site) GROUP BY kind ORDER BY kind
            """
        ) { WaitingJobs(kind: $0.text(0), count: $0.int(1), failed: $0.int(2), next: $0.instant(3)) }
    }
}

extension WriteTransaction {
    /// Gives a dead job all its attempts again.
    package func revive(job id: Int64, site: Site.ID, at now: Instant) throws {
        try run(
            """
            UPDATE job SET is_dead = 0, attempts = 0, error = NULL, leased_until = NULL, run_after = \(now)
            WHERE id = \(id) AND site_id = \(site) AND is_dead = 1
            """)
    }

    package func discard(job id: Int64, site: Site.ID) throws {
        try run("DELETE FROM job WHERE id = \(id) AND site_id = \(site) AND is_dead = 1")
    }
}
