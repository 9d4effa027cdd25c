/// What a text consists of, as far as dates are concerned.
struct DateToken {
    enum Kind: Hashable {
        /// Folded; a Chinese character is a word of its own.
        case word(String)
        /// With how many digits it was written.
        case number(Int, digits: Int)
        case mark(Character)
    }

    let kind: Kind
    let range: Range<String.Index>
    /// Whether a blank stands before it.
    let isApart: Bool
    /// Of a word in capitals only: “CE” is an era, “ce” is French.
    var isCapital = false
    /// Of Chinese characters, which no blanks part.
    var isChinese = false

    var isSeparator: Bool { if case .mark(let mark) = kind { Self.separators.contains(mark) } else { false } }
    var isOpening: Bool { if case .mark(let mark) = kind { "([（【《［".contains(mark) } else { false } }
    var isNumber: Bool { if case .number = kind { true } else { false } }
    var word: String? { if case .word(let word) = kind { word } else { nil } }

    private static let separators = Set("–—―-−:,.;|/·•،؛：，。；、…!?»\"”)]）】》（(［")

    /// A longer text is no title: what stands behind is not looked at.
    private static let most = (characters: 1_000, tokens: 300)

    static func tokens(of text: String) -> [DateToken] {
        var tokens: [DateToken] = []
        let text = text.prefix(most.characters)
        var index = text.startIndex
        var isApart = false
        while index < text.endIndex, tokens.count < most.tokens {
            let start = index
            func run(_ belongs: (Character) -> Bool) -> Substring {
                while index < text.endIndex, belongs(text[index]) { index = text.index(after: index) }
                return text[start..<index]
            }
            let character = text[index]
            if character.isWhitespace || isIgnored(character) {
                isApart = isApart || character.isWhitespace
                index = text.index(after: index)
                continue
            }
            if decimal(character) != nil {
                let digits = run { decimal($0) != nil }.compactMap(decimal)
                // More digits than a day's eight are some other number.
                let number = digits.count > 8 ? 99_999_999 : digits.reduce(0) { $0 * 10 + $1 }
                tokens.append(token(.number(number, digits: digits.count)))
            } else if ChineseNumeral.isSign(character) {
                let signs = run(ChineseNumeral.isSign)
                let kind = ChineseNumeral.number(signs).map { Kind.number($0.value, digits: $0.digits) }
                tokens.append(token(kind ?? .word(String(signs)), isChinese: true))
            } else if isChinese(character) {
                index = text.index(after: index)
                tokens.append(token(.word(String(character)), isChinese: true))
            } else if character.isLetter {
                let word = run { $0.isLetter && !isChinese($0) || isIgnored($0) }
                let isCapital = !word.contains { $0.isLowercase }
                for part in parts(of: folded(word)) { tokens.append(token(.word(part), isCapital: isCapital)) }
            } else {
                index = text.index(after: index)
                tokens.append(token(.mark(character)))
            }
            func token(_ kind: Kind, isCapital: Bool = false, isChinese: Bool = false) -> DateToken {
                DateToken(
                    kind: kind, range: start..<index, isApart: isApart, isCapital: isCapital, isChinese: isChinese)
            }
            isApart = false
        }
        return tokens
    }

    /// In lower case, and with one letter for those that are written now so and now so.
    static func folded(_ word: some StringProtocol) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "أ", "إ", "آ": folded.append("ا")
            case "ى": folded.append("ي")
            case "ё": folded.append("е")
            case "ᵉ": folded.append("e")
            case "ʳ": folded.append("r")
            case "ـ", "\u{64B}"..."\u{652}": continue
            case _ where scalar.properties.isDefaultIgnorableCodePoint: continue
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Arabic writes “and” on to the word that follows.
    private static func parts(of word: String) -> [String] {
        let rest = String(word.dropFirst())
        guard word.hasPrefix(and), DateLexicon.afterArabicAnd.contains(rest), OrdinalWords.arabicTens[word] == nil
        else {
            return [word]
        }
        return [and, rest]
    }

    private static let and = "و"

    private static func decimal(_ character: Character) -> Int? {
        guard character.unicodeScalars.first?.properties.numericType == .decimal else { return nil }
        return character.wholeNumberValue
    }

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
    }

    /// Marks of direction and the like, and the line that only lengthens an Arabic word.
    private static func isIgnored(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint } || character == "ـ"
    }
}
