/// `[caption]` in both of its forms, as a figure.
struct CaptionShortcode {
    let markup: Bytes

    /// The old form has its caption in an attribute; the new one behind the picture.
    init(_ shortcode: Shortcode, content: Bytes, quotes: Quotes) {
        var picture = content
        var caption = shortcode["caption"].map { Bytes($0.utf8) } ?? []
        if caption.isEmpty, let end = Self.endOfPicture(in: content) {
            picture = Bytes(content[..<end])
            caption = Bytes(content[content.trimming(end..<content.count)])
        }
        guard !caption.isEmpty else {
            markup = picture
            return
        }
        let align = shortcode["align"] ?? "alignnone"
        let figure = Element("figure", [("class", "wp-caption \(align)")])
        if let id = shortcode["id"] { figure["id"] = id }
        if let width = shortcode["width"].flatMap({ Int($0) }), width > 0 {
            figure["class"] = "wp-caption \(align) \(StyleClasses.captionWidth(width))"
        }
        // The figure's own tags come from a tree; what it holds is markup from outside that the sanitizer reads.
        var writer = HTMLWriter()
        writer.write(figure)
        let tags = writer.output
        let endTag = Bytes("</figure>".utf8)
        var result = Bytes(tags[..<(tags.count - endTag.count)])
        result += picture
        result += "<figcaption class=\"wp-caption-text\">".utf8
        result += Texturizer(quotes: quotes).texturize(caption)
        result += "</figcaption>".utf8
        markup = result + endTag
    }

    /// The offset behind the first picture and the link around it.
    private static func endOfPicture(in content: Bytes) -> Int? {
        var scanner = HTMLScanner(content)
        var isLinked = false
        var end: Int?
        while let token = scanner.next() {
            if let end {
                if token.kind == .text, content[token.range].allSatisfy(\.isSpace) { continue }
                return isLinked && token.kind == .endTag && token.name == "a" ? token.range.upperBound : end
            }
            if token.kind == .startTag, token.name == "a" { isLinked = true }
            if token.kind == .startTag, token.name == "img" { end = token.range.upperBound }
        }
        return end
    }
}
