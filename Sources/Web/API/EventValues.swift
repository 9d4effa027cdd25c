import EDTF
import HTTPTypes
import Model
import Publishing

extension PostEvent {
    static let schema = APISchema(
        "PostEvent",
        [
            .init(
                "date", .string,
                "EDTF, of the calendar below; what is sent may be in words too: February 25, 1956, about 1450."),
            .init("end", .string, "Where it lasted longer: EDTF, or words.", isRequired: false, isNullable: true),
            .init("calendar", .choice(Calendar.allCases.map(\.rawValue)), isRequired: false),
            .init("place", .string, isRequired: false, isNullable: true),
            .init("coordinates", .string, "Degrees: 55.7558, 37.6173", isRequired: false, isNullable: true),
            .init("words", .string, "The date in words, in the site’s language.", isRequired: false),
            .init(
                "state", .choice(State.allCases.map(\.rawValue)),
                "doubtful: it was guessed, and readers do not see it. What is sent is certain.", isRequired: false),
        ])

    /// - Parameter words: for the date, in the site's language.
    func json(words: String) -> JSONValue {
        [
            "date": .string(date.description), "end": JSONValue(end?.description),
            "calendar": .string(calendar.rawValue), "place": JSONValue(place.isEmpty ? nil : place),
            "coordinates": JSONValue(coordinates?.text), "words": .string(words), "state": .string(state.rawValue),
        ]
    }

    /// What a program sends; null takes it away.
    ///
    /// - Throws: `APIProblem` with the field that is not understood.
    static func given(by body: JSONValue, formerly former: PostEvent?) throws -> PostEvent? {
        var input = EventInput()
        input.date = body["date"].text ?? ""
        input.end = body["end"].text ?? ""
        input.calendar = body["calendar"].text.flatMap(Calendar.init) ?? .gregorian
        input.place = body["place"].text ?? ""
        input.coordinates = body["coordinates"].text ?? ""
        do throws(EventInput.Fault) {
            // What is sent as it was read stays as it was.
            if let former, input.date == former.date.description { input.date = EventInput(former).date }
            return try input.event(formerly: former)
        } catch {
            throw APIProblem(
                .unprocessableContent, "The event is not understood.",
                faults: [.init("event.\(error.field.rawValue)", error.sentence)])
        }
    }
}
