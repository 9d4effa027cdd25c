/// What is said around the days, years and the timeline of what posts tell of.
package struct ChronicleMessages: Sendable {
    package let onThisDay: String
    /// A day in words, without a year.
    package let onDay: @Sendable (String) -> String
    /// A month's name.
    package let inMonth: @Sendable (String) -> String
    /// A year, a decade or a century in words, as it begins a heading.
    package let timeline: String
    package let yearsAgo: Counted
    /// Of a day of this year itself.
    package let thisYear: String
    /// Marks a round anniversary, for those who hear the page.
    package let roundAnniversary: String
    package let nothingYet: String
    /// Over events whose day another calendar called otherwise.
    package let otherCalendar: String
    package let earlier: String
    package let later: String
    /// Leads to a day, a year or the timeline.
    package let more: @Sendable (String) -> String
    /// Leads to a file for calendar programs.
    package let calendar: String
    /// The site's title.
    package let calendarOf: @Sendable (String) -> String
    /// Over what a post tells of.
    package let tellsOf: String
    package let events: Counted
    package let centuries: String
    /// Marks a date that is not certain, and one that is near the truth, for those who hear the page.
    package let uncertain: String
    package let approximate: String
    package let today: String
}
