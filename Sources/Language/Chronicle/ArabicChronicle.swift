extension ChronicleMessages {
    static let arabic = ChronicleMessages(
        onThisDay: "في مثل هذا اليوم",
        onDay: { "في مثل هذا اليوم: \($0)" },
        inMonth: { "أيام \($0)" },
        timeline: "الخط الزمني",
        yearsAgo: Counted(
            exactlyOne: "قبل سنة", zero: "قبل # سنة", one: "قبل # سنة", two: "قبل سنتين", few: "قبل # سنوات",
            many: "قبل # سنة", other: "قبل # سنة"),
        thisYear: "هذا العام",
        roundAnniversary: "ذكرى سنوية",
        nothingYet: "لا توجد تدوينة عن هذا بعد.",
        otherCalendar: "اليوم نفسه بتقويم آخر",
        earlier: "أقدم",
        later: "أحدث",
        more: { "المزيد: \($0)" },
        calendar: "تقويم (iCalendar)",
        calendarOf: { "\($0): في مثل هذا اليوم" },
        tellsOf: "يتحدث عن",
        events: Counted(
            exactlyOne: "حدث واحد", zero: "# حدث", one: "# حدث", two: "حدثان", few: "# أحداث", many: "# حدثا",
            other: "# حدث"),
        centuries: "القرون",
        uncertain: "غير مؤكد",
        approximate: "تقريبي",
        today: "اليوم")
}
