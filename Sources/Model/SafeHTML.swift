/// HTML that may reach a page unescaped. `Markup` makes it by sanitizing; `Store` gives back what was stored; plain text
/// is escaped here.
/// `make lint` refuses any other caller of these initialisers.
package struct SafeHTML: Hashable, Sendable {
    package let markup: String

    package init(sanitized markup: String) { self.markup = markup }

    package init(stored markup: String) { self.markup = markup }

    package var isEmpty: Bool { markup.isEmpty }
}

extension SafeHTML {
    /// Plain text as HTML: every character that means something to a parser is written as a reference.
    package static func text(_ text: String) -> SafeHTML {
        var markup = ""
        markup.reserveCapacity(text.utf8.count)
        for character in text.unicodeScalars {
            switch character {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            default: markup.unicodeScalars.append(character)
            }
        }
        return SafeHTML(sanitized: markup)
    }

    /// One after the other.
    package static func joined(_ parts: [SafeHTML]) -> SafeHTML {
        SafeHTML(sanitized: parts.map(\.markup).joined(separator: "\n"))
    }

    /// The same with its first picture asked for at once; nil when it has none that waits.
    package var hurryingFirstPicture: SafeHTML? {
        // The sanitizer escapes `<` and `>` everywhere but in tags.
        guard let tag = markup.firstRange(of: "<img "),
            let end = markup[tag.upperBound...].firstIndex(of: ">"),
            let lazy = markup[tag.upperBound..<end].firstRange(of: " loading=\"lazy\" decoding=\"async\"")
        else { return nil }
        return SafeHTML(sanitized: String(markup[..<lazy.lowerBound]) + markup[lazy.upperBound...])
    }

    /// The text without its tags, blanks folded, the usual references resolved: for feeds and descriptions.
    package var words: String {
        var text: [UInt8] = []
        text.reserveCapacity(markup.utf8.count)
        var isInTag = false
        for byte in markup.utf8 {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">") where isInTag:
                isInTag = false
                if text.last != 0x20, !text.isEmpty { text.append(0x20) }
            case _ where isInTag: break
            case 0x09, 0x0A, 0x0D, 0x20: if text.last != 0x20, !text.isEmpty { text.append(0x20) }
            default: text.append(byte)
            }
        }
        while text.last == 0x20 { text.removeLast() }
        let plain = String(decoding: text, as: UTF8.self)
        guard plain.utf8.contains(UInt8(ascii: "&")) else { return plain }
        // The sanitizer writes no other references.
        return plain.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
    }
}
