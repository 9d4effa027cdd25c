extension ChronicleMessages {
    static let chinese = ChronicleMessages(
        onThisDay: "历史上的今天",
        onDay: { "历史上的\($0)" },
        inMonth: { "历史上的\($0)" },
        timeline: "时间线",
        yearsAgo: Counted(exactlyOne: "一年前", other: "# 年前"),
        thisYear: "今年",
        roundAnniversary: "整数周年",
        nothingYet: "还没有文章讲到这里。",
        otherCalendar: "另一历法中的同一天",
        earlier: "更早",
        later: "更晚",
        more: { "更多：\($0)" },
        calendar: "日历（iCalendar）",
        calendarOf: { "\($0)：历史上的今天" },
        tellsOf: "所述时间",
        events: Counted(exactlyOne: "一个事件", other: "# 个事件"),
        centuries: "世纪",
        uncertain: "不确定",
        approximate: "大约",
        today: "今天")
}
