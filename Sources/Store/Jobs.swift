package import Database
package import Model

/// A job that somebody has taken on.
package struct LeasedJob: Hashable, Sendable {
    package let id: Int64
    package let kind: String
    package let key: String
    package let payload: String
    /// This one included.
    package let attempts: Int
    let version: Int64
    /// Counts how often it was taken on: who had it before has no say any more.
    let lease: Int64
}

extension WriteTransaction {
    /// Asks for a job, in the transaction of the change that needs it. A job of the same kind and key is not made twice:
    /// one that waits takes the newer payload, one that is under way runs once more, a dead one gets another chance.
    package func enqueue(
        _ kind: String, key: String, payload: String = "", site: Site.ID, after time: Instant
    ) throws {
        try run(
            """
            INSERT INTO job (site_id, kind, key, payload, run_after)
            VALUES (\(site), \(kind), \(key), \(payload), \(time))
            ON CONFLICT (site_id, kind, key) DO UPDATE SET payload = excluded.payload, version = job.version + 1,
                attempts = 0, is_dead = 0,
                run_after = CASE WHEN job.is_dead = 0 AND job.run_after < excluded.run_after
                    THEN job.run_after ELSE excluded.run_after END
            """)
    }

    /// The job is needed no more, whatever has become of it.
    package func withdraw(_ kind: String, key: String, site: Site.ID) throws {
        try run("DELETE FROM job WHERE site_id = \(site) AND kind = \(kind) AND key = \(key)")
    }

    /// Takes on the job that has waited longest, if one of these kinds is due. Of each kind one is under way at a time, in
    /// all processes. One whose lease ran out, since its process died, is due again.
    package func lease(of kinds: [String], at now: Instant, until end: Instant) throws -> LeasedJob? {
        let found = try first(
            """
            SELECT id, kind, key, payload, attempts, version, lease FROM job
            WHERE is_dead = 0 AND run_after <= \(now) AND kind IN \(list: kinds.sorted())
                AND NOT EXISTS (SELECT 1 FROM job AS other WHERE other.is_dead = 0 AND other.kind = job.kind
                    AND other.leased_until > \(now))
            ORDER BY run_after, id LIMIT 1
            """
        ) { row in
            LeasedJob(
                id: row.int64(0), kind: row.text(1), key: row.text(2), payload: row.text(3), attempts: row.int(4) + 1,
                version: row.int64(5), lease: row.int64(6) + 1)
        }
        guard let job = found else { return nil }
        try run(
            """
            UPDATE job SET leased_until = \(end), attempts = \(job.attempts), lease = \(job.lease)
            WHERE id = \(job.id)
            """)
        return job
    }

    /// Whoever runs the job is alive and goes on until `end` at least.
    package func renew(_ job: LeasedJob, until end: Instant) throws {
        try run("UPDATE job SET leased_until = \(end) WHERE id = \(job.id) AND lease = \(job.lease)")
    }

    /// The job is done. If it was asked for again meanwhile, it stays and is due.
    ///
    /// - Parameter again: when it runs once more; nil: never.
    package func finish(_ job: LeasedJob, again: Instant? = nil) throws {
        let done: Int
        if let again {
            done = try run(
                """
                UPDATE job SET leased_until = NULL, attempts = 0, error = NULL, run_after = \(again)
                WHERE id = \(job.id) AND version = \(job.version) AND lease = \(job.lease)
                """)
        } else {
            done = try run(
                "DELETE FROM job WHERE id = \(job.id) AND version = \(job.version) AND lease = \(job.lease)")
        }
        if done == 0 { try release(job) }
    }

    /// The job failed: it is tried again at `retry`, or never.
    ///
    /// - Parameter pausesKind: all others of its kind wait as long.
    package func fail(_ job: LeasedJob, error: String, retry: Instant?, pausesKind: Bool = false) throws {
        let failed = try run(
            """
            UPDATE job SET leased_until = NULL, error = \(error), is_dead = \(retry == nil),
                run_after = coalesce(\(retry), run_after)
            WHERE id = \(job.id) AND version = \(job.version) AND lease = \(job.lease)
            """)
        if failed == 0 { try release(job) }
        if pausesKind, let retry {
            try run(
                "UPDATE job SET run_after = \(retry) WHERE is_dead = 0 AND kind = \(job.kind) AND run_after < \(retry)")
        }
    }

    /// Whoever took the job on stops before it is done; that is no failure of the job.
    package func giveBack(_ job: LeasedJob) throws {
        try run(
            """
            UPDATE job SET leased_until = NULL, attempts = \(job.attempts - 1)
            WHERE id = \(job.id) AND version = \(job.version) AND lease = \(job.lease)
            """)
    }

    private func release(_ job: LeasedJob) throws {
        try run("UPDATE job SET leased_until = NULL WHERE id = \(job.id) AND lease = \(job.lease)")
    }
}

extension ReadTransaction {
    /// When the next job of these kinds is due; it may be in the past. Nil when none is left.
    package func nextJob(of kinds: [String]) throws -> Instant? {
        try first(
            """
            SELECT CASE WHEN leased_until > run_after THEN leased_until ELSE run_after END AS due FROM job
            WHERE is_dead = 0 AND kind IN \(list: kinds.sorted()) ORDER BY due LIMIT 1
            """
        ) { $0.instant(0) }
    }
}
