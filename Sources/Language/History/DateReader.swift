package import EDTF

/// A date that was found at the head of a text.
package struct DateReading: Hashable, Sendable {
    package let date: EDTF
    /// What it was read from.
    package let words: String
    /// What is left behind it, without the dash or colon between.
    package let rest: String
    /// How sure it is that this is a date and this one: 0 to 1. Below `DateReading.sure` somebody ought to look.
    package let confidence: Double

    package static let sure = 0.85
}

/// Reads the date at the head of a title: “February 25, 1956 – …”, “25 февраля 1956 г.”, “On This Day in 1066”, “c. 1450”, “44 BC”.
package enum DateReader {
    /// Nil where none is there.
    package static func read(_ text: String) -> DateReading? {
        let tokens = DateToken.tokens(of: text)
        var reader = TokenReader(leading: tokens)
        let start = reader.position
        guard let found = reader.date() else { return nil }
        let rest = tokens[reader.position...]
        let last = reader.position < tokens.count ? tokens[reader.position].start : text.endIndex
        let words = text[tokens[start].start..<last]
        let isSetOff = rest.isEmpty || rest.first?.isSeparator == true
        let behind = rest.drop { $0.isSeparator }
        let end = behind.first.map { text[$0.start...] } ?? ""
        let confidence = found.confidence * (isSetOff ? 1 : found.isComplete ? 0.95 : 0.6)
        return DateReading(
            date: found.date, words: String(words.reversed().drop(while: \.isWhitespace).reversed()), rest: String(end),
            confidence: confidence)
    }

    /// The date that a text is, with nothing behind it; nil where it is none.
    package static func readWhole(_ text: String) -> EDTF? {
        guard text.utf8.count < 200, let reading = read(text), reading.rest.isEmpty else { return nil }
        return reading.date
    }

    /// The day of a known year that a text begins with: “On February 25 …”; nil where it begins with none.
    package static func readDay(_ text: String, of year: Int) -> EDTF? {
        var reader = TokenReader(leading: DateToken.tokens(of: text))
        return reader.day(of: year)
    }
}

/// What a text consists of, as far as dates are concerned.
struct DateToken {
    enum Kind: Hashable {
        /// In lower case.
        case word(String)
        /// With how many digits it was written.
        case number(Int, digits: Int)
        case mark(Character)
    }

    let kind: Kind
    let start: String.Index
    /// Whether a blank stands before it.
    let isApart: Bool

    var isSeparator: Bool {
        if case .mark(let mark) = kind {
            return ["–", "—", "-", ":", ",", ".", ";", "|", "·", "،", "：", "，"].contains(mark)
        }
        return false
    }

    /// Only the beginning counts.
    private static let most = 24

    static func tokens(of text: String) -> [DateToken] {
        var tokens: [DateToken] = []
        var index = text.startIndex
        var isApart = false
        while index < text.endIndex, tokens.count < most {
            let start = index
            let character = text[index]
            if character.isWhitespace {
                isApart = true
                index = text.index(after: index)
                continue
            }
            let kind: Kind
            if let digit = character.wholeNumberValue, character.isNumber {
                var number = digit
                var digits = 1
                index = text.index(after: index)
                while index < text.endIndex, digits < 9, let next = text[index].wholeNumberValue, text[index].isNumber {
                    number = number * 10 + next
                    digits += 1
                    index = text.index(after: index)
                }
                kind = .number(number, digits: digits)
            } else if "年月日".contains(character) {
                index = text.index(after: index)
                kind = .mark(character)
            } else if character.isLetter {
                while index < text.endIndex, text[index].isLetter, !"年月日".contains(text[index]) {
                    index = text.index(after: index)
                }
                kind = .word(text[start..<index].lowercased())
            } else {
                index = text.index(after: index)
                kind = .mark(character)
            }
            tokens.append(DateToken(kind: kind, start: start, isApart: isApart))
            isApart = false
        }
        return tokens
    }
}
