import Model

/// What RFC 5545, 7986 and 5546 ask of a calendar that is published; names what it breaks.
package enum CalendarRules {
    package static func problems(_ bytes: [UInt8]) -> [String] {
        do {
            let calendar = try CalendarComponent.parse(bytes)
            guard calendar.name == "VCALENDAR" else { return ["no calendar"] }
            return problems(calendar: calendar)
        } catch let malformed as CalendarComponent.Malformed {
            return [malformed.what]
        } catch {
            return ["\(error)"]
        }
    }

    private static func problems(calendar: CalendarComponent) -> [String] {
        let events = calendar.all("VEVENT")
        let isPublished = calendar.property("METHOD")?.value == "PUBLISH"
        var problems = counts(
            calendar, once: ["VERSION", "PRODID"],
            atMostOnce: ["CALSCALE", "METHOD", "URL", "SOURCE", "REFRESH-INTERVAL", "LAST-MODIFIED"])
        problems += values(calendar)
        if calendar.property("VERSION")?.value != "2.0" { problems.append("version") }
        if calendar.property("SOURCE")?.parameters["VALUE"] != "URI" { problems.append("type of the source") }
        let wait = calendar.property("REFRESH-INTERVAL")
        if wait?.parameters["VALUE"] != "DURATION" { problems.append("type of the wait") }
        if calendar.components.isEmpty { problems.append("no component") }
        if isPublished, events.isEmpty { problems.append("published without an event") }
        let uids = events.compactMap { $0.property("UID")?.value }
        if Set(uids).count != uids.count { problems.append("UID unique") }
        for event in events {
            problems += counts(
                event,
                once: ["UID", "DTSTAMP", "DTSTART", "RRULE", "TRANSP"] + (isPublished ? ["ORGANIZER", "SUMMARY"] : []),
                atMostOnce: ["SUMMARY", "DESCRIPTION", "URL", "LOCATION", "GEO", "SEQUENCE", "LAST-MODIFIED"])
            problems += values(event)
            if event.property("DTSTART")?.parameters["VALUE"] != "DATE" { problems.append("type of the day") }
            if !event.components.isEmpty { problems.append("an event has no parts") }
        }
        for zone in calendar.all("VTIMEZONE") {
            problems += counts(zone, once: ["TZID"], atMostOnce: [])
            if zone.components.isEmpty { problems.append("zone without an offset") }
            for part in zone.components {
                problems += counts(part, once: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"], atMostOnce: [])
            }
        }
        return problems
    }

    private static func counts(_ component: CalendarComponent, once: [String], atMostOnce: [String]) -> [String] {
        func count(_ name: String) -> Int { component.properties.filter { $0.name == name }.count }
        return once.filter { count($0) != 1 }.map { "one \($0) in \(component.name)" }
            + atMostOnce.filter { count($0) > 1 }.map { "at most one \($0) in \(component.name)" }
    }

    private static func values(_ component: CalendarComponent) -> [String] {
        component.properties.filter { !isRight($0) }.map { "\($0.name): \($0.value)" }
    }

    private static func isRight(_ property: CalendarProperty) -> Bool {
        let value = property.value
        switch property.name {
        case "VERSION", "CALSCALE", "METHOD", "TRANSP": return value.wholeMatch(of: /[A-Z0-9.]+/) != nil
        case "DTSTART": return isDay(value)
        case "DTSTAMP", "LAST-MODIFIED":
            return isDay(value.prefix(8)) && value.dropFirst(8).wholeMatch(of: /T\d\d[0-5]\d[0-5]\dZ/) != nil
        case "RRULE":
            let numbers = /FREQ=YEARLY(;BYMONTH=\d\d?)?(;BYMONTHDAY=-?\d\d?)?(;BYYEARDAY=-?\d{1,3})?/
            return value.wholeMatch(of: numbers) != nil
        case "URL", "SOURCE", "ORGANIZER": return value.isWholeAddress && value.utf8.allSatisfy { $0 < 0x80 }
        case "REFRESH-INTERVAL", "X-PUBLISHED-TTL": return value.wholeMatch(of: /PT[1-9]\d*H/) != nil
        case "SEQUENCE": return UInt32(value) != nil
        case "GEO":
            let degrees = value.split(separator: ";").map { Double($0) ?? 999 }
            return degrees.count == 2 && abs(degrees[0]) <= 90 && abs(degrees[1]) <= 180
        case "CATEGORIES": return property.texts != nil
        case "PRODID", "NAME", "UID", "SUMMARY", "DESCRIPTION", "LOCATION": return property.text != nil
        // What is not named here is ours or of older programs, and plain text.
        default: return property.name.hasPrefix("X-") && property.text != nil
        }
    }

    /// `19700225`, in its year.
    private static func isDay(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count == 8, let number = UInt(text) else { return false }
        let (month, day) = (Int(number / 100 % 100), Int(number % 100))
        return (1...12).contains(month)
            && (1...LocalDateTime.days(inMonth: month, of: Int(number / 10_000))).contains(day)
    }
}
