import Model

extension CalendarFeed {
    package static let type = "text/calendar; charset=utf-8"

    /// iCalendar (RFC 5545) with the properties of a calendar that RFC 7986 adds, under their older names too.
    ///
    /// An event that no calendar can name, of a year after 9999, is left out.
    package func iCalendar() -> [UInt8] {
        let events = events.compactMap { event in
            YearlyRecurrence(event.day, year: event.year, leapDay: leapDay).map { (event, $0) }
        }
        var lines = ContentLines()
        lines.begin("VCALENDAR")
        lines.value("VERSION", "2.0")
        lines.text("PRODID", "-//Thaw//Thaw//EN")
        lines.value("CALSCALE", "GREGORIAN")
        // What is published has an event (RFC 5546, section 3.2.1).
        if !events.isEmpty { lines.value("METHOD", "PUBLISH") }
        writeProperties(to: &lines)
        if let changed = events.map(\.0.changed).max() { lines.value("LAST-MODIFIED", changed.calendarText) }
        for (event, recurrence) in events { event.write(recurrence, organizer: (name, link), to: &lines) }
        if events.isEmpty { lines.zone() }
        lines.end("VCALENDAR")
        return lines.bytes
    }

    /// The language is told here alone: of an event's text that has a parameter node-ical makes an object, which programs
    /// built on it then show as one (node-ical #135).
    private func writeProperties(to lines: inout ContentLines) {
        lines.text("NAME", name, ("LANGUAGE", language))
        lines.text("X-WR-CALNAME", name)
        if !description.isEmpty {
            lines.text("DESCRIPTION", description, ("LANGUAGE", language))
            lines.text("X-WR-CALDESC", description)
        }
        lines.address("URL", link)
        lines.address("SOURCE", selfLink, ("VALUE", "URI"))
        let wait = "PT\(max(refreshHours, 1))H"
        lines.value("REFRESH-INTERVAL", wait, ("VALUE", "DURATION"))
        lines.value("X-PUBLISHED-TTL", wait)
    }
}

extension CalendarFeed.Event {
    /// - Parameter organizer: who publishes it; RFC 5546 (section 3.2.1) asks for one, and so do libical and ical4j
    ///   (#789). Its address may be any URI (RFC 5545, section 3.3.3).
    fileprivate func write(
        _ recurrence: YearlyRecurrence, organizer: (name: String, link: String), to lines: inout ContentLines
    ) {
        lines.begin("VEVENT")
        lines.text("UID", uid)
        lines.value("DTSTAMP", changed.calendarText)
        lines.value("LAST-MODIFIED", changed.calendarText)
        if sequence > 0 { lines.value("SEQUENCE", String(sequence)) }
        // Without an end it takes that one day (RFC 5545, section 3.6.1).
        lines.value("DTSTART", recurrence.start.calendarText, ("VALUE", "DATE"))
        lines.value("RRULE", recurrence.rule)
        // Nobody is busy on an anniversary.
        lines.value("TRANSP", "TRANSPARENT")
        lines.address("ORGANIZER", organizer.link, ("CN", organizer.name))
        lines.text("SUMMARY", summary)
        if !description.isEmpty { lines.text("DESCRIPTION", description) }
        if !url.isEmpty { lines.address("URL", url) }
        let categories = categories.filter { !$0.isEmpty }
        if !categories.isEmpty { lines.texts("CATEGORIES", categories) }
        if !location.isEmpty { lines.text("LOCATION", location) }
        if let coordinates { lines.value("GEO", coordinates.calendarText) }
        // Readers that do not know the name may leave the signs of escaping in it, unless its type is told.
        if !edtf.isEmpty { lines.text("X-THAW-EDTF", edtf, ("VALUE", "TEXT")) }
        lines.end("VEVENT")
    }
}

extension ContentLines {
    /// A calendar must have a component (RFC 5545, section 3.6); ical4j and sabre/vobject refuse one that has none. Where
    /// there is no event this one stands, which no program shows.
    fileprivate mutating func zone() {
        begin("VTIMEZONE")
        text("TZID", "Etc/UTC")
        begin("STANDARD")
        value("DTSTART", "19700101T000000")
        value("TZOFFSETFROM", "+0000")
        value("TZOFFSETTO", "+0000")
        end("STANDARD")
        end("VTIMEZONE")
    }
}

extension LocalDateTime {
    /// `19560225`
    fileprivate var calendarText: String { dateText.replacing("-", with: "") }
}

extension Instant {
    /// `20120225T150405Z`
    fileprivate var calendarText: String { utc.iso8601.filter { $0 != "-" && $0 != ":" } + "Z" }
}

extension Coordinates {
    /// `37.386013;-122.082932`: six decimals are a tenth of a metre, and as many as every reader must take.
    fileprivate var calendarText: String { "\(Self.degrees(latitude));\(Self.degrees(longitude))" }
}
