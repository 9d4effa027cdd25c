import Database
import Model
import Store

/// Events as calendar programs and others get them.
struct CalendarReading: Sendable {
    let address: ChronicleAddress
    let events: [ToldEvent]
    let leapDay: LeapDayRule
    /// The days that it is of; empty for all.
    let days: [DayOfYear]
    let today: LocalDateTime
    /// The name of the category that it is of.
    let category: String?
    /// Of today's, when its day ends.
    let expires: Instant?

    /// Nil for a category that is not there, and on a site that tells of no event.
    init?(
        _ address: ChronicleAddress, of chronicle: Chronicle, site: Site, now: Instant, in tx: any ReadTransaction
    ) throws {
        guard try tx.hasEvents(site: site.id) else { return nil }
        let clock = SiteClock(of: site)
        today = clock.reading(at: now)
        leapDay = chronicle.leapDay
        var category: Term?
        switch address.place {
        case .day(let day): days = [day]
        case .today: days = leapDay.days(rememberedOn: today)
        case .everyDay: days = []
        case .category(let slugs):
            guard let slug = slugs.last, let found = try tx.term(.category, slug: slug, site: site.id) else {
                return nil
            }
            (category, days) = (found, [])
        default: return nil
        }
        self.address = address
        self.category = category?.name
        expires = address.place == .today ? clock.nextMidnight(after: now) : nil
        let listed = try tx.posts(
            in: days.isEmpty ? .all : .days(days), site: site.id, limit: Self.most)
        let members = try category.map { Set(try tx.posts(in: .term($0.id), site: site.id, offset: 0, limit: .max)) }
        events = try tx.told(listed.filter { members?.contains($0) ?? true })
            .filter { EventSpan($0.event).day != nil }
    }

    /// More than any program shows.
    private static let most = 100_000

    var subjects: Set<Subject> { Set([.lists, .site] + events.prefix(1_000).map { .post($0.post.id) }) }
}
