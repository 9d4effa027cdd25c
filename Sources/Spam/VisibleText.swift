/// What a reader sees of a text that may hold markup: tags are gone, character references are read. Forms elsewhere send
/// HTML, and people type it who hope for a link.
///
/// Only a known name with known attributes is a tag: bare words between `<` and `>` are read, since markup is shown as it was
/// typed in places. What a known attribute holds is not read.
struct VisibleText: Sequence, IteratorProtocol {
    private let text: String.UnicodeScalarView
    private var index: String.UnicodeScalarView.Index
    /// The first `>` at or behind some place up to which there is none; the end where there is none.
    private var close: String.UnicodeScalarView.Index

    /// Most do not, and are what they show.
    static func mayHoldMarkup(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }

    init(_ text: String) {
        self.text = text.unicodeScalars
        index = self.text.startIndex
        close = self.text.startIndex
    }

    mutating func next() -> Unicode.Scalar? {
        while index < text.endIndex {
            let scalar = text[index]
            let after = text.index(after: index)
            if scalar == "<", let tag = tag(from: after) {
                index = tag.end
                if tag.endsLine { return "\n" }
            } else if scalar == "&", let reference = Self.reference(text[after...].prefix(Self.longestReference)) {
                index = text.index(after, offsetBy: reference.length)
                return reference.scalar
            } else {
                index = after
                return scalar
            }
        }
        return nil
    }

    // MARK: Tags

    private mutating func tag(from start: String.UnicodeScalarView.Index) -> (
        end: String.UnicodeScalarView.Index, endsLine: Bool
    )? {
        if close < start { close = text[start...].firstIndex(of: ">") ?? text.endIndex }
        guard close < text.endIndex else { return nil }
        var rest = text[start..<close]
        if rest.first == "/" { rest.removeFirst() }
        if rest.last == "/" { rest.removeLast() }
        let name = Self.taken(from: &rest) { Self.isLetter($0) || "1"..."6" ~= $0 }
        guard Self.inline.contains(name) || Self.blocks.contains(name), Self.holdsOnlyAttributes(rest) else {
            return nil
        }
        return (text.index(after: close), Self.blocks.contains(name))
    }

    /// Names with values, whose names are known.
    private static func holdsOnlyAttributes(_ text: Substring.UnicodeScalarView) -> Bool {
        var rest = text
        while true {
            let blank = taken(from: &rest) { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
            if rest.isEmpty { return true }
            guard !blank.isEmpty, attributes.contains(taken(from: &rest, while: isLetter)), rest.popFirst() == "="
            else {
                return false
            }
            if let quote = rest.first, quote == "\"" || quote == "'" {
                rest.removeFirst()
                guard let end = rest.firstIndex(of: quote) else { return false }
                rest = rest[rest.index(after: end)...]
            } else {
                guard !taken(from: &rest, while: { $0 != " " }).isEmpty else { return false }
            }
        }
    }

    private static func taken(
        from rest: inout Substring.UnicodeScalarView, while belongs: (Unicode.Scalar) -> Bool
    ) -> String {
        let found = rest.prefix(while: belongs)
        rest = rest[found.endIndex...]
        return String(found).lowercased()
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar
    }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s",
        "small",
        "span", "strike", "strong", "sub", "sup", "tt", "u",
    ]
    private static let blocks: Set<String> = [
        "blockquote", "br", "center", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table",
        "td",
        "th", "tr", "ul",
    ]
    private static let attributes: Set<String> = [
        "align", "alt", "border", "class", "color", "dir", "face", "height", "href", "id", "lang", "name", "rel",
        "size", "src",
        "style", "target", "title", "width",
    ]

    // MARK: Character references

    private static let longestReference = 9
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "apos": "'", "gt": ">", "hellip": "…", "lt": "<", "nbsp": " ", "quot": "\"",
    ]

    /// - Parameter text: from behind the `&`.
    private static func reference(_ text: Substring.UnicodeScalarView) -> (scalar: Unicode.Scalar, length: Int)? {
        guard let end = text.firstIndex(of: ";") else { return nil }
        let name = String(text[..<end])
        let digits = name.dropFirst()
        let scalar =
            if !name.hasPrefix("#") {
                named[name]
            } else if digits.first == "x" || digits.first == "X" {
                UInt32(digits.dropFirst(), radix: 16).flatMap(Unicode.Scalar.init)
            } else {
                UInt32(digits).flatMap(Unicode.Scalar.init)
            }
        return scalar.map { ($0, name.unicodeScalars.count + 1) }
    }
}
