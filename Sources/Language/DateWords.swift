/// How a language writes dates in words. Years are printed as they are, months count from 1.
package struct DateWords: Sendable {
    /// From Sunday on.
    let weekdays: [String]
    let day: @Sendable (_ year: Int, _ month: Int, _ day: Int) -> String
    let month: @Sendable (_ year: Int, _ month: Int) -> String
    let monthName: @Sendable (_ month: Int) -> String
    let dayOfMonth: @Sendable (_ month: Int, _ day: Int) -> String
    let weekdayAndDay: @Sendable (_ weekday: String, _ day: String) -> String

    private init(
        weekdays: String, weekdayAndDay: @escaping @Sendable (String, String) -> String = { "\($0), \($1)" },
        day: @escaping @Sendable (Int, Int, Int) -> String, month: @escaping @Sendable (Int, Int) -> String,
        monthName: @escaping @Sendable (Int) -> String, dayOfMonth: @escaping @Sendable (Int, Int) -> String
    ) {
        self.weekdays = Self.words(weekdays)
        self.day = day
        self.month = month
        self.monthName = monthName
        self.dayOfMonth = dayOfMonth
        self.weekdayAndDay = weekdayAndDay
    }

    private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }

    package static let english = {
        let months = words(
            "January February March April May June July August September October November December")
        return DateWords(
            weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
            day: { "\(months[$1 - 1]) \($2), \($0)" }, month: { "\(months[$1 - 1]) \($0)" },
            monthName: { months[$0 - 1] }, dayOfMonth: { "\(months[$0 - 1]) \($1)" })
    }()

    package static let german = {
        let months = words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")
        return DateWords(
            weekdays: "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
            day: { "\($2). \(months[$1 - 1]) \($0)" }, month: { "\(months[$1 - 1]) \($0)" },
            monthName: { months[$0 - 1] }, dayOfMonth: { "\($1). \(months[$0 - 1])" })
    }()

    package static let russian = {
        let months = words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
        let ofMonth = words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
        return DateWords(
            weekdays: "воскресенье понедельник вторник среда четверг пятница суббота",
            day: { "\($2) \(ofMonth[$1 - 1]) \($0) г." }, month: { "\(months[$1 - 1]) \($0) г." },
            monthName: { months[$0 - 1] }, dayOfMonth: { "\($1) \(ofMonth[$0 - 1])" })
    }()

    package static let french = {
        let months = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
        return DateWords(
            weekdays: "dimanche lundi mardi mercredi jeudi vendredi samedi", weekdayAndDay: { "\($0) \($1)" },
            day: { "\($2 == 1 ? "1er" : String($2)) \(months[$1 - 1]) \($0)" }, month: { "\(months[$1 - 1]) \($0)" },
            monthName: { months[$0 - 1] }, dayOfMonth: { "\($1 == 1 ? "1er" : String($1)) \(months[$0 - 1])" })
    }()

    package static let spanish = {
        let months = words(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
        return DateWords(
            weekdays: "domingo lunes martes miércoles jueves viernes sábado",
            day: { "\($2) de \(months[$1 - 1]) de \($0)" }, month: { "\(months[$1 - 1]) de \($0)" },
            monthName: { months[$0 - 1] }, dayOfMonth: { "\($1) de \(months[$0 - 1])" })
    }()

    package static let portuguese = {
        let months = words(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro")
        return DateWords(
            weekdays: "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
            day: { "\($2) de \(months[$1 - 1]) de \($0)" }, month: { "\(months[$1 - 1]) de \($0)" },
            monthName: { months[$0 - 1] }, dayOfMonth: { "\($1) de \(months[$0 - 1])" })
    }()

    package static let chinese = DateWords(
        weekdays: "星期日 星期一 星期二 星期三 星期四 星期五 星期六", weekdayAndDay: { "\($1)\($0)" },
        day: { "\($0)年\($1)月\($2)日" }, month: { "\($0)年\($1)月" },
        monthName: { "\($0)月" }, dayOfMonth: { "\($0)月\($1)日" })

    package static let arabic = {
        let months = words("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر")
        return DateWords(
            weekdays: "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت", weekdayAndDay: { "\($0)، \($1)" },
            day: { "\($2) \(months[$1 - 1]) \($0)" }, month: { "\(months[$1 - 1]) \($0)" },
            monthName: { months[$0 - 1] }, dayOfMonth: { "\($1) \(months[$0 - 1])" })
    }()
}
