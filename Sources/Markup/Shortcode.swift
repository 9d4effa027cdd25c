/// One `[name attributes]content[/name]` in a text.
struct Shortcode {
    var name: String
    var attributes: [(name: String, value: String)] = []
    var positional: [String] = []
    /// Between the start and its `[/name]`; nil for one that stands alone.
    var content: Range<Int>?
    /// From the first bracket to the last.
    var range: Range<Int>
    /// `[[name]]`: to be shown as `[name]`.
    var isEscaped = false
    var looksDeliberate = false

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// Longer than any that an editor writes.
    private static let headLimit = 16_384

    /// Reads the one that begins with the bracket at `start`; nil when that is no shortcode. `encloses` says whether to
    /// look for an end tag of a name.
    static func parse(_ bytes: Bytes, at start: Int, encloses: (String) -> Bool) -> Shortcode? {
        let isEscaped = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "[")
        let nameStart = isEscaped ? start + 2 : start + 1
        var index = nameStart
        while index < bytes.count,
            bytes[index].isLetter || bytes[index].isDigit || bytes[index] == UInt8(ascii: "_")
                || bytes[index] == UInt8(ascii: "-")
        {
            index += 1
        }
        guard index > nameStart, index < bytes.count, bytes[nameStart].isLetter,
            bytes[index].isSpace || "]/=".utf8.contains(bytes[index])
        else { return nil }
        let name = bytes.text(nameStart..<index)
        guard let close = endOfHead(in: bytes, from: index) else { return nil }
        var shortcode = Shortcode(name: name, range: start..<(close + 1), isEscaped: isEscaped)
        let isAlone = bytes[close - 1] == UInt8(ascii: "/")
        shortcode.readAttributes(bytes, index..<(isAlone ? close - 1 : close))
        if isEscaped {
            var end = close + 1
            if !(end < bytes.count && bytes[end] == UInt8(ascii: "]")) {
                // `[[name]content[/name]]`
                guard let closing = endTag(of: name, in: bytes, from: end), closing.upperBound < bytes.count,
                    bytes[closing.upperBound] == UInt8(ascii: "]")
                else { return nil }
                end = closing.upperBound
            }
            shortcode.range = start..<(end + 1)
            return shortcode
        }
        if !isAlone, encloses(name), let closing = endTag(of: name, in: bytes, from: close + 1) {
            shortcode.content = (close + 1)..<closing.lowerBound
            shortcode.range = start..<closing.upperBound
        }
        shortcode.looksDeliberate =
            isAlone || shortcode.content != nil || !shortcode.attributes.isEmpty
            || name.utf8.contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        return shortcode
    }

    /// The offset of the bracket that ends the head: the first one outside quotes, else the very first.
    private static func endOfHead(in bytes: Bytes, from start: Int) -> Int? {
        let limit = min(bytes.count, start + headLimit)
        var first: Int?
        var quote: UInt8?
        for index in start..<limit {
            let byte = bytes[index]
            if byte == UInt8(ascii: "]") {
                if quote == nil { return index }
                first = first ?? index
            } else if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                bytes[index - 1] == UInt8(ascii: "=") || bytes[index - 1].isSpace
            {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: "[") {
                return nil
            }
        }
        return first
    }

    /// The nearest `[/name]` before which no other `[name` begins.
    private static func endTag(of name: String, in bytes: Bytes, from start: Int) -> Range<Int>? {
        var index = start
        let length = name.utf8.count
        while let bracket = bytes.firstIndex(of: "[", from: index) {
            let isEnd = bracket + 1 < bytes.count && bytes[bracket + 1] == UInt8(ascii: "/")
            let nameStart = bracket + (isEnd ? 2 : 1)
            let nameEnd = nameStart + length
            if nameEnd < bytes.count, bytes[nameStart..<nameEnd].elementsEqual(name.utf8) {
                if isEnd, bytes[nameEnd] == UInt8(ascii: "]") { return bracket..<(nameEnd + 1) }
                if !isEnd, bytes[nameEnd].isSpace || bytes[nameEnd] == UInt8(ascii: "]") { return nil }
            }
            index = bracket + 1
        }
        return nil
    }

    private mutating func readAttributes(_ bytes: Bytes, _ range: Range<Int>) {
        var index = range.lowerBound
        func skipSpace() {
            while index < range.upperBound, bytes[index].isSpace { index += 1 }
        }
        func value() -> String {
            guard index < range.upperBound else { return "" }
            let quote = bytes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = bytes[(index + 1)..<range.upperBound].firstIndex(of: quote)
            {
                defer { index = end + 1 }
                return bytes.text((index + 1)..<end)
            }
            let start = index
            while index < range.upperBound, !bytes[index].isSpace { index += 1 }
            return bytes.text(start..<index)
        }
        if index < range.upperBound, bytes[index] == UInt8(ascii: "=") {
            // `[youtube=http://…]`: all the rest is one value.
            let rest = bytes.trimming((index + 1)..<range.upperBound)
            positional.append(bytes.text(rest).trimmingQuotes)
            return
        }
        while true {
            skipSpace()
            guard index < range.upperBound else { return }
            let start = index
            while index < range.upperBound,
                bytes[index].isLetter || bytes[index].isDigit
                    || bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: "-")
            {
                index += 1
            }
            let name = start..<index
            skipSpace()
            if !name.isEmpty, index < range.upperBound, bytes[index] == UInt8(ascii: "=") {
                index += 1
                skipSpace()
                attributes.append((bytes.lowercasedText(name), value()))
            } else {
                index = start
                positional.append(value())
            }
        }
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        var text = self[...]
        for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            text = text.dropFirst().dropLast()
        }
        return String(text)
    }
}
