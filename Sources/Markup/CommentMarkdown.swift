import Model

/// Renders what someone types as a comment: Markdown and the small list of HTML side by side, every line end a line
/// break, then the list of what visitors may use. Comments that moved in are `CommentContent`.
package struct CommentMarkdown: Sendable {
    /// Bytes of UTF-8.
    package static let defaultLimit = 65_536

    private let quotes: Quotes
    private let links: OwnLinks
    private let sanitizer: Sanitizer
    private let limit: Int

    /// `origins` are the addresses of the blog that moved in, as in `RenderingContext`.
    package init(language: String = "en", origins: [String] = [], limit: Int = defaultLimit) {
        quotes = Quotes(language: language)
        links = OwnLinks(origins: origins)
        sanitizer = Sanitizer(.comment)
        self.limit = limit
    }

    /// Throws only for a text that is too long, nests too deep, or makes too much of itself.
    package func render(_ source: String) throws(MarkupError) -> Sanitizer.Result {
        guard source.utf8.count <= limit else { throw .tooLong(bytes: source.utf8.count, limit: limit) }
        let bytes = Bytes.normalized(source)
        try MarkdownLimits.check(bytes)
        // A block of HTML is left alone by Markdown; its lines and addresses are treated as WordPress does.
        let html = MarkdownParser.html(of: bytes, .lineBreaks) { Paragraphs.make(from: Clickable.link($0)) }
        let typeset = Texturizer(quotes: quotes).texturize(html.withPlainQuotes, leavesLinkTexts: true)
        let content = try sanitizer.sanitize(typeset) { visit($0) }
        return Sanitizer.Result(html: content.html, dropped: content.dropped)
    }

    /// Headings become paragraphs in bold, pictures links to them, links to the old blog lead here.
    private func visit(_ element: Element) {
        for child in element.elements {
            if ElementTraits.headings.contains(child.name) {
                child.children = [.element(Element("strong", children: child.children))]
                child.name = "p"
            } else if child.name == "img", let address = child["src"] {
                let words = child["alt"].flatMap { $0.isEmpty ? nil : $0 } ?? address
                child.name = "a"
                child.attributes = [("href", address)]
                child.children = [.text(words)]
            }
            if child.name == "a", let path = child["href"].flatMap(links.path) { child["href"] = path }
            visit(child)
        }
    }
}
