internal import Foundation

/// How a character stands in a word that is searched: without case, accents and other forms of the same letter.
enum Folding {
    enum Folded: Hashable, Sendable {
        case separator
        /// Inside a word it changes nothing: an accent of its own, a vowel point, a soft hyphen.
        case ignored
        case word([UInt8])
        /// Of a script that puts no spaces between words.
        case unspaced([UInt8])
    }

    static func folded(_ scalar: Unicode.Scalar) -> Folded {
        scalar.value < tableEnd ? table[Int(scalar.value)] : compute(scalar)
    }

    /// Latin, Greek, Cyrillic, Hebrew and Arabic: what most texts are made of.
    private static let tableEnd: UInt32 = 0x700
    private static let table: [Folded] = (0..<tableEnd).map { Unicode.Scalar($0).map(compute) ?? .separator }

    private static func compute(_ scalar: Unicode.Scalar) -> Folded {
        if isPlainIdeograph(scalar) { return .unspaced(Array(String(scalar).utf8)) }
        if isIgnored(scalar) { return .ignored }
        guard isWordPart(scalar) else { return .separator }
        var text = String(scalar)
        // A compatibility form may stand for capitals or for accented letters, so one step is not always enough.
        for _ in 0..<4 {
            let next = step(text)
            if next.utf8.elementsEqual(text.utf8) { break }
            text = next
        }
        guard let first = text.unicodeScalars.first else { return .separator }
        return isUnspaced(first) ? .unspaced(Array(text.utf8)) : .word(Array(text.utf8))
    }

    private static func step(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        // Upper case first, which makes ß and ς what other spellings of them are.
        for scalar in text.decomposedStringWithCompatibilityMapping.uppercased().lowercased()
            .decomposedStringWithCompatibilityMapping.unicodeScalars
        where !isIgnored(scalar) && isWordPart(scalar) {
            if scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue {
                folded.append(contentsOf: String(Int(value)).unicodeScalars)
            } else if let letters = withoutDecomposition[scalar] {
                folded.append(contentsOf: letters.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        return String(folded).precomposedStringWithCanonicalMapping
    }

    /// Letters that Unicode does not take apart, as people type them on a keyboard without them.
    private static let withoutDecomposition: [Unicode.Scalar: String] = [
        "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "þ": "th", "ı": "i",
    ]

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            // The apostrophe that is a letter by its category parts words as its sisters do.
            scalar.value != 0x2BC
        default: false
        }
    }

    /// Accents, Hebrew and Arabic points, the Arabic stretcher, and what has no width. The marks of other scripts are
    /// vowels or change the consonant, so they stay.
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7,
            0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED,
            0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200C...0x200F, 0x2060, 0x20D0...0x20FF, 0xFE00...0xFE0F,
            0xFE20...0xFE2F, 0xFEFF, 0xE0100...0xE01EF:
            true
        default: false
        }
    }

    /// Those that are their own folded form: looked at first, as a Chinese text is made of nothing else.
    private static func isPlainIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3041...0x3096, 0x30A1...0x30FA, 0xAC00...0xD7A3, 0x20000...0x2A6DF:
            true
        default: false
        }
    }

    /// Han, kana, Hangul; Thai, Lao, Burmese, Khmer.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3005...0x3007, 0x3021...0x3029,
            0x3040...0x30FF, 0x3105...0x312F, 0x3130...0x318F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xA000...0xA48F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x323AF:
            true
        default: false
        }
    }
}
