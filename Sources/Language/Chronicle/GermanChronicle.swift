extension ChronicleMessages {
    static let german = ChronicleMessages(
        onThisDay: "An diesem Tag",
        onDay: { "An diesem Tag: \($0)" },
        inMonth: { "An den Tagen des Monats \($0)" },
        timeline: "Zeitleiste",
        yearsAgo: Counted(exactlyOne: "vor einem Jahr", one: "vor # Jahr", other: "vor # Jahren"),
        thisYear: "in diesem Jahr",
        roundAnniversary: "runder Jahrestag",
        nothingYet: "Davon erzählt noch kein Beitrag.",
        otherCalendar: "Derselbe Tag nach einem anderen Kalender",
        earlier: "Früher",
        later: "Später",
        more: { "Mehr: \($0)" },
        calendar: "Kalender (iCalendar)",
        calendarOf: { "\($0): An diesem Tag" },
        tellsOf: "Erzählt von",
        events: Counted(exactlyOne: "Ein Ereignis", one: "# Ereignis", other: "# Ereignisse"),
        centuries: "Jahrhunderte",
        uncertain: "unsicher",
        approximate: "ungefähr",
        today: "Heute")
}
