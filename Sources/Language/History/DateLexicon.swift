/// The words by which dates are recognised, in the languages of the interface together: a title may be in any of them.
enum DateLexicon {
    /// Folded, of a list with blanks between.
    static func set(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map { DateToken.folded($0) })
    }

    static let seasons: [String: Int] = {
        var seasons: [String: Int] = [:]
        for (index, list) in [
            "spring frühling frühjahr printemps primavera весна весной весны ربيع 春",
            "summer sommer été verano verão лето летом лета صيف 夏",
            "autumn fall herbst automne otoño outono осень осенью осени خريف 秋",
            "winter hiver invierno inverno зима зимой зимы شتاء 冬",
        ].enumerated() {
            for word in set(list) { seasons[word] = 21 + index }
        }
        return seasons
    }()

    /// What says that a year is near.
    static let about = set(
        """
        about circa c ca around approximately um etwa gegen vers environ hacia около ок примерно приблизительно 约 約
        حوالي نحو زهاء cerca alrededor aproximadamente
        """)

    /// What may stand before a date and says nothing more.
    static let lead = set(
        """
        on in the this day today history year dated of from at
        am im den der dem des das die vom an anno jahr jahre heute geschichte tag diesem
        le les la du l d en au an année aujourd hui ce jour histoire
        el los las del al de día año hoy historia tal un como
        em no na o a dia ano hoje história neste nesta
        в во этот день сегодня истории год году
        في يوم عام سنة مثل هذا اليوم حدث من
        历 史 上 的 今 天 在 于
        """)

    /// What stands between day, month and year.
    static let of = set("de of del do da d the l los من عام عامي سنة لعام لسنة des jahres im jahr year año ano an")

    /// Behind a year.
    static let yearWords = set("г год года году годом гг годы годов годах")

    static let between = set("between zwischen entre между بين 在 介")
    static let and = set("and und et y e и و 和 与 與")
    static let or = set("or oder ou o или 或 أو")
    /// Between the ends of a stretch.
    static let to = set("to till until through thru bis à au al a hasta até ao по до 至 到 إلى حتى")
    /// Before a stretch that is named by both ends.
    static let from = set("from von vom du de del с со 从 自 من desde")
    static let since = set("since seit ab depuis dès desde с со начиная 自 从 منذ")
    static let until = set("until till bis jusqu hasta até до 至 حتى")
    /// A date behind these is none that the text tells of.
    static let before = set("before vor avant antes перед قبل")
    /// A date behind these may be one that it tells of.
    static let after = set("after nach après después depois após после بعد")
    /// The now, behind a year and a dash.
    static let now = set(
        "present today now heute présent jours hoy presente actualidad hoje atualidade настоящее сегодня 今 الآن اليوم")

    /// What narrows a century or a decade down, in ways that EDTF has no word for.
    static let narrowing = set(
        """
        early late mid middle beginning end turn anfang ende mitte frühe frühes spätes späte début fin milieu tard
        principios finales mediados comienzos início final fins meados início начало конец середина начале конце
        середине أوائل أواخر منتصف بداية نهاية آخر
        """)

    static let centuryBehind = set(
        """
        century centuries jahrhundert jahrhunderts jahrhunderte jahrhunderten jh jhd jhdt jahrh siècle siècles век века
        веке веков веках веку столетие столетия столетии
        """)
    /// Short ones, with a full stop.
    static let centuryShort: Set = ["c", "s", "в", "вв", "cent", "ст"]
    static let centuryAhead = set("siglo siglos século séculos القرن قرن القرنين للقرن")

    static let decadeAhead = set("années década décadas decada decadas décennie anos años decenio عقد")
    /// “década de los 50”, “50er-Jahre des 20. Jahrhunderts”
    static let ofDecades = of.union(["los", "les"])
    static let decadeBehind = set("jahre jahren годы годов годах годам")

    /// Words of dates that may have an “and” before them without a blank.
    static let afterArabicAnd = Set(MonthNames.months.keys).union(seasons.keys).union(OrdinalWords.numbers.keys)
        .union(centuryAhead).union(decadeAhead)

    /// Words that a date can begin with. Most words of a title are none, and are passed by a single look.
    static let beginnings = Set(MonthNames.months.keys).union(MonthNames.shortMonths.keys)
        .union(MonthNames.pairedMonths.keys).union(seasons.keys).union(parts.keys).union(arabicDecades.keys)
        .union(OrdinalWords.numbers.keys).union(OrdinalWords.tens.keys).union(OrdinalWords.last).union(Era.ahead.keys)
        .union(about).union(between).union(from).union(since).union(until).union(narrowing).union(centuryAhead)
        .union(decadeAhead).union(lead)
        .union(["q", "s", "séc", "d", "前", "大", "por", MonthNames.firstOfMonth, "ال"])

    /// Parts of a year by how many it has of them.
    static let parts: [String: Int] = {
        var parts: [String: Int] = [:]
        for (count, list) in [
            (4, "quarter quartal viertel trimestre квартал квартале الربع"),
            (3, "third drittel tiers tercio quadrimestre cuatrimestre terço треть الثلث"),
            (2, "half hälfte halbjahr semestre moitié mitad metade половина полугодие النصف"),
        ] {
            for word in set(list) { parts[word] = count }
        }
        return parts
    }()

    /// By the word, the decade of its century.
    static let arabicDecades: [String: Int] = {
        var decades: [String: Int] = [:]
        for (index, stem) in "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين".split(separator: " ").enumerated() {
            for ending in ["يات", "ات"] {
                for article in ["", "ال"] { decades[DateToken.folded(article + stem + ending)] = 20 + index * 10 }
            }
        }
        return decades
    }()
}
