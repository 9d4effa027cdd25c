extension ChronicleMessages {
    static let french = ChronicleMessages(
        onThisDay: "Ce jour-là",
        onDay: { "Ce jour-là : \($0)" },
        inMonth: { "Jour par jour : \($0)" },
        timeline: "Chronologie",
        yearsAgo: Counted(
            exactlyOne: "il y a un an", one: "il y a # an", many: "il y a # d’années", other: "il y a # ans"),
        thisYear: "cette année",
        roundAnniversary: "anniversaire rond",
        nothingYet: "Aucun article n’en parle encore.",
        otherCalendar: "Le même jour selon un autre calendrier",
        earlier: "Plus tôt",
        later: "Plus tard",
        more: { "Suite : \($0)" },
        calendar: "Calendrier (iCalendar)",
        calendarOf: { "\($0) : ce jour-là" },
        tellsOf: "Parle de",
        events: Counted(
            exactlyOne: "Un événement", one: "# événement", many: "# d’événements", other: "# événements"),
        centuries: "Siècles",
        uncertain: "incertain",
        approximate: "approximatif",
        today: "Aujourd’hui")
}
