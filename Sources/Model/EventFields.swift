import EDTF

/// An event as named texts: how exports, former texts and other programs carry it.
extension PostEvent {
    /// What has a value, by name, in order.
    package var fields: [(name: String, value: String)] {
        var fields = [("date", date.description)]
        if let end { fields.append(("end", end.description)) }
        if calendar != .gregorian { fields.append(("calendar", calendar.rawValue)) }
        if !place.isEmpty { fields.append(("place", place)) }
        if let coordinates { fields.append(("coordinates", coordinates.text)) }
        if !words.isEmpty { fields.append(("words", words)) }
        if origin != .writer { fields.append(("origin", origin.rawValue)) }
        if state != .certain { fields.append(("state", state.rawValue)) }
        return fields
    }

    /// Nil without a date that can be read; whatever else cannot be read is left out.
    package init?(fields value: (String) -> String?) {
        guard let date = value("date").flatMap({ try? EDTF($0) }) else { return nil }
        self.init(
            date: date, end: value("end").flatMap { try? EDTF($0) },
            calendar: value("calendar").flatMap(Calendar.init) ?? .gregorian, place: value("place") ?? "",
            coordinates: value("coordinates").flatMap { Coordinates($0) }, words: value("words") ?? "",
            origin: value("origin").flatMap(Origin.init) ?? .writer,
            state: value("state").flatMap(State.init) ?? .certain)
    }
}
