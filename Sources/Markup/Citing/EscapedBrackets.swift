/// `\[@key]` in Markdown cites nothing. The parser of Markdown leaves no trace of the sign that says so, so a mark goes
/// through it and through the parser of HTML: the last letter of Unicode's planes for private use, behind the bracket.
enum EscapedBrackets {
    private static let mark: Bytes = Bytes("\u{10FFFD}".utf8)
    /// How long a bracket is at most that cites something.
    private static let longest = 2_000

    static func marked(_ source: Bytes) -> Bytes {
        guard source.firstIndex(of: "\\[", from: 0) != nil else { return source }
        var output = Bytes()
        output.reserveCapacity(source.count + 16)
        var index = 0
        while index < source.count {
            guard source[index] == UInt8(ascii: "\\"), index + 1 < source.count else {
                output.append(source[index])
                index += 1
                continue
            }
            output += source[index...(index + 1)]
            index += 2
            if source[index - 1] == UInt8(ascii: "["), mayCite(source, from: index) { output += mark }
        }
        return output
    }

    private static func mayCite(_ source: Bytes, from start: Int) -> Bool {
        for byte in source[start...].prefix(longest) {
            if byte == UInt8(ascii: "@") { return true }
            if byte == UInt8(ascii: "]") { return false }
        }
        return false
    }

    /// The text as a search for citations understands it; as long as it is, byte by byte.
    static func escaped(_ text: String) -> String {
        isMarked(text) ? text.replacing("[\u{10FFFD}", with: "\\[   ") : text
    }

    /// Takes the marks out of a whole tree, code and addresses too.
    static func clear(_ element: Element) {
        for (index, attribute) in element.attributes.enumerated() where isMarked(attribute.value) {
            element.attributes[index].value = cleared(attribute.value)
        }
        for (index, child) in element.children.enumerated() {
            switch child {
            case .text(let text): if isMarked(text) { element.children[index] = .text(cleared(text)) }
            case .element(let inner): clear(inner)
            }
        }
    }

    private static func isMarked(_ text: String) -> Bool {
        // Its first byte begins nothing else that people write.
        text.utf8.contains(mark[0]) && text.unicodeScalars.contains("\u{10FFFD}")
    }

    private static func cleared(_ text: String) -> String { text.replacing("\u{10FFFD}", with: "") }
}
