import EDTF
import Feeds
import Language
import Model
import Store

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
            events: reading.events.compactMap {
                // Thousands of beginnings would be megabytes, which a calendar program asks for every few hours.
                Event($0, withDescription: !reading.days.isEmpty, language: language, location: location)
            })
    }
}

extension CalendarFeed.Event {
    /// Nil for what stands on no day.
    fileprivate init?(_ told: ToldEvent, withDescription: Bool, language: Language, location: SiteLocation) {
        let (post, event) = (told.post, told.event)
        guard let day = EventSpan(event).day else { return nil }
        let title = post.title.isEmpty ? post.path : post.title
        // A title that begins with the date needs no year besides.
        let year = event.startYear.map(language.words(ofYear:))
        let isNamed = year.map { title.contains($0) } ?? true
        self.init(
            uid: "event-\(post.number)@\(location.host)", day: day, year: event.startYear,
            summary: isNamed ? title : "\(title) (\(year ?? ""))", description: withDescription ? post.excerpt : "",
            url: location.absolute(post.path),
            categories: post.terms.filter { $0.taxonomy == .category }.map(\.name), location: event.place,
            coordinates: event.coordinates, edtf: event.gregorian.description,
            changed: max(post.modifiedAt, post.publishedAt ?? post.modifiedAt))
    }
}
