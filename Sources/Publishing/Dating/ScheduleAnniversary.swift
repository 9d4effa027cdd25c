package import Database
package import Model
import Store

/// Publishes a draft on the day on which what it tells of comes round.
package struct ScheduleAnniversary: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// In the morning of the next such day; on the day itself, at once.
    package func schedule(number: Int64, by writer: Writer, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), var post = try tx.post(number: number, site: site.id) else {
                throw WritingFault.noSuchPost(number)
            }
            try writer.requireEditing(post)
            try writer.require(.publish, to: "publish")
            guard post.status == .draft || post.status == .pending || post.status == .scheduled else { return }
            let clock = SiteClock(of: site)
            let today = clock.reading(at: now)
            guard let event = try tx.event(of: post.id), event.isShown, let day = EventSpan(event).day,
                let next = Anniversary.next(of: day, from: today, by: try tx.chronicle(site: site.id).leapDay)
            else { throw WritingFault.noAnniversary }
            let morning = clock.instant(
                of: LocalDateTime(year: next.year, month: next.month, day: next.day, hour: Self.hour))
            let former = post.status
            guard morning > now else {
                _ = try PublishPost(database, actor: writer.actor).publish(post, site: site, now: now, in: tx)
                return
            }
            (post.publishedAt, post.localDate, post.status) = (morning, clock.reading(at: morning), .scheduled)
            post.modifiedAt = max(now, post.modifiedAt)
            try tx.update(post, at: now)
            try tx.record("schedule", post, formerly: former, by: writer, at: now)
        }
    }

    /// When people read their morning's mail.
    private static let hour = 6
}
