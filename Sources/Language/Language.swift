package import Model

/// A language of the interface: what the site itself says to readers, and how it writes numbers and dates. A class, since every
/// view is handed one: a struct's hundreds of texts took a seventh of the time of rendering a page to be retained.
package final class Language: Sendable {
    /// The BCP 47 tag that pages carry, as the site has it.
    package let tag: String
    package let messages: Messages
    package let plural: PluralRule
    package let dates: DateWords
    package let numbers: NumberWords
    let history: HistoricalWords
    private let dateFormat: DateFormat

    /// The language for a tag (`de`, `pt-BR`, `zh_CN`). A site in a language without messages keeps its tag and its
    /// direction, and speaks English.
    package init(tag: String, dateFormat: DateFormat = .language) {
        let tag = tag.isEmpty ? "en" : tag.replacing("_", with: "-")
        self.tag = tag
        self.dateFormat = dateFormat
        switch Self.primarySubtag(of: tag) {
        case "ar":
            (messages, plural, dates, numbers, history) = (.arabic, .arabic, .arabic, .english, .arabic)
        case "de":
            (messages, plural, dates, numbers, history) = (.german, .oneOrOther, .german, .german, .german)
        case "es":
            (messages, plural, dates, numbers, history) = (.spanish, .spanish, .spanish, .spanish, .spanish)
        case "fr":
            (messages, plural, dates, numbers, history) = (.french, .french, .french, .french, .french)
        case "pt":
            (messages, plural, dates, numbers, history) = (.portuguese, .french, .portuguese, .german, .portuguese)
        case "ru":
            (messages, plural, dates, numbers, history) = (.russian, .russian, .russian, .french, .russian)
        case "zh":
            (messages, plural, dates, numbers, history) = (.chinese, .other, .chinese, .english, .chinese)
        default: (messages, plural, dates, numbers, history) = (.english, .oneOrOther, .english, .english, .english)
        }
    }

    /// As a site has it, with its way to write dates.
    package convenience init(of site: Site) { self.init(tag: site.language, dateFormat: site.dateFormat) }

    /// Those with messages of their own, as they call themselves.
    package static let names: [(tag: String, name: String)] = [
        ("ar", "العربية"), ("de", "Deutsch"), ("en", "English"), ("es", "Español"), ("fr", "Français"),
        ("pt", "Português"), ("ru", "Русский"), ("zh", "中文"),
    ]

    /// Whether a tag has messages of its own.
    package static func speaks(_ tag: String) -> Bool {
        let primary = primarySubtag(of: tag)
        return names.contains { $0.tag == primary }
    }

    /// Whether a text has the form of a tag: letters, digits and hyphens of ASCII.
    package static func isTag(_ text: String) -> Bool {
        text.first?.isLetter == true && text.utf8.allSatisfy { $0 == 0x2D || isAlphanumeric($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    package var direction: Direction {
        let written = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi"]
        let isLatin = tag.lowercased().contains("-latn")
        return written.contains(Self.primarySubtag(of: tag)) && !isLatin ? .rightToLeft : .leftToRight
    }

    package enum Direction: String, Sendable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    private static func primarySubtag(of tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    // MARK: Numbers and dates in words

    /// `1 234` written as the language groups its digits.
    package func number(_ number: Int) -> String { numbers.text(number) }

    /// “One Response”, “2 Responses”.
    package func responses(_ count: Int) -> String { say(messages.responses, count) }

    /// A counted message in the form that the count asks for.
    package func say(_ counted: Counted, _ count: Int) -> String {
        counted.text(count, number: number(count), rule: plural)
    }

    /// “February 25, 2012”
    package func day(_ date: LocalDateTime) -> String {
        dateFormat.digits(date) ?? dates.day(date.year, date.month, date.day)
    }

    /// “February 2012”
    package func month(_ month: Int, of year: Int) -> String { dates.month(year, month) }

    /// “February”
    package func month(_ month: Int) -> String { dates.monthName(month) }

    /// “February 25”
    package func day(_ day: DayOfYear) -> String { dates.dayOfMonth(day.month, day.day) }

    /// “Saturday, February 25, 2012”
    package func weekdayAndDay(_ date: LocalDateTime) -> String {
        dates.weekdayAndDay(dates.weekdays[date.weekday], dates.day(date.year, date.month, date.day))
    }

    /// “15:04”: twenty-four hours, which every language here reads.
    package func time(_ date: LocalDateTime) -> String {
        (date.hour < 10 ? "0" : "") + String(date.hour) + (date.minute < 10 ? ":0" : ":") + String(date.minute)
    }
}
