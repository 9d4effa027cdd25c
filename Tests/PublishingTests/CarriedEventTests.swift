import Database
import DatabaseSupport
import EDTF
import Exchange
import ExportSupport
import Model
import Publishing
import SQLiteDatabase
import Store
import Testing

@Suite("What posts tell of, in imports and exports")
struct CarriedEventTests {
    @Test(
        "dates are read from titles, and what is not certain is doubtful",
        arguments: [
            ("February 25, 1956 – The speech", "Words.", "1956-02-25", PostEvent.State.certain, PostEvent.Origin.title),
            ("25 февраля 1956 г. – Доклад", "Слова.", "1956-02-25", .certain, .title),
            ("1956: The speech", "On February 25 it was read.", "1956-02-25", .doubtful, .sentence),
            ("1956: The speech", "It was read.", "1956-03-04", .doubtful, .publication),
            ("The speech", "February 25, 1956. It was read.", "1956-02-25", .doubtful, .sentence),
            ("The speech", "It was read on February 25, 1956.", nil, .certain, .title),
            ("44 BC – The Ides", "Words.", "-0043", .certain, .title),
        ] as [(String, String, String?, PostEvent.State, PostEvent.Origin)])
    func reading(
        title: String, content: String, date: String?, state: PostEvent.State, origin: PostEvent.Origin
    ) async throws {
        let fixture = try await ImportFixture()
        let item = Item(7, "speech", title: title, content: content) { $0.date = "2012-03-04 09:30:00" }
        _ = try await fixture.take(Export([item]))
        let event = try await fixture.read { tx, site in
            try tx.post(number: 7, site: site.id).flatMap { try tx.event(of: $0.id) }
        }
        #expect(event?.date.description == date)
        guard date != nil else { return }
        #expect(event?.state == state)
        #expect(event?.origin == origin)
    }

    @Test("an export carries everything of it, and an import reads it again, whatever the title says")
    func carried() async throws {
        let event = PostEvent(
            date: try EDTF("1731-02-11"), end: try EDTF("1731-02-12"), calendar: .ladyDay, place: "Pope’s Creek",
            coordinates: Coordinates("38.19, -76.93"), words: "February 11, 1731", origin: .writer, state: .certain)
        let fixture = try await ImportFixture()
        let item = Item(7, "speech", title: "February 25, 1956 – The speech") { item in
            item.meta = event.fields.map { ("_thaw_event_" + $0.name, $0.value) }
        }
        _ = try await fixture.take(Export([item]))
        let read = try await fixture.read { tx, site in
            try tx.post(number: 7, site: site.id).flatMap { try tx.event(of: $0.id) }
        }
        #expect(read == event)
    }
}
