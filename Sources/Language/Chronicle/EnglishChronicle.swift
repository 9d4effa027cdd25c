extension ChronicleMessages {
    static let english = ChronicleMessages(
        onThisDay: "On This Day",
        onDay: { "On this day: \($0)" },
        inMonth: { "On the days of \($0)" },
        timeline: "Timeline",
        yearsAgo: Counted(exactlyOne: "one year ago", other: "# years ago"),
        thisYear: "this year",
        roundAnniversary: "round anniversary",
        nothingYet: "No post tells of this yet.",
        otherCalendar: "The same day by another calendar",
        earlier: "Earlier",
        later: "Later",
        more: { "More: \($0)" },
        calendar: "Calendar (iCalendar)",
        calendarOf: { "\($0): on this day" },
        tellsOf: "It tells of",
        events: Counted(exactlyOne: "One event", other: "# events"),
        centuries: "Centuries",
        uncertain: "uncertain",
        approximate: "approximate",
        today: "Today")
}
