import Database
import Model
import Store

/// What happened on the day that the site's clock shows, in short.
struct OnThisDay: Sendable {
    let today: LocalDateTime
    let days: [DayOfYear]
    /// Empty where nothing did.
    let events: [ToldEvent]
    let page: ChronicleAddress
    /// When its day ends.
    let expires: Instant

    init(of chronicle: Chronicle, site: Site, now: Instant, in tx: any ReadTransaction) throws {
        let clock = SiteClock(of: site)
        today = clock.reading(at: now)
        days = chronicle.leapDay.days(rememberedOn: today)
        events = try tx.told(try tx.posts(in: .days(days), site: site.id, limit: Self.most))
        page = ChronicleAddress(folder: chronicle.prefix, .today)
        expires = clock.nextMidnight(after: now)
    }

    /// Whether there is anything to show.
    var isTold: Bool { !events.isEmpty }

    /// The page of the day has the rest.
    private static let most = 5
}
