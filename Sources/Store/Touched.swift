package import Database
package import Model

/// What was touched since a reader last asked.
package struct Touches: Hashable, Sendable {
    /// Ask again from here.
    package let latest: Int64
    package let subjects: Set<Subject>
    /// False when rows between were pruned: then anything may have been touched.
    package let isComplete: Bool
}

extension WriteTransaction {
    /// Notes that pages which show `subject` are stale once this transaction is committed.
    package func touch(_ subject: Subject, site: Site.ID, at now: Instant) throws {
        try run("INSERT INTO touched (site_id, subject, at) VALUES (\(site), \(subject.text), \(now))")
    }

    /// Removes all but about the newest `count` rows; a reader that lags further behind drops all that it keeps.
    package func pruneTouched(keeping count: Int = 10_000) throws {
        guard let latest = try first("SELECT max(seq) FROM touched", decode: { $0.optionalInt64(0) }) ?? nil else {
            return
        }
        try run("DELETE FROM touched WHERE seq <= \(latest - Int64(count))")
    }
}

extension ReadTransaction {
    /// The number of the newest row, 0 before the first.
    package func latestTouch() throws -> Int64 {
        try first("SELECT coalesce(max(seq), 0) FROM touched") { $0.int64(0) } ?? 0
    }

    /// What was touched by rows numbered above `sequence`.
    ///
    /// The numbers of one engine's commits are in order (one writer), so none appears later below one that was seen.
    package func touched(after sequence: Int64) throws -> Touches {
        let oldest = try first("SELECT coalesce(min(seq), 0) FROM touched") { $0.int64(0) } ?? 0
        var latest = sequence
        var subjects: Set<Subject> = []
        var isComplete = oldest <= sequence + 1
        _ = try all("SELECT seq, subject FROM touched WHERE seq > \(sequence) ORDER BY seq") { row in
            latest = row.int64(0)
            if let subject = Subject(row.text(1)) { subjects.insert(subject) } else { isComplete = false }
        }
        return Touches(latest: latest, subjects: subjects, isComplete: isComplete)
    }
}
