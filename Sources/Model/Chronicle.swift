/// How a site shows what its posts tell of.
package struct Chronicle: Hashable, Sendable {
    /// A folder under which its pages stand, `history`; empty for the root.
    package var prefix: String
    package var leapDay: LeapDayRule
    /// Whether the first page tells what happened on this day.
    package var isOnHome: Bool
    /// Whether the page of each post does.
    package var isBesidePosts: Bool
    /// Events on one page of a day, a year or the timeline.
    package var perPage: Int
    /// The hour, by the site's clock, at which a day's events are told by mail.
    package var mailHour: Int

    package init(
        prefix: String = "", leapDay: LeapDayRule = .on28February, isOnHome: Bool = true, isBesidePosts: Bool = false,
        perPage: Int = 100, mailHour: Int = 6
    ) {
        self.prefix = prefix
        self.leapDay = leapDay
        self.isOnHome = isOnHome
        self.isBesidePosts = isBesidePosts
        self.perPage = perPage
        self.mailHour = mailHour
    }

    /// Where its pages go when something else has an address that they would have.
    package static let spareFolder = "history"

    /// The first parts of its addresses at the root.
    package static let folders: Set = ["on", "in", "today", "timeline", "today.ics", "today.json", "calendar.ics"]
}
