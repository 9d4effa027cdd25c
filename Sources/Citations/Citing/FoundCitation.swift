/// A bracket of a text that cites something.
package struct FoundCitation: Hashable, Sendable {
    /// With its brackets.
    package let range: Range<String.Index>
    package let citation: Citation

    /// Longer brackets cite nothing, nor do those that hold more brackets within each other; so the time is that of the
    /// length.
    private static let longest = 2_000
    private static let deepest = 3

    /// All citations of a plain text, in order; the outer one, where one stands in another. What is followed by an address,
    /// `[…](…)`, is a link; `\[` begins nothing.
    package static func all(in text: String) -> [FoundCitation] {
        var found: [FoundCitation] = []
        var open: [(start: String.UTF8View.Index, depth: Int)] = []
        var lastSign: String.UTF8View.Index?
        let bytes = text.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                index = next < bytes.endIndex ? bytes.index(after: next) : next
                continue
            case UInt8(ascii: "@"): lastSign = index
            case UInt8(ascii: "["): open.append((index, 0))
            case UInt8(ascii: "]"):
                guard let (start, depth) = open.popLast() else { break }
                if let outer = open.indices.last { open[outer].depth = max(open[outer].depth, depth + 1) }
                guard let sign = lastSign, sign > start, depth < deepest,
                    bytes.distance(from: start, to: index) <= longest,
                    next == bytes.endIndex || bytes[next] != UInt8(ascii: "("),
                    let citation = Citation(text[bytes.index(after: start)..<index])
                else { break }
                while let last = found.last, last.range.lowerBound > start { found.removeLast() }
                found.append(FoundCitation(range: start..<next, citation: citation))
            default: break
            }
            index = next
        }
        return found
    }
}
