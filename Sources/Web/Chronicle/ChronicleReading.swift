import Database
import EDTF
import Model
import Store

/// One page of a day, a month, a year or the timeline, with everything that it shows.
struct ChronicleReading: Sendable {
    let address: ChronicleAddress
    /// What the site's clock reads.
    let today: LocalDateTime
    /// The days of the year that it tells of; two where a leap day is remembered beside another.
    let days: [DayOfYear]
    let list: EventList
    let events: [ToldEvent]
    /// Those whose day another calendar called otherwise.
    let others: [ToldEvent]
    let page: Int
    let pages: Int
    let total: Int
    /// What comes before and after it of its kind, where something is told there.
    let earlier: ChronicleAddress?
    let later: ChronicleAddress?
    /// Of the timeline: where each century begins.
    let centuries: [Century]
    /// When the clock alone makes another page of it.
    let expires: Instant

    struct Century: Sendable {
        let number: Int
        let count: Int
        /// On which page of the timeline it begins.
        let page: Int
    }

    /// Nil beyond the last page, for years without events, and everywhere on a site that tells of none.
    init?(
        _ address: ChronicleAddress, of chronicle: Chronicle, site: Site, now: Instant, in tx: any ReadTransaction
    ) throws {
        guard case .page(let page) = address.form, try tx.hasEvents(site: site.id) else { return nil }
        let clock = SiteClock(of: site)
        today = clock.reading(at: now)
        days =
            switch address.place {
            case .day(let day): [day]
            case .today: chronicle.leapDay.days(rememberedOn: today)
            default: []
            }
        guard let list = EventList(address.place, days: days) else { return nil }
        self.list = list
        total = try tx.count(of: list, site: site.id)
        pages = max(1, (total + chronicle.perPage - 1) / chronicle.perPage)
        guard page <= pages, total > 0 || address.place.years == nil else { return nil }
        self.address = address
        self.page = page
        events = try tx.told(
            try tx.posts(
                in: list, site: site.id, offset: (page - 1) * chronicle.perPage, limit: chronicle.perPage))
        others =
            page == 1
            ? try tx.told(days.flatMap { try tx.posts(alsoOn: $0, site: site.id, limit: chronicle.perPage) }) : []
        (earlier, later) = try Self.neighbours(of: address, days: days, site: site.id, in: tx)
        centuries =
            address.place == .timeline
            ? Self.centuries(try tx.eventDays(site: site.id), perPage: chronicle.perPage) : []
        expires = address.place == .today ? clock.nextMidnight(after: now) : clock.nextNewYear(after: now)
    }

    private static func centuries(_ days: [Int64], perPage: Int) -> [Century] {
        var centuries: [Century] = []
        for (index, key) in days.enumerated() {
            guard let year = EventSpan.year(ofKey: key),
                case .century(let number) = ChronicleAddress.Place.century(of: year)
            else { continue }
            if let last = centuries.last, last.number == number {
                centuries[centuries.count - 1] = Century(number: number, count: last.count + 1, page: last.page)
            } else {
                centuries.append(Century(number: number, count: 1, page: index / perPage + 1))
            }
        }
        return centuries
    }

    private static func neighbours(
        of address: ChronicleAddress, days: [DayOfYear], site: Site.ID, in tx: any ReadTransaction
    ) throws -> (ChronicleAddress?, ChronicleAddress?) {
        func place(_ place: ChronicleAddress.Place?) -> ChronicleAddress? {
            place.map { ChronicleAddress(folder: address.folder, $0) }
        }
        switch address.place {
        case .day, .today:
            guard let day = days.first else { return (nil, nil) }
            let known = try tx.eventCounts(site: site).keys.sorted()
            return (
                place((known.last { $0 < day } ?? known.last { $0 != day }).map { .day($0) }),
                place((known.first { $0 > day } ?? known.first { $0 != day }).map { .day($0) })
            )
        case .month(let month): return (place(.month((month + 10) % 12 + 1)), place(.month(month % 12 + 1)))
        case .year, .decade, .century:
            guard let years = address.place.years else { return (nil, nil) }
            let known = try tx.eventDays(site: site).compactMap(EventSpan.year(ofKey:))
            return (
                place(known.last { $0 < years.lowerBound }.flatMap { address.place.same(of: $0) }),
                place(known.first { $0 > years.upperBound }.flatMap { address.place.same(of: $0) })
            )
        case .timeline, .everyDay, .category: return (nil, nil)
        }
    }

    var subjects: Set<Subject> { Set([.lists, .site] + (events + others).map { .post($0.post.id) }) }
}

extension ChronicleAddress.Place {
    /// What of the same kind a year is in.
    fileprivate func same(of year: Int) -> Self? {
        switch self {
        case .year: .year(year)
        case .decade: Self.decade(of: year)
        default: Self.century(of: year)
        }
    }
}

extension EventList {
    /// Nil for what has no page.
    fileprivate init?(_ place: ChronicleAddress.Place, days: [DayOfYear]) {
        switch place {
        case .day, .today: self = .days(days)
        case .month(let month): self = .month(month)
        case .timeline: self = .all
        case .year, .decade, .century:
            guard let years = place.years, let first = CalendarDay(year: years.lowerBound, month: 1, day: 1),
                let last = CalendarDay(year: years.upperBound, month: 12, day: 31)
            else { return nil }
            self = .span(first: EventSpan.key(first), last: EventSpan.key(last))
        case .everyDay, .category: return nil
        }
    }
}
