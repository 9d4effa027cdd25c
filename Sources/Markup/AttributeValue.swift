/// The form that the value of an allowed attribute must have.
enum AttributeValue {
    private static let relations: Set<String> = [
        "attachment", "author", "bookmark", "external", "help", "license", "me", "nofollow", "noopener", "noreferrer",
        "sponsored", "tag", "ugc",
    ]

    /// The value to write, or nil when it is to be left out.
    static func clean(_ value: String, of attribute: String, in element: String) -> String? {
        switch attribute {
        case "href": SafeAddress.link(value)
        case "cite": SafeAddress.page(value)
        case "src", "poster": SafeAddress.local(value)
        case "srcset": candidates(value)
        case "data-player": EmbedPlayer.isKnown(value) ? value : nil
        case "sizes":
            value.utf8.count <= 300 && value.utf8.allSatisfy { $0.isWordByte || "()-:.,+*/% ".utf8.contains($0) }
                ? value : nil
        case "target": value == "_blank" ? value : nil
        case "rel": cleanRelations(value)
        case "width", "height", "colspan", "rowspan", "span", "start", "value": number(value)
        case "controls", "loop", "muted", "playsinline", "reversed", "default", "open": ""
        case "preload": oneOf(["none", "metadata"], value)
        case "loading": oneOf(["lazy", "eager"], value)
        case "decoding": oneOf(["async", "sync", "auto"], value)
        case "role": oneOf(["doc-noteref", "doc-backlink"], value)
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

    /// `/a.webp 300w, /b.webp 2x`: each on this server, or none of them.
    private static func candidates(_ value: String) -> String? {
        var result: [String] = []
        for candidate in value.split(separator: ",") {
            let words = candidate.utf8.split(whereSeparator: \.isSpace).map { String(Substring($0)) }
            guard (1...2).contains(words.count), let address = SafeAddress.local(words[0]),
                words.count == 1 || isDescriptor(words[1])
            else { return nil }
            result.append(words.count == 1 ? address : "\(address) \(words[1])")
        }
        return result.isEmpty ? nil : result.joined(separator: ", ")
    }

    /// `300w`, `1.5x`
    private static func isDescriptor(_ word: String) -> Bool {
        guard let unit = word.last, word.utf8.count <= 8 else { return false }
        let number = word.dropLast()
        return unit == "w" ? Int(number).map { $0 > 0 } ?? false : unit == "x" && (Double(number) ?? 0) > 0
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
