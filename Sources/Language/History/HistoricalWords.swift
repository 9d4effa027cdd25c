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
    let parts: PartOfYearWords
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
        parts: PartOfYearWords, decade: @escaping @Sendable (Int) -> String,
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
        self.parts = parts
        self.decade = decade
        self.century = century
        self.or = or
        self.and = and
        self.comma = comma
    }

    static let english = HistoricalWords(
        beforeOurEra: { "\($0) BC" }, about: { "about \($0)" }, between: { "between \($0) and \($1)" },
        since: { "since \($0)" }, until: { "until \($0)" }, seasons: "spring summer autumn winter",
        parts: .english, decade: { "the \($0)s" },
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
        parts: .german, decade: { "die \($0)er-Jahre" },
        century: { "das \($0). Jahrhundert" }, or: " oder ", and: " und ", oldStyle: "a. St.", newStyle: "n. St.")

    static let french = HistoricalWords(
        beforeOurEra: { "\($0) av. J.-C." }, about: { "vers \($0)" }, between: { "entre \($0) et \($1)" },
        since: { "depuis \($0)" }, until: { "jusqu’à \($0)" }, seasons: "printemps été automne hiver",
        parts: .french, decade: { "les années \($0)" },
        century: { "le \(RomanNumeral.text($0))\($0 == 1 ? "er" : "e") siècle" }, or: " ou ", and: " et ",
        oldStyle: "v. s.",
        newStyle: "n. s.")

    static let spanish = HistoricalWords(
        beforeOurEra: { "\($0) a. C." }, about: { "hacia \($0)" }, between: { "entre \($0) y \($1)" },
        since: { "desde \($0)" }, until: { "hasta \($0)" }, seasons: "primavera verano otoño invierno",
        season: { "\($0) de \($1)" }, parts: .spanish, decade: { "la década de \($0)" },
        century: { "el siglo \(RomanNumeral.text($0))" }, or: " o ", and: " y ", oldStyle: "e. a.", newStyle: "e. n.")

    static let portuguese = HistoricalWords(
        beforeOurEra: { "\($0) a.C." }, about: { "cerca de \($0)" }, between: { "entre \($0) e \($1)" },
        since: { "desde \($0)" }, until: { "até \($0)" }, seasons: "primavera verão outono inverno",
        season: { "\($0) de \($1)" }, parts: .portuguese, decade: { "a década de \($0)" },
        century: { "o século \(RomanNumeral.text($0))" }, or: " ou ", and: " e ", oldStyle: "e. a.", newStyle: "e. n.")

    static let russian = HistoricalWords(
        year: { "\($0) г." }, beforeOurEra: { "\($0) до н. э." }, about: { "около \($0)" },
        between: { "между \($0) и \($1)" }, since: { "с \($0)" }, until: { "до \($0)" },
        seasons: "весна лето осень зима",
        parts: .russian, decade: { "\($0)-е годы" }, century: { "\(RomanNumeral.text($0)) век" },
        or: " или ",
        and: " и ", oldStyle: "ст. ст.", newStyle: "н. ст.")

    static let chinese = HistoricalWords(
        year: { "\($0)年" }, beforeOurEra: { "公元前\($0)" }, about: { "约\($0)" }, between: { "\($0)至\($1)之间" },
        since: { "自\($0)起" }, until: { "至\($0)" }, seasons: "春 夏 秋 冬", season: { "\($1)\($0)季" },
        parts: .chinese, decade: { "\($0)年代" }, century: { "\($0)世纪" }, or: "或", and: "和", comma: "、",
        oldStyle: "旧历", newStyle: "新历")

    static let arabic = HistoricalWords(
        beforeOurEra: { "\($0) ق.م." }, about: { "حوالي \($0)" }, between: { "بين \($0) و\($1)" },
        since: { "منذ \($0)" },
        until: { "حتى \($0)" }, seasons: "ربيع صيف خريف شتاء", parts: .arabic,
        decade: { "عقد \($0)" }, century: { "القرن \($0)" }, or: " أو ", and: " و", comma: "، ", oldStyle: "ط.ق.",
        newStyle: "ط.ج.")
}
