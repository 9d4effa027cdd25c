internal import Foundation

/// One word of a text as it is looked up.
package struct Token: Hashable, Sendable {
    /// Letters and digits only, folded: no case, no accents.
    package let text: String
    /// Where it stands in the text, in bytes of UTF-8.
    package let range: Range<Int>
    /// A single character of a script without spaces.
    package let isCharacter: Bool
    /// That character ends a run, so the token before holds it too.
    package let isTail: Bool
}

/// Cuts a text into words. A script without spaces is cut into pairs of neighbours, each character but the last with the
/// one behind it, and the last alone: so two characters find every word that has them, and one finds all that begin
/// with it.
package struct Tokens: Sequence, IteratorProtocol {
    /// What is longer is no word of any language; the rest of it is left out.
    private static let longest = 96

    private let bytes: [UInt8]
    private var position = 0
    private var word: [UInt8] = []
    private var wordStart = 0
    private var wordEnd = 0
    /// The last character of a run, waiting for the one behind it.
    private var character: (text: [UInt8], range: Range<Int>, isFirst: Bool)?

    package init(_ text: String) {
        bytes = Array(Self.composed(text).utf8)
    }

    /// Kana and Hangul that are written in parts are one character each, as in all other texts. The ranges of tokens
    /// are those of `composed(text)`.
    package static func composed(_ text: String) -> String {
        // The first bytes of both; looking at bytes is cheap.
        guard text.utf8.contains(where: { $0 == 0xE1 || $0 == 0xE3 }) else { return text }
        let isApart = text.unicodeScalars.contains { scalar in
            (0x3099...0x309A).contains(scalar.value) || (0x1100...0x11FF).contains(scalar.value)
        }
        return isApart ? text.precomposedStringWithCanonicalMapping : text
    }

    /// The tokens with a space between: the form that an index takes.
    package static func line(_ text: String) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(text.utf8.count)
        for token in Tokens(text) {
            if !line.isEmpty { line.append(0x20) }
            line.append(contentsOf: token.text.utf8)
        }
        return String(decoding: line, as: UTF8.self)
    }

    package mutating func next() -> Token? {
        while position < bytes.count {
            if takePlain() { continue }
            let start = position
            let folded = take()
            switch folded {
            case .ignored: if !word.isEmpty { wordEnd = position }
            case .separator:
                if let token = finish() { return token }
            case .word(let letters):
                let former = character == nil ? nil : finish()
                if word.isEmpty { wordStart = start }
                if word.count + letters.count <= Self.longest { word.append(contentsOf: letters) }
                wordEnd = position
                if let former { return former }
            case .unspaced(let letters):
                let former = word.isEmpty ? nil : finish()
                let place = start..<position
                let before = character
                character = (letters, place, before == nil)
                if let before {
                    return Token(
                        text: String(decoding: before.text + letters, as: UTF8.self),
                        range: before.range.lowerBound..<place.upperBound, isCharacter: false, isTail: false)
                }
                if let former { return former }
            }
        }
        return finish()
    }

    /// Takes what most texts are made of, an ASCII letter that goes on a word, or a sign between words, by the short way.
    private mutating func takePlain() -> Bool {
        let byte = bytes[position]
        guard byte < 0x80, character == nil else { return false }
        let letter: UInt8
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letter = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter = byte | 0x20
        default:
            guard word.isEmpty else { return false }
            position += 1
            return true
        }
        if word.isEmpty { wordStart = position }
        position += 1
        wordEnd = position
        if word.count < Self.longest { word.append(letter) }
        return true
    }

    /// The word or character that is open.
    private mutating func finish() -> Token? {
        if let last = character {
            character = nil
            return Token(
                text: String(decoding: last.text, as: UTF8.self), range: last.range, isCharacter: true,
                isTail: !last.isFirst)
        }
        if word.isEmpty { return nil }
        defer { word.removeAll(keepingCapacity: true) }
        return Token(
            text: String(decoding: word, as: UTF8.self), range: wordStart..<wordEnd, isCharacter: false,
            isTail: false)
    }

    /// The scalar at `position`, which moves behind it. A Swift string is always valid UTF-8.
    private mutating func take() -> Folding.Folded {
        let first = bytes[position]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (length == 1 ? 0x7F : 0xFF >> UInt32(length + 1))
        for byte in bytes[(position + 1)..<(position + length)] { value = value << 6 | UInt32(byte & 0x3F) }
        position += length
        return Unicode.Scalar(value).map(Folding.folded) ?? .separator
    }
}
