package import Database
package import Model

/// Events that readers page through, in the order of time.
package indirect enum EventList: Hashable, Sendable {
    /// Of a day over all years, as it was written.
    case day(DayOfYear)
    /// By day, then by year.
    case month(Int)
    /// What happened between two days, or began there and lasted. By `EventSpan.key`.
    case within(first: Int64, last: Int64)
    /// What had begun before a day, and lasted into it.
    case lastingInto(Int64)
    case all
    /// One after the other.
    case joined([EventList])

    /// Of days over all years, one after the other.
    package static func days(_ days: [DayOfYear]) -> EventList { .joined(days.map(EventList.day)) }

    /// What happened between two days: first what lasted into them.
    package static func span(first: Int64, last: Int64) -> EventList {
        .joined([.lastingInto(first), .within(first: first, last: last)])
    }
}

extension ReadTransaction {
    /// Whether readers see any event.
    package func hasEvents(site: Site.ID) throws -> Bool {
        try first("SELECT 1 FROM post_event WHERE site_id = \(site) AND is_listed = 1 LIMIT 1") { _ in true } ?? false
    }

    package func count(of list: EventList, site: Site.ID) throws -> Int {
        switch list {
        case .day(let day):
            return try first(
                """
                SELECT count(*) FROM post_event
                WHERE site_id = \(site) AND is_listed = 1 AND month = \(day.month) AND day = \(day.day)
                """
            ) { $0.int(0) } ?? 0
        case .month(let month):
            return try first(
                "SELECT count(*) FROM post_event WHERE site_id = \(site) AND is_listed = 1 AND month = \(month)"
            ) { $0.int(0) } ?? 0
        case .within(let first, let last):
            return try self.first(
                """
                SELECT count(*) FROM post_event WHERE site_id = \(site) AND is_listed = 1
                    AND first_day BETWEEN \(first) AND \(last) AND (last_day <= \(last) OR is_lasting = 1)
                """
            ) { $0.int(0) } ?? 0
        case .lastingInto(let day):
            return try first(
                """
                SELECT count(*) FROM post_event WHERE site_id = \(site) AND is_listed = 1 AND is_lasting = 1
                    AND last_day >= \(day) AND first_day < \(day)
                """
            ) { $0.int(0) } ?? 0
        case .joined(let lists): return try lists.reduce(0) { try $0 + count(of: $1, site: site) }
        case .all:
            return try first("SELECT count(*) FROM post_event WHERE site_id = \(site) AND is_listed = 1") {
                $0.int(0)
            } ?? 0
        }
    }

    package func posts(in list: EventList, site: Site.ID, offset: Int = 0, limit: Int) throws -> [Post.ID] {
        switch list {
        case .day(let day):
            return try all(
                """
                SELECT post_id FROM post_event
                WHERE site_id = \(site) AND is_listed = 1 AND month = \(day.month) AND day = \(day.day)
                ORDER BY first_day, post_id LIMIT \(limit) OFFSET \(offset)
                """
            ) { $0.id(0) }
        case .month(let month):
            return try all(
                """
                SELECT post_id FROM post_event WHERE site_id = \(site) AND is_listed = 1 AND month = \(month)
                ORDER BY day, first_day, post_id LIMIT \(limit) OFFSET \(offset)
                """
            ) { $0.id(0) }
        case .within(let first, let last):
            return try all(
                """
                SELECT post_id FROM post_event WHERE site_id = \(site) AND is_listed = 1
                    AND first_day BETWEEN \(first) AND \(last) AND (last_day <= \(last) OR is_lasting = 1)
                ORDER BY first_day, post_id LIMIT \(limit) OFFSET \(offset)
                """
            ) { $0.id(0) }
        case .lastingInto(let day):
            return try all(
                """
                SELECT post_id FROM post_event WHERE site_id = \(site) AND is_listed = 1 AND is_lasting = 1
                    AND last_day >= \(day) AND first_day < \(day)
                ORDER BY first_day, post_id LIMIT \(limit) OFFSET \(offset)
                """
            ) { $0.id(0) }
        case .joined(let lists):
            var (found, passed): ([Post.ID], Int) = ([], offset)
            for list in lists where found.count < limit {
                let count = try count(of: list, site: site)
                found += try posts(in: list, site: site, offset: min(passed, count), limit: limit - found.count)
                passed = max(0, passed - count)
            }
            return found
        case .all:
            return try all(
                """
                SELECT post_id FROM post_event WHERE site_id = \(site) AND is_listed = 1
                ORDER BY first_day, post_id LIMIT \(limit) OFFSET \(offset)
                """
            ) { $0.id(0) }
        }
    }

    /// The same, those that were published last before the others.
    package func newestPosts(in list: EventList, site: Site.ID, limit: Int) throws -> [Post.ID] {
        let wanted = Set(try posts(in: list, site: site, limit: Self.most))
        var found: [Post.ID] = []
        var offset = 0
        // In the order of publication until there are enough.
        while found.count < limit, found.count < wanted.count {
            let newest = try posts(in: .home, site: site, offset: offset, limit: 500)
            if newest.isEmpty { break }
            found += newest.filter(wanted.contains)
            offset += newest.count
        }
        return Array(found.prefix(limit))
    }

    private static var most: Int { 100_000 }

    /// Those whose day under another calendar was this day of ours.
    package func posts(alsoOn day: DayOfYear, site: Site.ID, limit: Int) throws -> [Post.ID] {
        try all(
            """
            SELECT post_id FROM post_event
            WHERE site_id = \(site) AND is_listed = 1 AND other_month IS NOT NULL AND other_month = \(day.month)
                AND other_day = \(day.day)
            ORDER BY first_day, post_id LIMIT \(limit)
            """
        ) { $0.id(0) }
    }

    /// How many events stand on each day of the year that has any.
    package func eventCounts(site: Site.ID) throws -> [DayOfYear: Int] {
        let counts: [(DayOfYear?, Int)] = try all(
            """
            SELECT month, day, count(*) FROM post_event WHERE site_id = \(site) AND is_listed = 1 AND month IS NOT NULL
            GROUP BY month, day
            """
        ) { (DayOfYear(month: $0.int(0), day: $0.int(1)), $0.int(2)) }
        return Dictionary(counts.compactMap { day, count in day.map { ($0, count) } }) { first, _ in first }
    }

    /// The first day of each event that has one, in order (`EventSpan.key`): where a timeline's centuries begin.
    package func eventDays(site: Site.ID) throws -> [Int64] {
        try all(
            """
            SELECT first_day FROM post_event WHERE site_id = \(site) AND is_listed = 1 ORDER BY first_day, post_id
            """
        ) { $0.optionalInt64(0) }.map { $0 ?? .min }
    }
}
