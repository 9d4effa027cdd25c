package import Database
import Model

/// What a filter did, in a day or in more.
package struct FilterWork: Hashable, Sendable {
    /// Responses that it was asked about.
    package var checked = 0
    /// Of them, those that it called spam, the discarded ones too.
    package var caught = 0
    package var discarded = 0
    /// Of those that it called spam, how many somebody approved.
    package var rescued = 0
    /// Of those that it would have published, how many somebody called spam.
    package var missed = 0

    package init(checked: Int = 0, caught: Int = 0, discarded: Int = 0, rescued: Int = 0, missed: Int = 0) {
        self.checked = checked
        self.caught = caught
        self.discarded = discarded
        self.rescued = rescued
        self.missed = missed
    }
}

extension ReadTransaction {
    /// - Parameters:
    ///   - first: the first day that counts, `2026-02-25`.
    ///   - end: the first that does not.
    package func work(of filter: StoredFilter.ID, from first: String, before end: String) throws -> FilterWork {
        try self.first(
            """
            SELECT coalesce(sum(checked), 0), coalesce(sum(caught), 0), coalesce(sum(discarded), 0),
                coalesce(sum(rescued), 0), coalesce(sum(missed), 0)
            FROM filter_day WHERE filter_id = \(filter) AND day >= \(first) AND day < \(end)
            """
        ) { row in
            FilterWork(
                checked: row.int(0), caught: row.int(1), discarded: row.int(2), rescued: row.int(3), missed: row.int(4))
        } ?? FilterWork()
    }
}

extension WriteTransaction {
    package func add(_ work: FilterWork, to filter: StoredFilter.ID, on day: String) throws {
        try run(
            """
            INSERT INTO filter_day (filter_id, day, checked, caught, discarded, rescued, missed)
            VALUES (\(filter), \(day), \(work.checked), \(work.caught), \(work.discarded), \(work.rescued),
                \(work.missed))
            ON CONFLICT (filter_id, day) DO UPDATE SET checked = filter_day.checked + excluded.checked,
                caught = filter_day.caught + excluded.caught, discarded = filter_day.discarded + excluded.discarded,
                rescued = filter_day.rescued + excluded.rescued, missed = filter_day.missed + excluded.missed
            """)
    }
}
