/// A run of text and inline tags between two blocks, cut into paragraphs and lines.
struct LineRun {
    private var current = Bytes()
    private(set) var verbatim = Bytes()
    private var lineEnds = 0
    private var breaks = 0
    private var spaces = Bytes()
    /// Whether the current paragraph has anything that is seen; end tags alone are not.
    private var hasContent = false
    /// Where blank lines stood in `current`, for places that take no paragraphs.
    private static let paragraphMark: UInt8 = 4

    mutating func addText(_ markup: Bytes, _ range: Range<Int>) {
        verbatim.append(contentsOf: markup[range])
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = markup[index]
            if byte == 0x0A {
                lineEnds += 1
                spaces = []
                index += 1
            } else if byte.isSpace {
                spaces.append(byte)
                index += 1
            } else {
                var end = index + 1
                while end < range.upperBound, !markup[end].isSpace { end += 1 }
                settle()
                current.append(contentsOf: markup[index..<end])
                index = end
            }
        }
    }

    /// Anything inline that is seen, or begins something.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        verbatim.append(contentsOf: bytes)
        settle()
        current.append(contentsOf: bytes)
    }

    /// Goes before the white space that waits: what it closes ended there.
    mutating func addEndTag(_ bytes: ArraySlice<UInt8>) {
        verbatim.append(contentsOf: bytes)
        if lineEnds == 0, breaks == 0 {
            current += spaces
            spaces = []
        }
        current.append(contentsOf: bytes)
    }

    mutating func addBreak() {
        verbatim.append(contentsOf: "<br>".utf8)
        breaks += 1
        lineEnds = 0
        spaces = []
    }

    /// Writes the waiting white space, now that something follows it.
    private mutating func settle() {
        if hasContent {
            if lineEnds > 1 || breaks > 1 {
                current.append(Self.paragraphMark)
            } else if lineEnds == 1 || breaks == 1 {
                current.append(contentsOf: "<br>\n".utf8)
            } else {
                current += spaces
            }
        }
        lineEnds = 0
        breaks = 0
        spaces = []
        hasContent = true
    }

    /// The paragraphs, or all as one with two breaks for each blank line when not `splitting`. Empty when nothing is seen.
    func paragraphs(splitting: Bool) -> [Bytes] {
        guard hasContent else { return current.isEmpty ? [] : [current] }
        let parts = current.split(separator: Self.paragraphMark).map(Bytes.init)
        return splitting ? parts : [Bytes(parts.joined(separator: "<br>\n<br>\n".utf8))]
    }
}
