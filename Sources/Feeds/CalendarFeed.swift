package import Model

/// Anniversaries, as calendar programs subscribe to them: events that take a whole day and come back every year.
/// All addresses are absolute.
package struct CalendarFeed: Sendable {
    package var name: String
    /// Plain text; empty where it has none.
    package var description: String
    /// The page that shows the same; it stands as the organizer too.
    package var link: String
    /// The calendar's own address.
    package var selfLink: String
    /// BCP 47.
    package var language: String
    /// How long a program should wait before it asks again; at least 1.
    package var refreshHours: Int
    package var leapDay: LeapDayRule
    package var events: [Event]

    package init(
        name: String, description: String = "", link: String, selfLink: String, language: String,
        refreshHours: Int = 12, leapDay: LeapDayRule = .onlyInLeapYears, events: [Event]
    ) {
        self.name = name
        self.description = description
        self.link = link
        self.selfLink = selfLink
        self.language = language
        self.refreshHours = refreshHours
        self.leapDay = leapDay
        self.events = events
    }

    package struct Event: Sendable {
        /// What programs know the event by, in this calendar and in all others (`post-7-1956-02-25@example.org`). No two
        /// events of a calendar may share one, and it may never become another.
        package var uid: String
        package var day: DayOfYear
        /// When it happened; 0 is 1 BC. Nil where no year is known.
        package var year: Int?
        /// Names the year, which the date of the calendar does not tell.
        package var summary: String
        /// Plain text; empty where it has none.
        package var description: String
        package var url: String
        package var categories: [String]
        /// The name of the place; empty where it has none.
        package var location: String
        package var coordinates: Coordinates?
        /// The date as it is really known, in the Extended Date/Time Format; empty where it is not told.
        package var edtf: String
        /// When anything of it changed last. It stands as the moment of writing too, so that the same events give the same
        /// bytes.
        package var changed: Instant
        /// How often it was moved to another day.
        package var sequence: Int

        package init(
            uid: String, day: DayOfYear, year: Int?, summary: String, description: String = "", url: String,
            categories: [String] = [], location: String = "", coordinates: Coordinates? = nil, edtf: String = "",
            changed: Instant, sequence: Int = 0
        ) {
            self.uid = uid
            self.day = day
            self.year = year
            self.summary = summary
            self.description = description
            self.url = url
            self.categories = categories
            self.location = location
            self.coordinates = coordinates
            self.edtf = edtf
            self.changed = changed
            self.sequence = sequence
        }
    }
}
