extension ChronicleMessages {
    static let spanish = ChronicleMessages(
        onThisDay: "Tal día como hoy",
        onDay: { "Tal día como el \($0)" },
        inMonth: { "Día a día: \($0)" },
        timeline: "Cronología",
        yearsAgo: Counted(
            exactlyOne: "hace un año", one: "hace # año", many: "hace # de años", other: "hace # años"),
        thisYear: "este año",
        roundAnniversary: "aniversario redondo",
        nothingYet: "Ninguna entrada habla de ello todavía.",
        otherCalendar: "El mismo día según otro calendario",
        earlier: "Antes",
        later: "Después",
        more: { "Más: \($0)" },
        calendar: "Calendario (iCalendar)",
        calendarOf: { "\($0): tal día como hoy" },
        tellsOf: "Habla de",
        events: Counted(
            exactlyOne: "Un acontecimiento", one: "# acontecimiento", many: "# de acontecimientos",
            other: "# acontecimientos"),
        centuries: "Siglos",
        uncertain: "incierto",
        approximate: "aproximado",
        today: "Hoy")
}
