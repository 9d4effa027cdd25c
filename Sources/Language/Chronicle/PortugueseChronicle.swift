extension ChronicleMessages {
    static let portuguese = ChronicleMessages(
        onThisDay: "Neste dia",
        onDay: { "Neste dia: \($0)" },
        inMonth: { "Dia a dia: \($0)" },
        timeline: "Linha do tempo",
        yearsAgo: Counted(exactlyOne: "há um ano", one: "há # ano", many: "há # de anos", other: "há # anos"),
        thisYear: "este ano",
        roundAnniversary: "aniversário redondo",
        nothingYet: "Nenhum artigo fala disto ainda.",
        otherCalendar: "O mesmo dia por outro calendário",
        earlier: "Antes",
        later: "Depois",
        more: { "Mais: \($0)" },
        calendar: "Calendário (iCalendar)",
        calendarOf: { "\($0): neste dia" },
        tellsOf: "Fala de",
        events: Counted(
            exactlyOne: "Um acontecimento", one: "# acontecimento", many: "# de acontecimentos",
            other: "# acontecimentos"),
        centuries: "Séculos",
        uncertain: "incerto",
        approximate: "aproximado",
        today: "Hoje")
}
