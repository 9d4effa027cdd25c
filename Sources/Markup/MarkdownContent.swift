import Model

/// Renders what is written here: Markdown (CommonMark with tables, footnotes, strikethrough, task lists and bare
/// addresses), in which HTML may stand, with the typography of its language; and sanitizes it.
package struct MarkdownContent: Sendable {
    /// Bytes of UTF-8 that a post or page may have.
    package static let defaultLimit = 1_000_000

    static let options: MarkdownParser.Options = [.tables, .footnotes, .taskLists, .attributions]

    private let context: RenderingContext
    private let quotes: Quotes
    private let limit: Int

    package init(_ context: RenderingContext, limit: Int = defaultLimit) {
        self.context = context
        quotes = Quotes(language: context.language)
        self.limit = limit
    }

    /// `excerpt` is the writer's own, if there is one. Throws only for a text that is too long, nests too deep, or makes
    /// too much of itself.
    package func render(_ source: String, excerpt: String = "") throws(MarkupError) -> RenderedContent {
        guard source.utf8.count <= limit else { throw .tooLong(bytes: source.utf8.count, limit: limit) }
        return try context.citing { citing throws(MarkupError) in
            var pages = ContentPages(postNumber: context.postNumber, markSurroundings: "\n\n")
            try pages.render(.normalized(source), excerpt: excerpt) { page, part, result throws(MarkupError) in
                let content = try render(page: page, part, &citing)
                result.dropped.add(content.dropped)
                return content
            }
            return pages.content
        }
    }

    private func render(
        page: Bytes, _ part: ContentPages.Part, _ citing: inout CitingPass?
    ) throws(MarkupError) -> Sanitizer.Sanitized {
        try MarkdownLimits.check(page)
        let html = MarkdownParser.html(of: citing == nil ? page : EscapedBrackets.marked(page), Self.options)
        let typeset = Texturizer(quotes: quotes).texturize(html.withPlainQuotes, leavesLinkTexts: true)
        let written = MarkdownPass(postNumber: context.postNumber)
        let shown = ContentPass(context: context)
        var cited = citing
        defer { citing = cited }
        return try Sanitizer(.post).sanitize(written.withTaskMarks(typeset)) { root in
            written.run(root)
            cited?.run(root, part)
            shown.run(root)
            QuotationPass().run(root)
        }
    }
}

extension Bytes {
    /// cmark writes each `"` of a text as a reference, which typography would not see.
    var withPlainQuotes: Bytes {
        var output = Bytes()
        output.reserveCapacity(count)
        var scanner = HTMLScanner(self)
        while let token = scanner.next() {
            guard token.kind == .text else {
                output += self[token.range]
                continue
            }
            var index = token.range.lowerBound
            while index < token.range.upperBound {
                if matches("&quot;", at: index) {
                    output.append(UInt8(ascii: "\""))
                    index += 6
                } else {
                    output.append(self[index])
                    index += 1
                }
            }
        }
        return output
    }
}
