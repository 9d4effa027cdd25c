/// Markup on its way through the passes: UTF-8, never cut inside a character.
typealias Bytes = [UInt8]

extension UInt8 {
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// HTML's white space: tab, line feed, form feed, carriage return, space.
    var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }

    /// A letter or digit, or any byte of a character beyond ASCII.
    var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }

    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Bytes {
    /// The text between two offsets; ASCII capitals become small letters.
    func lowercasedText(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count) { buffer in
            for (offset, index) in range.enumerated() { buffer[offset] = self[index].asciiLowercased }
            return range.count
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    func matches(_ word: StaticString, at index: Int, ignoringCase: Bool = false) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index >= 0, index + length <= count else { return false }
        for offset in 0..<length {
            let byte = self[index + offset]
            if (ignoringCase ? byte.asciiLowercased : byte) != word.utf8Start[offset] { return false }
        }
        return true
    }

    /// Where `word` (small letters) begins at or after `start`; nil when it does not occur.
    func firstIndex(of word: StaticString, from start: Int, ignoringCase: Bool = false) -> Int? {
        let first = word.utf8Start[0]
        var index = start
        let last = count - word.utf8CodeUnitCount
        while index <= last {
            let byte = ignoringCase ? self[index].asciiLowercased : self[index]
            if byte == first, matches(word, at: index, ignoringCase: ignoringCase) { return index }
            index += 1
        }
        return nil
    }

    func trimming(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, self[lower].isSpace { lower += 1 }
        while upper > lower, self[upper - 1].isSpace { upper -= 1 }
        return lower..<upper
    }

    /// Without control characters (tab and line feed stay), with line feeds for every kind of line end.
    /// The bytes 1 and 2, which the passes use as marks for finished markup, cannot come from outside after this.
    static func normalized(_ text: String) -> Bytes {
        var result = Bytes()
        result.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x0D: result.append(0x0A)
            case 0x0A: if previous != 0x0D { result.append(byte) }
            case 0x09, 0x20...0x7E, 0x80...: result.append(byte)
            case 0x0C: result.append(0x20)
            default: break
            }
            previous = byte
        }
        return result
    }
}
