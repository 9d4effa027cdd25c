import EDTF
import Language
package import Model

/// What somebody wrote of when and where something happened, as it was typed.
package struct EventInput: Hashable, Sendable {
    /// An expression of EDTF, or words in any language of the interface; empty for no event.
    package var date = ""
    package var end = ""
    package var calendar = PostEvent.Calendar.gregorian
    package var place = ""
    /// `55.7558, 37.6173`
    package var coordinates = ""

    package init() {}

    /// As it stands.
    package init(_ event: PostEvent?) {
        guard let event, event.state != .refused else { return }
        date = event.words.isEmpty ? event.date.description : event.words
        end = event.end?.description ?? ""
        calendar = event.calendar
        place = event.place
        coordinates = event.coordinates?.text ?? ""
    }

    /// What cannot be understood, by field.
    package struct Fault: Error, Hashable, Sendable {
        package enum Field: String, Sendable { case date, end, coordinates }

        package let field: Field
        package let sentence: String
    }

    /// What it means; nil where the date is left empty.
    ///
    /// - Parameter former: what stood there before, which stays as sure as it was while nothing about it changes.
    package func event(formerly former: PostEvent?) throws(Fault) -> PostEvent? {
        let date = date.trimmed
        if self == EventInput(former) { return former }
        if date.isEmpty {
            guard end.trimmed.isEmpty else { throw Fault(field: .date, sentence: "It ends, but has no beginning.") }
            guard var former, former.origin != .writer else { return nil }
            former.state = .refused
            return former
        }
        let (start, isWords) = try Self.read(date, .date)
        var event = PostEvent(date: start, calendar: calendar, place: place.trimmed, words: isWords ? date : "")
        if !end.trimmed.isEmpty {
            let last = try Self.read(end.trimmed, .end).date
            guard case .date = start, case .date = last, let from = start.earliest, let to = last.latest, from <= to
            else { throw Fault(field: .end, sentence: "It ends before it begins, or one of both is more than a date.") }
            event.end = last
        }
        if calendar != .gregorian, case .date(let written) = start, written.precision >= .day, event.oldStyle == nil {
            throw Fault(field: .date, sentence: "Under this calendar, day, month and year have to be known whole.")
        }
        if !coordinates.trimmed.isEmpty {
            guard let point = Coordinates(coordinates.trimmed) else {
                throw Fault(
                    field: .coordinates, sentence: "Give degrees of latitude and longitude: 55.7558, 37.6173.")
            }
            event.coordinates = point
        }
        return event
    }

    /// As an expression first, then in words.
    private static func read(_ text: String, _ field: Fault.Field) throws(Fault) -> (date: EDTF, isWords: Bool) {
        let refusal: EDTFError
        do throws(EDTFError) {
            return (try EDTF(text), false)
        } catch {
            refusal = error
        }
        if let date = DateReader.readWhole(text) { return (date, true) }
        if let date = try? EDTF(lenient: text) { return (date, false) }
        // Whoever writes no letters writes an expression.
        let isExpression = !text.contains { $0.isLetter && !"XYESTZ".contains($0) }
        throw Fault(
            field: field,
            sentence: isExpression
                ? "As an expression, \(refusal.sentence) (place \(refusal.position + 1))."
                : "No date can be read from “\(text)”. Write one as February 25, 1956, about 1450, or 1956-02-25.")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
