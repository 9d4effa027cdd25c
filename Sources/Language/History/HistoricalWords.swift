/// How a language says dates of which not everything is known.
struct HistoricalWords: Sendable {
    /// A year after the beginning of our era.
    let year: @Sendable (Int) -> String
    /// What lies before it: of a year, or of a day or month with its year.
    let beforeOurEra: @Sendable (String) -> String
    let about: @Sendable (String) -> String
    let between: @Sendable (String, String) -> String
    let since: @Sendable (String) -> String
    let until: @Sendable (String) -> String
    /// Spring, summer, autumn, winter.
    let seasons: [String]
    let season: @Sendable (_ season: String, _ year: String) -> String
    /// Of a year in so many: the second of four is its second quarter.
    let part: @Sendable (_ index: Int, _ count: Int, _ year: String) -> String
    /// By its first year.
    let decade: @Sendable (Int) -> String
    let century: @Sendable (Int) -> String
    let or: String
    let and: String
    /// What stands between more than two.
    let comma: String
    /// By the Julian calendar, and by the Gregorian.
    let oldStyle: String
    let newStyle: String

    init(
        year: @escaping @Sendable (Int) -> String = { "\($0)" }, beforeOurEra: @escaping @Sendable (String) -> String,
        about: @escaping @Sendable (String) -> String, between: @escaping @Sendable (String, String) -> String,
        since: @escaping @Sendable (String) -> String, until: @escaping @Sendable (String) -> String, seasons: String,
        season: @escaping @Sendable (String, String) -> String = { "\($0) \($1)" },
        part: @escaping @Sendable (Int, Int, String) -> String, decade: @escaping @Sendable (Int) -> String,
        century: @escaping @Sendable (Int) -> String, or: String, and: String, comma: String = ", ",
        oldStyle: String, newStyle: String
    ) {
        self.oldStyle = oldStyle
        self.newStyle = newStyle
        self.year = year
        self.beforeOurEra = beforeOurEra
        self.about = about
        self.between = between
        self.since = since
        self.until = until
        self.seasons = seasons.split(separator: " ").map(String.init)
        self.season = season
        self.part = part
        self.decade = decade
        self.century = century
        self.or = or
        self.and = and
        self.comma = comma
    }

    static let english = HistoricalWords(
        beforeOurEra: { "\($0) BC" }, about: { "about \($0)" }, between: { "between \($0) and \($1)" },
        since: { "since \($0)" }, until: { "until \($0)" }, seasons: "spring summer autumn winter",
        part: { "part \($0) of \($1) of \($2)" }, decade: { "the \($0)s" },
        century: { "the \($0)\(ordinal($0)) century" }, or: " or ", and: " and ", oldStyle: "O.S.", newStyle: "N.S.")

    private static func ordinal(_ number: Int) -> String {
        if (11...13).contains(number % 100) { return "th" }
        switch number % 10 {
        case 1: return "st"
        case 2: return "nd"
        case 3: return "rd"
        default: return "th"
        }
    }

    static let german = HistoricalWords(
        beforeOurEra: { "\($0) v. Chr." }, about: { "um \($0)" }, between: { "zwischen \($0) und \($1)" },
        since: { "seit \($0)" }, until: { "bis \($0)" }, seasons: "Frühling Sommer Herbst Winter",
        part: { "Teil \($0) von \($1) des Jahres \($2)" }, decade: { "die \($0)er-Jahre" },
        century: { "das \($0). Jahrhundert" }, or: " oder ", and: " und ", oldStyle: "a. St.", newStyle: "n. St.")

    static let french = HistoricalWords(
        beforeOurEra: { "\($0) av. J.-C." }, about: { "vers \($0)" }, between: { "entre \($0) et \($1)" },
        since: { "depuis \($0)" }, until: { "jusqu’à \($0)" }, seasons: "printemps été automne hiver",
        part: { "partie \($0) sur \($1) de \($2)" }, decade: { "les années \($0)" },
        century: { "le \(RomanNumeral.text($0))\($0 == 1 ? "er" : "e") siècle" }, or: " ou ", and: " et ", oldStyle: "v. s.",
        newStyle: "n. s.")

    static let spanish = HistoricalWords(
        beforeOurEra: { "\($0) a. C." }, about: { "hacia \($0)" }, between: { "entre \($0) y \($1)" },
        since: { "desde \($0)" }, until: { "hasta \($0)" }, seasons: "primavera verano otoño invierno",
        season: { "\($0) de \($1)" }, part: { "parte \($0) de \($1) de \($2)" }, decade: { "la década de \($0)" },
        century: { "el siglo \(RomanNumeral.text($0))" }, or: " o ", and: " y ", oldStyle: "e. a.", newStyle: "e. n.")

    static let portuguese = HistoricalWords(
        beforeOurEra: { "\($0) a.C." }, about: { "cerca de \($0)" }, between: { "entre \($0) e \($1)" },
        since: { "desde \($0)" }, until: { "até \($0)" }, seasons: "primavera verão outono inverno",
        season: { "\($0) de \($1)" }, part: { "parte \($0) de \($1) de \($2)" }, decade: { "a década de \($0)" },
        century: { "o século \(RomanNumeral.text($0))" }, or: " ou ", and: " e ", oldStyle: "e. a.", newStyle: "e. n.")

    static let russian = HistoricalWords(
        year: { "\($0) г." }, beforeOurEra: { "\($0) до н. э." }, about: { "около \($0)" },
        between: { "между \($0) и \($1)" }, since: { "с \($0)" }, until: { "до \($0)" },
        seasons: "весна лето осень зима",
        part: { "часть \($0) из \($1), \($2)" }, decade: { "\($0)-е годы" }, century: { "\(RomanNumeral.text($0)) век" },
        or: " или ",
        and: " и ", oldStyle: "ст. ст.", newStyle: "н. ст.")

    static let chinese = HistoricalWords(
        year: { "\($0)年" }, beforeOurEra: { "公元前\($0)" }, about: { "约\($0)" }, between: { "\($0)至\($1)之间" },
        since: { "自\($0)起" }, until: { "至\($0)" }, seasons: "春 夏 秋 冬", season: { "\($1)\($0)季" },
        part: { "\($2)第\($0)段（共\($1)段）" }, decade: { "\($0)年代" }, century: { "\($0)世纪" }, or: "或", and: "和", comma: "、",
        oldStyle: "旧历", newStyle: "新历")

    static let arabic = HistoricalWords(
        beforeOurEra: { "\($0) ق.م." }, about: { "حوالي \($0)" }, between: { "بين \($0) و\($1)" },
        since: { "منذ \($0)" },
        until: { "حتى \($0)" }, seasons: "ربيع صيف خريف شتاء", part: { "الجزء \($0) من \($1) من عام \($2)" },
        decade: { "عقد \($0)" }, century: { "القرن \($0)" }, or: " أو ", and: " و", comma: "، ", oldStyle: "ط.ق.",
        newStyle: "ط.ج.")
}
