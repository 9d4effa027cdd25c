/// What cmark-gfm would take too long over, or make too much of, is refused before it sees a byte. Measured with 0.29:
/// a table of 4,000 columns and rows, 32 kB of text, is 320 MB of cells and 82 seconds; 32 kB of uses of one long
/// address are 43 MB; 32,000 levels of quotation over as many lines take half a second.
struct MarkdownLimits {
    /// Quotations and lists that one line may open inside one another.
    static let containers = 64
    /// Of all tables together: rows are filled up to the width of their table.
    static let cells = 50_000
    /// Bytes that uses of defined addresses and titles may come to.
    static let references = 32_000_000

    private var cells = 0
    /// Of the table that may have begun above.
    private var columns = 0
    private var brackets = 0
    /// Bytes of the lines since the last blank one, and whether one of them may define an address.
    private var paragraph = 0
    private var mayDefine = false
    private var longestDefinition = 0

    static func check(_ source: Bytes) throws(MarkupError) {
        var limits = MarkdownLimits()
        var start = 0
        while start < source.count {
            let end = source[start...].firstIndex(of: 0x0A) ?? source.count
            try limits.check(line: source[start..<end])
            start = end + 1
        }
        limits.endParagraph()
        guard limits.longestDefinition * limits.brackets <= references else {
            throw .tooMany(what: "uses of long addresses", limit: references)
        }
    }

    private mutating func check(line: ArraySlice<UInt8>) throws(MarkupError) {
        if line.allSatisfy(\.isSpace) {
            columns = 0
            return endParagraph()
        }
        guard Self.containers(of: line) <= Self.containers else {
            throw .tooDeep(element: "blockquote", limit: Self.containers)
        }
        cells += columns
        guard cells <= Self.cells else { throw .tooMany(what: "table cells", limit: Self.cells) }
        if Self.mayBeDelimiters(line) { columns = max(columns, line.count { $0 == UInt8(ascii: "|") } + 1) }
        brackets += line.count { $0 == UInt8(ascii: "[") }
        paragraph += line.count + 1
        mayDefine = mayDefine || zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == 0x3A }
    }

    private mutating func endParagraph() {
        if mayDefine { longestDefinition = max(longestDefinition, paragraph) }
        (paragraph, mayDefine) = (0, false)
    }

    /// Marks of quotations and of list items that the line begins with.
    private static func containers(of line: ArraySlice<UInt8>) -> Int {
        var count = 0
        var last: UInt8 = 0x20
        for (byte, next) in zip(line, line.dropFirst() + [0x20]) {
            switch byte {
            case UInt8(ascii: ">"): count += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): if next.isSpace { count += 1 }
            case UInt8(ascii: "."), UInt8(ascii: ")"):
                guard last.isDigit, next.isSpace else { return count }
                count += 1
            case 0x20, 0x09, UInt8(ascii: "0")...UInt8(ascii: "9"): break
            default: return count
            }
            last = byte
        }
        return isRule(line) ? 0 : count
    }

    /// A line across the page, however long: it opens nothing.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        let marks = Set(line.filter { !$0.isSpace })
        return marks == [UInt8(ascii: "-")] || marks == [UInt8(ascii: "*")]
    }

    /// A row like `|---|:-:|`, in whatever list or quotation.
    private static func mayBeDelimiters(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "|"))
            && line.allSatisfy { $0.isSpace || $0.isDigit || "|-:>+*.)".utf8.contains($0) }
    }
}
