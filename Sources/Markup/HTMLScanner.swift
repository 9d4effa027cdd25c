/// Cuts markup into text, tags and comments as browsers do, without building a tree. Linear in the length.
struct HTMLScanner {
    enum Kind { case text, startTag, endTag, comment, rawText }

    struct Token {
        var kind: Kind
        var range: Range<Int>
        /// Of a tag, in small letters.
        var name: String = ""
    }

    /// Elements whose content is text whatever it looks like.
    static let rawTextElements: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript",
    ]

    let bytes: Bytes
    var position = 0
    private var rawTextOf: String?

    init(_ bytes: Bytes) { self.bytes = bytes }

    mutating func next() -> Token? {
        guard position < bytes.count else { return nil }
        if let name = rawTextOf {
            rawTextOf = nil
            let end = endOfRawText(of: name)
            if end > position {
                defer { position = end }
                return Token(kind: .rawText, range: position..<end)
            }
        }
        let start = position
        if let token = markup(at: start) { return take(token) }
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), looksLikeMarkup(at: index) { break }
            index += 1
        }
        position = index
        return Token(kind: .text, range: start..<index)
    }

    private mutating func take(_ token: Token) -> Token {
        position = token.range.upperBound
        if token.kind == .startTag, Self.rawTextElements.contains(token.name) { rawTextOf = token.name }
        return token
    }

    private func looksLikeMarkup(at index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        let next = bytes[index + 1]
        return next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    }

    private func markup(at start: Int) -> Token? {
        guard bytes[start] == UInt8(ascii: "<"), looksLikeMarkup(at: start) else { return nil }
        let isEnd = bytes[start + 1] == UInt8(ascii: "/")
        var index = isEnd ? start + 2 : start + 1
        guard index < bytes.count else { return nil }
        guard bytes[index].isLetter else { return comment(at: start) }
        let nameStart = index
        while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "/"),
            bytes[index] != UInt8(ascii: ">")
        {
            index += 1
        }
        let name = bytes.lowercasedText(nameStart..<index)
        guard let end = forEachAttribute(from: index, { _, _ in }) else {
            // A tag that never ends swallows everything after it. Browsers drop that; here it stays readable.
            return Token(kind: .text, range: start..<bytes.count)
        }
        return Token(kind: isEnd ? .endTag : .startTag, range: start..<end, name: name)
    }

    private func comment(at start: Int) -> Token {
        if bytes.matches("<!--", at: start) {
            if bytes.matches("<!-->", at: start) { return Token(kind: .comment, range: start..<(start + 5)) }
            if bytes.matches("<!--->", at: start) { return Token(kind: .comment, range: start..<(start + 6)) }
            var index = start + 4
            while let dashes = bytes.firstIndex(of: "--", from: index) {
                if bytes.matches("-->", at: dashes) { return Token(kind: .comment, range: start..<(dashes + 3)) }
                if bytes.matches("--!>", at: dashes) { return Token(kind: .comment, range: start..<(dashes + 4)) }
                index = dashes + 1
            }
            return Token(kind: .comment, range: start..<bytes.count)
        }
        let end = bytes.firstIndex(of: ">", from: start).map { $0 + 1 } ?? bytes.count
        return Token(kind: .comment, range: start..<end)
    }

    private func endOfRawText(of name: String) -> Int {
        var index = position
        while let end = bytes.firstIndex(of: "</", from: index) {
            let after = end + 2 + name.utf8.count
            if after <= bytes.count, bytes.lowercasedText((end + 2)..<after) == name,
                after == bytes.count || !bytes[after].isLetter && !bytes[after].isDigit
            {
                return end
            }
            index = end + 2
        }
        return bytes.count
    }

    /// Calls `body` with name and value of each attribute after a tag's name; gives the offset after `>`, or nil when the
    /// text ends first.
    func forEachAttribute(from start: Int, _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void) -> Int? {
        var index = start
        func skipSpace() {
            while index < bytes.count, bytes[index].isSpace { index += 1 }
        }
        while true {
            while index < bytes.count, bytes[index].isSpace || bytes[index] == UInt8(ascii: "/") { index += 1 }
            guard index < bytes.count else { return nil }
            if bytes[index] == UInt8(ascii: ">") { return index + 1 }
            let nameStart = index
            index += 1
            while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: "/"),
                bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "=")
            {
                index += 1
            }
            let name = nameStart..<index
            skipSpace()
            guard index < bytes.count else { return nil }
            guard bytes[index] == UInt8(ascii: "=") else {
                body(name, index..<index)
                continue
            }
            index += 1
            skipSpace()
            guard index < bytes.count else { return nil }
            let quote = bytes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let valueStart = index + 1
                index = valueStart
                while index < bytes.count, bytes[index] != quote { index += 1 }
                guard index < bytes.count else { return nil }
                body(name, valueStart..<index)
                index += 1
            } else {
                let valueStart = index
                while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
                body(name, valueStart..<index)
            }
        }
    }

    /// The attributes of a start tag that came from `next()`.
    func forEachAttribute(of token: Token, _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void) {
        _ = forEachAttribute(from: token.range.lowerBound + 1 + token.name.utf8.count, body)
    }
}
