import Model

/// Renders a comment that moved in as WordPress does: typography, links, paragraphs, then the list of what visitors may use.
package struct CommentContent: Sendable {
    private let quotes: Quotes
    private let links: OwnLinks
    private let sanitizer: Sanitizer

    /// `origins` are the addresses of the blog that moved in, as in `RenderingContext`.
    package init(language: String = "en", origins: [String] = [], limit: Int = 1_000_000) {
        quotes = Quotes(language: language)
        links = OwnLinks(origins: origins)
        sanitizer = Sanitizer(.comment, limit: limit)
    }

    /// Throws only for markup that is too long or nests too deep.
    package func render(_ source: String) throws(MarkupError) -> Sanitizer.Result {
        guard source.utf8.count <= sanitizer.limit else {
            throw .tooLong(bytes: source.utf8.count, limit: sanitizer.limit)
        }
        let linked = Clickable.link(.normalized(source))
        let paragraphs = Paragraphs.make(from: Texturizer(quotes: quotes).texturize(linked, leavesLinkTexts: true))
        let content = try sanitizer.sanitize(paragraphs) { visit($0) }
        return Sanitizer.Result(html: content.html, dropped: content.dropped)
    }

    private func visit(_ element: Element) {
        for child in element.elements {
            if child.name == "a", let path = child["href"].flatMap(links.path) { child["href"] = path }
            visit(child)
        }
    }
}
