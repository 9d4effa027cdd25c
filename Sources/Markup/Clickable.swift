/// Makes links of bare addresses in text, as WordPress does in comments.
enum Clickable {
    private static let untouched: Set<String> = ["a", "pre", "code", "script", "style", "kbd"]

    static func link(_ markup: Bytes) -> Bytes {
        var output = Bytes()
        output.reserveCapacity(markup.count)
        var scanner = HTMLScanner(markup)
        var depth = 0
        while let token = scanner.next() {
            if token.kind == .startTag || token.kind == .endTag, untouched.contains(token.name) {
                depth = max(0, depth + (token.kind == .startTag ? 1 : -1))
            }
            if token.kind == .text, depth == 0 {
                link(markup, token.range, to: &output)
            } else {
                output.append(contentsOf: markup[token.range])
            }
        }
        return output
    }

    private static let heads: [StaticString] = ["http://", "https://", "www."]

    private static func link(_ markup: Bytes, _ range: Range<Int>, to output: inout Bytes) {
        var index = range.lowerBound
        while index < range.upperBound {
            let isWordStart = index == range.lowerBound || !markup[index - 1].isWordByte
            if isWordStart, let head = heads.first(where: { markup.matches($0, at: index) }) {
                let end = endOfAddress(markup, from: index, limit: range.upperBound)
                if end > index + head.utf8CodeUnitCount {
                    let address = markup[index..<end]
                    output.append(contentsOf: "<a href=\"".utf8)
                    if markup[index] == UInt8(ascii: "w") { output.append(contentsOf: "http://".utf8) }
                    output.append(contentsOf: address)
                    output.append(contentsOf: "\">".utf8)
                    output.append(contentsOf: address)
                    output.append(contentsOf: "</a>".utf8)
                    index = end
                    continue
                }
            }
            output.append(markup[index])
            index += 1
        }
    }

    /// Without the punctuation that ends a sentence, and without a bracket that was opened before the address.
    private static func endOfAddress(_ markup: Bytes, from start: Int, limit: Int) -> Int {
        var end = start
        var open = 0
        while end < limit, !markup[end].isSpace, !"\"'<>".utf8.contains(markup[end]), markup[end] > 0x20 {
            if markup[end] == UInt8(ascii: "(") { open += 1 }
            if markup[end] == UInt8(ascii: ")") {
                if open == 0 { break }
                open -= 1
            }
            end += 1
        }
        while end > start, ".,;:!?".utf8.contains(markup[end - 1]) { end -= 1 }
        return end
    }
}
