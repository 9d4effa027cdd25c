/// The words by which dates are recognised, in the languages of the interface together: a title may be in any of them.
enum DateLexicon {
    /// By month, in lower case; inflected and short forms too.
    static let months: [String: Int] = {
        let lists = [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
            "januar jänner", "februar feber", "märz mrz", "april", "mai", "juni", "juli", "august", "september",
            "oktober okt",
            "november", "dezember dez",
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre",
            "noviembre", "diciembre",
            "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
            "novembro",
            "dezembro",
            "январь января", "февраль февраля", "март марта", "апрель апреля", "май мая", "июнь июня", "июль июля",
            "август августа", "сентябрь сентября", "октябрь октября", "ноябрь ноября", "декабрь декабря",
            "يناير", "فبراير", "مارس", "أبريل ابريل", "مايو", "يونيو", "يوليو", "أغسطس اغسطس", "سبتمبر",
            "أكتوبر اكتوبر", "نوفمبر",
            "ديسمبر",
        ]
        var months: [String: Int] = [:]
        for (index, names) in lists.enumerated() {
            for name in names.split(separator: " ") { months[String(name)] = index % 12 + 1 }
        }
        return months
    }()

    /// Words that are a month's name and much else: alone with a year they say little.
    static let ambiguousMonths: Set = ["may", "march", "mar", "mars", "august", "mai", "май"]

    static let seasons: [String: Int] = [
        "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "frühling": 21, "frühjahr": 21,
        "sommer": 22,
        "herbst": 23, "printemps": 21, "été": 22, "automne": 23, "hiver": 24, "primavera": 21, "verano": 22,
        "otoño": 23,
        "invierno": 24, "verão": 22, "outono": 23, "inverno": 24, "весна": 21, "лето": 22, "осень": 23, "зима": 24,
    ]

    /// What says that a year is near.
    static let about: Set = [
        "about", "circa", "c", "ca", "around", "um", "vers", "hacia", "около", "ок", "约", "حوالي", "cerca",
    ]

    /// What may stand before a date and says nothing more.
    static let lead: Set = [
        "on", "in", "the", "this", "day", "am", "im", "den", "le", "les", "die", "das", "en", "el", "la", "em", "a",
        "в", "on-this-day", "today",
        "history",
        "le", "du", "dia", "día", "era", "of", "dated", "from", "year", "an", "jahr", "année", "año", "ano", "في",
        "يوم",
    ]

    /// What stands between day, month and year.
    static let of: Set = ["de", "of", "del", "do", "da"]

    /// Behind a year.
    static let yearWords: Set = ["г", "год", "года", "году", "م", "م."]

    static let between: Set = ["between", "zwischen", "entre", "между", "بين"]
    static let and: Set = ["and", "und", "et", "y", "e", "и", "to", "bis", "à", "a", "до"]

    /// Before our era: the words behind a year, as they follow each other without marks.
    static let beforeOurEra: [[String]] = [
        ["bc"], ["bce"], ["b", "c"], ["b", "c", "e"], ["v", "chr"], ["vor", "christus"], ["av", "j", "c"], ["a", "c"],
        ["a", "de", "c"], ["до", "н", "э"], ["до", "нашей", "эры"], ["ق", "م"],
    ]
    static let ourEra: [[String]] = [
        ["ad"], ["ce"], ["a", "d"], ["n", "chr"], ["ap", "j", "c"], ["d", "c"], ["н", "э"],
    ]
}
