import FeedSupport
import Foundation
import Model
import Testing

@testable import Feeds

@Suite("iCalendar")
struct CalendarFeedTests {
    private let feed = CalendarFeed(
        name: "Days & Deeds: Rome", description: "All days; of \"Rome\"", link: "https://example.org/rome/",
        selfLink: "https://example.org/rome/calendar.ics", language: "en-GB", refreshHours: 6,
        events: [
            Self.event(
                "7", 2, 25, 1956, "1956: A speech, behind closed doors",
                description: "Four hours;\r\nnobody wrote \\ it down.", categories: ["Cold War, the", "Moscow"],
                location: "Kremlin, Moscow", coordinates: Coordinates("55.752, -37.6175"),
                edtf: "[1956-02-24,1956-02-25]", sequence: 2)
        ])

    private static func event(
        _ uid: String, _ month: Int, _ day: Int, _ year: Int?, _ summary: String = "A day", description: String = "",
        categories: [String] = [], location: String = "", coordinates: Coordinates? = nil,
        edtf: String = "", sequence: Int = 0
    ) -> CalendarFeed.Event {
        CalendarFeed.Event(
            uid: "\(uid)@example.org", day: DayOfYear(month: month, day: day)!, year: year, summary: summary,
            description: description, url: "https://example.org/\(uid)/", categories: categories, location: location,
            coordinates: coordinates, edtf: edtf, changed: Instant(milliseconds: 1_330_182_245_999),
            sequence: sequence)
    }

    private func feed(_ events: CalendarFeed.Event..., leapDay: LeapDayRule = .onlyInLeapYears) -> CalendarFeed {
        var feed = feed
        feed.events = events
        feed.leapDay = leapDay
        return feed
    }

    private func lines(_ feed: CalendarFeed) -> [String] {
        String(decoding: feed.iCalendar(), as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n")
            .map(String.init)
    }

    @Test("a calendar says what it is, and of each event all that is known, line by line")
    func whole() {
        #expect(
            lines(feed) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Thaw//Thaw//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "NAME;LANGUAGE=en-GB:Days & Deeds: Rome", "X-WR-CALNAME:Days & Deeds: Rome",
                "DESCRIPTION;LANGUAGE=en-GB:All days\\; of \"Rome\"", "X-WR-CALDESC:All days\\; of \"Rome\"",
                "URL:https://example.org/rome/", "SOURCE;VALUE=URI:https://example.org/rome/calendar.ics",
                "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H", "LAST-MODIFIED:20120225T150405Z",
                "BEGIN:VEVENT", "UID:7@example.org", "DTSTAMP:20120225T150405Z", "LAST-MODIFIED:20120225T150405Z",
                "SEQUENCE:2", "DTSTART;VALUE=DATE:19700225", "RRULE:FREQ=YEARLY", "TRANSP:TRANSPARENT",
                "ORGANIZER;CN=\"Days & Deeds: Rome\":https://example.org/rome/",
                "SUMMARY:1956: A speech\\, behind closed doors",
                "DESCRIPTION:Four hours\\;\\nnobody wrote \\\\ it down.", "URL:https://example.org/7/",
                "CATEGORIES:Cold War\\, the,Moscow", "LOCATION:Kremlin\\, Moscow", "GEO:55.752;-37.6175",
                "X-THAW-EDTF;VALUE=TEXT:[1956-02-24\\,1956-02-25]", "END:VEVENT", "END:VCALENDAR",
            ])
        #expect(CalendarRules.problems(feed.iCalendar()) == [])
        #expect(feed.iCalendar() == feed.iCalendar())
    }

    @Test("what an event does not have is left out")
    func bare() throws {
        var event = Self.event("8", 7, 4, nil, "")
        event.url = ""
        event.categories = [""]
        let bytes = feed(event).iCalendar()
        #expect(CalendarRules.problems(bytes) == [])
        let read = try #require(try CalendarComponent.parse(bytes).all("VEVENT").first)
        #expect(
            read.properties.map(\.name) == [
                "UID", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "RRULE", "TRANSP", "ORGANIZER", "SUMMARY",
            ])
    }

    @Test(
        "the first day is from 1970 on, never before the event, and one that the rule names",
        arguments: [
            (11, 9, 1989, .onlyInLeapYears, "1989-11-09"), (2, 25, 1956, .onlyInLeapYears, "1970-02-25"),
            (3, 15, -43, .on1March, "1970-03-15"), (1, 1, nil, .on1March, "1970-01-01"),
            (12, 31, 9999, .onlyInLeapYears, "9999-12-31"), (1, 1, 10_000, .onlyInLeapYears, nil),
            (1, 1, Int.max, .on1March, nil), (1, 1, Int.min, .on1March, "1970-01-01"),
            (2, 29, 1956, .onlyInLeapYears, "1972-02-29"), (2, 29, 2012, .onlyInLeapYears, "2012-02-29"),
            (2, 29, 2013, .onlyInLeapYears, "2016-02-29"), (2, 29, 9996, .onlyInLeapYears, "9996-02-29"),
            (2, 29, 9997, .onlyInLeapYears, nil), (2, 29, nil, .on28February, "1970-02-28"),
            (2, 29, 2012, .on28February, "2012-02-29"), (2, 29, 1956, .on1March, "1970-03-01"),
            (2, 29, 2012, .on1March, "2012-02-29"), (2, 28, 1956, .on28February, "1970-02-28"),
        ] as [(Int, Int, Int?, LeapDayRule, String?)])
    func firstDay(month: Int, day: Int, year: Int?, leapDay: LeapDayRule, first: String?) throws {
        let day = try #require(DayOfYear(month: month, day: day))
        #expect(YearlyRecurrence(day, year: year, leapDay: leapDay)?.start.dateText == first)
    }

    @Test("only what some year has is a day, and only what the Earth has is a place")
    func impossible() {
        for (month, day) in [(2, 30), (4, 31), (0, 1), (13, 1), (1, 0), (1, 32)] {
            #expect(DayOfYear(month: month, day: day) == nil)
        }
        #expect(DayOfYear(month: 2, day: 29) != nil)
        for text in ["90.1, 0", "0, -180.1", "nan, 0", "0, inf", "1", "1, 2, 3"] {
            #expect(Coordinates(text) == nil)
        }
    }

    @Test("a calendar without events is one that strict readers take")
    func empty() async throws {
        for feed in [feed(), feed(Self.event("9", 1, 1, 10_000))] {
            #expect(CalendarRules.problems(feed.iCalendar()) == [])
            let read = try await CalendarPackage.read(feed.iCalendar())
            #expect(read.events.isEmpty && read.errors.isEmpty && read.name == "Days & Deeds: Rome")
        }
    }

    @Test("an address that is an IRI becomes a URI, and none breaks its line")
    func addresses() throws {
        var event = Self.event("9", 1, 1, nil)
        event.url = "https://example.org/è/%20a?b=1;c,d\r\nSUMMARY:x"
        #expect(lines(feed(event)).contains("URL:https://example.org/%c3%a8/%20a?b=1;c,d%0d%0aSUMMARY:x"))
        #expect(CalendarRules.problems(feed(event).iCalendar()) == [])
    }

    @Test("the rules see what is broken")
    func broken() {
        let good = String(decoding: feed.iCalendar(), as: UTF8.self)
        for (part, other) in [
            ("\r\n", "\n"), ("VERSION:2.0\r\n", ""), ("VERSION:2.0", "VERSION:2.0\r\nVERSION:2.0"),
            ("UID:7@example.org\r\n", ""), ("A speech\\,", "A speech,"), ("\\\\ it", "\\ it"), ("END:VEVENT\r\n", ""),
            ("DTSTART;VALUE=DATE:19700225", "DTSTART;VALUE=DATE:19700229"), ("FREQ=YEARLY", "FREQ=SOMETIMES"),
            ("CN=\"Days & Deeds: Rome\"", "CN=Days, Deeds"), ("ORGANIZER", "X-ORGANIZER"), ("PT6H", "6"),
            ("SUMMARY:", "SUMMARY:\u{7}"), ("GEO:55", "GEO:95"),
            ("SUMMARY:", "SUMMARY:" + String(repeating: "a", count: 70)),
            ("URL:https://", "URL:"), ("LOCATION:", "PLACE:"), ("END:VCALENDAR\r\n", "END:VCALENDAR\r\n\r\n"),
        ] {
            #expect(good.contains(part))
            #expect(CalendarRules.problems(Array(good.replacing(part, with: other).utf8)) != [], "\(part)")
        }
    }

    private static let nasty = [
        "a", "B9", " ", "  ", "\t", "\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{0}",
        "\u{1B}", "\u{7F}", "\u{9F}", ";", ",", ":", "\\", "\\n", "\\,", "\"", "'", "^", "^n", "^'", "=",
        "BEGIN:VEVENT", "\r\nEND:VCALENDAR\r\n", "é", "e\u{301}\u{327}", "語", "שלום", "\u{202E}مرحبا\u{202C}",
        "👩‍👩‍👧‍👦", "🇨🇭", "\u{FEFF}", "\u{FFFE}", "\u{10FFFF}", "&amp;", "%0A", String(repeating: "x", count: 90),
        String(repeating: "語", count: 40), String(repeating: "👍🏽", count: 20),
    ]

    /// With what a content line cannot carry left out, and each line's end as one.
    private func kept(_ text: String) -> String {
        let ends = /\r\n|\r|\u{85}|\u{2028}|\u{2029}/.matchingSemantics(.unicodeScalar)
        let kept = text.replacing(ends, with: "\n").unicodeScalars.filter { scalar in
            scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(kept))
    }

    /// Every text of a calendar, at random.
    private func nastyFeed(_ numbers: inout SplitMix) -> CalendarFeed {
        var feed = feed
        feed.name = numbers.text(of: Self.nasty, most: 12)
        feed.description = numbers.text(of: Self.nasty, most: 12)
        feed.leapDay = LeapDayRule.allCases.randomElement(using: &numbers) ?? .onlyInLeapYears
        feed.events = (0..<3).map { index in
            let month = Int.random(in: 1...12, using: &numbers)
            var event = Self.event(
                "\(index)", month,
                Int.random(in: 1...LocalDateTime.days(inMonth: month, of: 2000), using: &numbers),
                Int.random(in: -3000...2030, using: &numbers), numbers.text(of: Self.nasty, most: 12))
            event.uid += numbers.text(of: Self.nasty, most: 3)
            event.url += numbers.text(of: Self.nasty, most: 3)
            event.description = numbers.text(of: Self.nasty, most: 60)
            event.categories = (0..<3).map { _ in "c" + numbers.text(of: Self.nasty, most: 3) }
            event.location = "l" + numbers.text(of: Self.nasty, most: 3)
            return event
        }
        return feed
    }

    @Test("whatever stands in texts, the calendar keeps the rules and gives the texts back")
    func hostileText() throws {
        var numbers = SplitMix(state: 29)
        for _ in 0..<300 {
            let feed = nastyFeed(&numbers)
            try #require(CalendarRules.problems(feed.iCalendar()) == [])
            let calendar = try CalendarComponent.parse(feed.iCalendar())
            #expect(calendar.property("X-WR-CALNAME")?.text == kept(feed.name))
            for (event, read) in zip(feed.events, calendar.all("VEVENT")) {
                #expect(read.property("UID")?.text == kept(event.uid))
                #expect(read.property("SUMMARY")?.text == kept(event.summary))
                #expect(read.property("DESCRIPTION")?.text ?? "" == kept(event.description))
                #expect(read.property("CATEGORIES")?.texts == event.categories.map(kept))
                #expect(read.property("LOCATION")?.text == kept(event.location))
            }
        }
    }

    @Test("the package “icalendar” of PyPI reads what was written, whatever stands in texts")
    func package() async throws {
        let read = try await CalendarPackage.read(feed.iCalendar())
        #expect(read.errors == [])
        #expect(read.name == "Days & Deeds: Rome" && read.wait == 6 * 3600)
        let event = try #require(read.events.first)
        #expect(event.uid == "7@example.org" && event.summary == "1956: A speech, behind closed doors")
        #expect(event.description == "Four hours;\nnobody wrote \\ it down.")
        #expect(event.categories == ["Cold War, the", "Moscow"] && event.location == "Kremlin, Moscow")
        #expect(event.organizer == "Days & Deeds: Rome" && event.edtf == "[1956-02-24,1956-02-25]")
        #expect(event.geo == [55.752, -37.6175] && event.url == "https://example.org/7/")

        var numbers = SplitMix(state: 1956)
        var nasty = feed
        nasty.events = (0..<100).flatMap { _ in nastyFeed(&numbers).events }
        for index in nasty.events.indices { nasty.events[index].uid = "\(index)@example.org" }
        let readNasty = try await CalendarPackage.read(nasty.iCalendar())
        #expect(readNasty.errors == [] && readNasty.events.count == nasty.events.count)
        for (event, read) in zip(nasty.events, readNasty.events) {
            #expect(read.summary == kept(event.summary))
            #expect(read.description ?? "" == kept(event.description))
            #expect(read.categories == event.categories.map(kept))
        }
    }

    @Test(
        "dateutil expands a day to every year, and 29 February by its rule",
        arguments: zip(
            LeapDayRule.allCases,
            [
                ["2024-02-29", "2028-02-29"],
                [
                    "2023-02-28", "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28",
                    "2030-02-28",
                ],
                [
                    "2023-03-01", "2024-02-29", "2025-03-01", "2026-03-01", "2027-03-01", "2028-02-29", "2029-03-01",
                    "2030-03-01",
                ],
            ]))
    func expansion(leapDay: LeapDayRule, days: [String]) async throws {
        let feed = feed(
            Self.event("1", 2, 29, 1956), Self.event("2", 2, 29, 2012), Self.event("3", 2, 28, 1956),
            Self.event("4", 3, 1, -43), Self.event("5", 12, 31, 2024), leapDay: leapDay)
        let read = try await CalendarPackage.read(feed.iCalendar())
        #expect(read.errors == [])
        let years = 2023...2030
        #expect(
            read.events.map(\.days) == [
                days, days, years.map { "\($0)-02-28" }, years.map { "\($0)-03-01" },
                years.dropFirst().map { "\($0)-12-31" },
            ])
        #expect(read.events[4].start == "2024-12-31")
    }
}
