/// Titles with the marks that CSL-JSON allows in them: `<i>` turns italics over, others are left away.
extension StyledText {
    init(title: String, isItalic: Bool) {
        self.init()
        var isTurned = false
        var rest = title[...]
        while let start = rest.firstIndex(of: "<") {
            append(String(rest[..<start]), isItalic: isItalic != isTurned)
            let end = rest[start...].prefix(Self.longestMark).firstIndex(of: ">")
            guard let end, let name = Self.markName(rest[rest.index(after: start)..<end]) else {
                append("<", isItalic: isItalic != isTurned)
                rest = rest[rest.index(after: start)...]
                continue
            }
            if name == "i" { isTurned = true }
            if name == "/i" { isTurned = false }
            rest = rest[rest.index(after: end)...]
        }
        append(String(rest), isItalic: isItalic != isTurned)
    }

    private static let marks: Set<Substring> = ["i", "b", "sup", "sub", "sc", "span"]

    private static let longestMark = 60

    /// Nil for what is no mark.
    private static func markName(_ inside: Substring) -> Substring? {
        let name = inside.prefix { $0 != " " }
        return marks.contains(name.first == "/" ? name.dropFirst() : name) ? name : nil
    }

    /// In quotation marks; those of the title become single ones.
    init(quoting title: String) {
        let inner = title.replacing("“", with: "‘").replacing("”", with: "’")
        self = StyledText("“") + StyledText(title: inner, isItalic: false) + StyledText("”")
    }
}
