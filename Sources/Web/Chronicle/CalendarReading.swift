import Database
import EDTF
import Feeds
import Foundation
import Language
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
            in: days.isEmpty ? .all : .joined(days.map(EventList.day)), site: site.id, limit: Self.most)
        let members = try category.map { Set(try tx.posts(in: .term($0.id), site: site.id, offset: 0, limit: .max)) }
        events = try tx.told(listed.filter { members?.contains($0) ?? true })
            .filter { EventSpan($0.event).day != nil }
    }

    /// More than any program shows.
    private static let most = 100_000

    var subjects: Set<Subject> { Set([.lists, .site] + events.prefix(1_000).map { .post($0.post.id) }) }
}

extension CalendarFeed {
    init(_ reading: CalendarReading, site: Site, language: Language, location: SiteLocation) {
        let messages = language.messages.chronicle
        let name =
            reading.category.map { "\(site.title): \($0)" }
            ?? (reading.days.count == 1
                ? messages.onDay(language.day(reading.days[0])) + " – " + site.title : messages.calendarOf(site.title))
        let page: ChronicleAddress.Place = reading.days.isEmpty ? .timeline : reading.address.place
        self.init(
            name: name, description: site.tagline,
            link: location.absolute(ChronicleAddress(folder: reading.address.folder, page).path),
            selfLink: location.absolute(reading.address.path), language: language.tag, leapDay: reading.leapDay,
            events: reading.events.compactMap { Event($0, language: language, location: location) })
    }
}

extension CalendarFeed.Event {
    /// Nil for what stands on no day.
    fileprivate init?(_ told: ToldEvent, language: Language, location: SiteLocation) {
        let (post, event) = (told.post, told.event)
        guard let day = EventSpan(event).day else { return nil }
        let title = post.title.isEmpty ? post.path : post.title
        // A title that begins with the date needs no year besides.
        let year = event.startYear.map(language.words(ofYear:))
        let isNamed = year.map { title.contains($0) } ?? true
        self.init(
            uid: "event-\(post.number)@\(location.host)", day: day, year: event.startYear,
            summary: isNamed ? title : "\(title) (\(year ?? ""))", description: post.excerpt,
            url: location.absolute(post.path),
            categories: post.terms.filter { $0.taxonomy == .category }.map(\.name), location: event.place,
            coordinates: event.coordinates, edtf: event.gregorian.description,
            changed: max(post.modifiedAt, post.publishedAt ?? post.modifiedAt))
    }
}

/// The same for programs that know no calendar.
struct DayJSON: Encodable {
    static let type = "application/json; charset=utf-8"

    let site: String
    /// What the site's clock shows; of today's alone.
    let date: String?
    let days: [String]
    let url: String
    let events: [Event]

    struct Event: Encodable {
        /// EDTF, as it was written under `calendar`.
        let date: String
        let calendar: String
        /// EDTF of the Gregorian calendar.
        let gregorian: String
        let words: String
        let year: Int?
        let yearsAgo: Int?
        let title: String
        let url: String
        let summary: String
        let place: String?
        let latitude: String?
        let longitude: String?
    }

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts, numbers and lists of them: nothing here can fail to be encoded.
        return Array((try? encoder.encode(self)) ?? Data())
    }

    init(_ reading: CalendarReading, site: Site, language: Language, location: SiteLocation) {
        self.site = site.title
        date = reading.address.place == .today ? reading.today.dateText : nil
        days = reading.days.map(\.text)
        url = location.absolute(reading.address.with(.page(1)).path)
        events = reading.events.map { told in
            let (post, event) = (told.post, told.event)
            let year = event.startYear
            return Event(
                date: event.whole.description, calendar: event.calendar.rawValue,
                gregorian: event.gregorian.description, words: language.words(event), year: year,
                yearsAgo: year.map { reading.today.year - $0 },
                title: post.title, url: location.absolute(post.path), summary: post.excerpt,
                place: event.place.isEmpty ? nil : event.place,
                latitude: event.coordinates.map { Coordinates.degrees($0.latitude) },
                longitude: event.coordinates.map { Coordinates.degrees($0.longitude) })
        }
    }
}
