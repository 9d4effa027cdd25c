extension ChronicleMessages {
    static let russian = ChronicleMessages(
        onThisDay: "В этот день",
        onDay: { "В этот день: \($0)" },
        inMonth: { "По дням: \($0)" },
        timeline: "Хронология",
        yearsAgo: Counted(
            exactlyOne: "год назад", one: "# год назад", few: "# года назад", many: "# лет назад",
            other: "# года назад"),
        thisYear: "в этом году",
        roundAnniversary: "круглая дата",
        nothingYet: "Об этом пока нет записей.",
        otherCalendar: "Тот же день по другому календарю",
        earlier: "Раньше",
        later: "Позже",
        more: { "Ещё: \($0)" },
        calendar: "Календарь (iCalendar)",
        calendarOf: { "\($0): в этот день" },
        tellsOf: "Речь идёт о",
        events: Counted(
            exactlyOne: "Одно событие", one: "# событие", few: "# события", many: "# событий", other: "# события"),
        centuries: "Века",
        uncertain: "неточно",
        approximate: "приблизительно",
        today: "Сегодня")
}
