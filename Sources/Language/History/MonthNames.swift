/// The names of months and weekdays, in the languages of the interface together: a title may be in any of them.
enum MonthNames {
    /// By month, folded; inflected and short forms too.
    static let months = numbered([
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber maerz - - - - - - - - -", "januars februars - - - - - augusts septembers oktobers - dezembers",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "- fevrier - - - - - aout - - - decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "- - - - - - - - setiembre - - -",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "- - - نيسان أيار حزيران تموز آب أيلول - - -", "- شباط آذار - نوار - - - - - - -",
        "جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -", "- - - - - يونيه يوليه غشت شتنبر - نونبر دجنبر",
        "- - - - - - يوليوز - - - - -", "jan feb - apr - jun jul aug sep oct nov dec",
        "- - - - - - - - sept okt - dez", "- - mrz - - - - - - - - -",
    ])

    /// Short forms that are words of their own as well: with a day only.
    static let shortMonths = numbered([
        "ene - mar abr may - - ago - - - dic", "- fev - - mai - - - set out - -",
        "janv févr - avr - - juil - - - - déc", "янв фев мар апр - июн июл авг сент окт ноя дек",
        "- февр - - - - - - сен - нояб -",
    ])

    /// Levantine months of two words, by the first; the second tells which of two.
    static let pairedMonths: [String: (first: Int, second: Int)] = ["كانون": (12, 1), "تشرين": (10, 11)]
    static let firstOfMonth = DateToken.folded("أول")
    static let firstOfPair = DateToken.folded("الأول")
    static let secondOfPair = DateToken.folded("الثاني")

    /// Words that are a month's name and much else: alone with a year they say little.
    static let ambiguous: Set = ["may", "march", "mars", "august", "mai", "май", "mayo", "ماي"]

    static let weekdays = DateLexicon.set(
        """
        monday tuesday wednesday thursday friday saturday sunday
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
        lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
        segunda terça quarta quinta sexta feira понедельник вторник среда среду четверг пятница пятницу суббота субботу
        воскресенье الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
        mon tue tues wed thu thur thurs fri sat sun
        """)

    /// A hyphen stands for a month without such a name.
    private static func numbered(_ lists: [String]) -> [String: Int] {
        var months: [String: Int] = [:]
        for list in lists {
            for (index, name) in list.split(separator: " ").enumerated() where name != "-" {
                months[DateToken.folded(name)] = index + 1
            }
        }
        return months
    }
}
