/// The form that the value of an allowed attribute must have.
enum AttributeValue {
    private static let relations: Set<String> = [
        "attachment", "author", "bookmark", "external", "help", "license", "me", "nofollow", "noopener", "noreferrer",
        "sponsored", "tag", "ugc",
    ]

    /// The value to write, or nil when it is to be left out.
    static func clean(_ value: String, of attribute: String, in element: String) -> String? {
        switch attribute {
        case "href", "cite": SafeAddress.link(value)
        case "src", "poster": SafeAddress.local(value)
        case "target": value == "_blank" ? value : nil
        case "rel": cleanRelations(value)
        case "width", "height", "colspan", "rowspan", "span", "start", "value": number(value)
        case "controls", "loop", "muted", "playsinline", "reversed", "default", "open": ""
        case "preload": oneOf(["none", "metadata"], value)
        case "loading": oneOf(["lazy", "eager"], value)
        case "dir": oneOf(["ltr", "rtl", "auto"], value)
        case "scope": oneOf(["row", "col", "rowgroup", "colgroup"], value)
        case "kind": oneOf(["subtitles", "captions", "descriptions", "chapters", "metadata"], value)
        case "type" where element == "ol": oneOf(["1", "a", "A", "i", "I"], value)
        case "lang", "hreflang", "srclang", "headers", "datetime", "type":
            value.utf8.count <= 100 && value.utf8.allSatisfy { $0.isWordByte || "-_+:./; ".utf8.contains($0) }
                ? value : nil
        default: value
        }
    }

    private static func oneOf(_ words: Set<String>, _ value: String) -> String? {
        words.contains(value) ? value : nil
    }

    private static func number(_ value: String) -> String? {
        let digits = value.hasSuffix("px") ? value.dropLast(2) : value[...]
        guard digits.utf8.count <= 6, let number = Int(digits) else { return nil }
        return String(number)
    }

    private static func cleanRelations(_ value: String) -> String? {
        let words = value.split(whereSeparator: { $0.isWhitespace })
            .map { Bytes($0.utf8).lowercasedText(0..<$0.utf8.count) }.filter(relations.contains)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
