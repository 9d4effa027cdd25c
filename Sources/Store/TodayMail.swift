package import Database
package import Model

extension ReadTransaction {
    /// Whether anybody is told what happened on this day.
    package func hasFollowersOfToday(site: Site.ID) throws -> Bool {
        try first("SELECT 1 FROM subscriber WHERE site_id = \(site) AND today = 'on' LIMIT 1") { $0.int(0) } != nil
    }

    /// Those who are still to be told of a day, in no order that matters.
    package func subscribersNotTold(of day: LocalDateTime, site: Site.ID, limit: Int) throws -> [Subscriber.ID] {
        try all(
            """
            SELECT id FROM subscriber
            WHERE site_id = \(site) AND today = 'on' AND today_told < \(day.dateText) AND confirmed_at IS NOT NULL
            ORDER BY today_told, id LIMIT \(limit)
            """
        ) { $0.id(0) }
    }
}

extension WriteTransaction {
    /// Notes that a subscriber is told of a day; false where they were before, or of a later one, or want no more of it.
    package func markToldToday(_ day: LocalDateTime, to subscriber: Subscriber.ID) throws -> Bool {
        try run(
            """
            UPDATE subscriber SET today_told = \(day.dateText)
            WHERE id = \(subscriber) AND today = 'on' AND today_told < \(day.dateText) AND confirmed_at IS NOT NULL
            """) > 0
    }
}
