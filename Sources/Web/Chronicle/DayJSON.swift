import EDTF
import Foundation
import Language
import Model
import Store

/// The events of a day, for programs that know no calendar.
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
