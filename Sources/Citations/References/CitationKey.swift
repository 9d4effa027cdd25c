/// What a reference is cited by, under the rules that Pandoc's Markdown and BibTeX share.
package enum CitationKey {
    private static let longest = 200

    /// Whether it can be written in both: no blanks, no brackets or braces, no comma, quotation mark or backslash.
    package static func isValid(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count <= longest
            && key.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.value >= 32 && $0.value != 127
                    && !"{}[](),\"\\".unicodeScalars.contains($0)
            }
    }

    /// The key as a text cites it: `@taubman2003`, with braces around what would else end too early.
    package static func cited(_ key: String) -> String {
        let text = Array(key)
        return plainEnd(in: text, from: 0) == text.count ? "@" + key : "@{\(key)}"
    }

    /// The end of a key that stands without braces; the start itself where there is none. It begins with a letter, a digit
    /// or `_`, and single marks stand only within it (Pandoc's manual, "Citation syntax").
    static func plainEnd(in text: [Character], from start: Int) -> Int {
        guard start < text.count, isWord(text[start]) else { return start }
        var end = start + 1
        while end < text.count {
            if isWord(text[end]) {
                end += 1
            } else if marks.contains(text[end]), end + 1 < text.count, isWord(text[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private static let marks: Set<Character> = [":", ".", "#", "$", "%", "&", "-", "+", "?", "<", ">", "~", "/"]

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
