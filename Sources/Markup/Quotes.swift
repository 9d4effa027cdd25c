/// The quotation marks of a language.
struct Quotes {
    let openDouble: String
    let closeDouble: String
    let openSingle: String
    let closeSingle: String

    private init(_ openDouble: String, _ closeDouble: String, _ openSingle: String, _ closeSingle: String) {
        self.openDouble = openDouble
        self.closeDouble = closeDouble
        self.openSingle = openSingle
        self.closeSingle = closeSingle
    }

    /// `language` is BCP 47; only its first part counts. As WordPress's translations have them.
    init(language: String) {
        switch language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map({ $0.lowercased() }) {
        case "de", "cs", "sk", "sl", "bg", "is", "lt", "et": self.init("„", "“", "‚", "‘")
        case "fr": self.init("«\u{A0}", "\u{A0}»", "‹\u{A0}", "\u{A0}›")
        case "ru", "uk", "be": self.init("«", "»", "„", "“")
        case "no", "nb", "nn", "el": self.init("«", "»", "“", "”")
        case "pl", "hu", "ro", "hr", "sr": self.init("„", "”", "‚", "’")
        case "sv", "fi": self.init("”", "”", "’", "’")
        default: self.init("“", "”", "‘", "’")
        }
    }
}
