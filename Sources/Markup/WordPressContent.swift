import Model

/// Renders what WordPress stores: HTML with block delimiters, shortcodes, and line breaks for paragraphs, in the order
/// of WordPress's `the_content`, and sanitizes it.
package struct WordPressContent: Sendable {
    private let context: RenderingContext
    private let quotes: Quotes
    private let sanitizer: Sanitizer

    package init(_ context: RenderingContext, limit: Int = Sanitizer.defaultLimit) {
        self.context = context
        quotes = Quotes(language: context.language)
        sanitizer = Sanitizer(.post, limit: limit)
    }

    /// `excerpt` is the writer's own, if there is one. Throws only for markup that is too long or nests too deep.
    package func render(_ source: String, excerpt: String = "") throws(MarkupError) -> RenderedContent {
        guard source.utf8.count <= sanitizer.limit else {
            throw .tooLong(bytes: source.utf8.count, limit: sanitizer.limit)
        }
        return try context.citing { citing throws(MarkupError) in try render(source, excerpt: excerpt, &citing) }
    }

    private func render(
        _ source: String, excerpt: String, _ citing: inout CitingPass?
    ) throws(MarkupError) -> RenderedContent {
        var result = RenderedContent()
        let bytes = Bytes.normalized(source)
        let hasBlocks = Blocks.occur(in: bytes)
        var blocks = Blocks(context: context)
        let expanded = hasBlocks ? blocks.expand(bytes) : bytes
        result.blocks = blocks.met
        result.blocksLeftOut = blocks.leftOut

        var pages = ContentPages(result, postNumber: context.postNumber, markSurroundings: "")
        try pages.render(expanded, excerpt: excerpt) { page, part, result throws(MarkupError) in
            try render(page: page, part, hasBlocks: hasBlocks, &citing, into: &result)
        }
        return pages.content
    }

    /// A title with the typography of its language; still text, not HTML.
    package func texturize(title: String) -> String {
        let bytes = Bytes.normalized(title)
        return String(decoding: Texturizer(quotes: quotes).texturize(bytes), as: UTF8.self)
    }

    private func render(
        page: Bytes, _ part: ContentPages.Part, hasBlocks: Bool, _ citing: inout CitingPass?,
        into result: inout RenderedContent
    ) throws(MarkupError) -> Sanitizer.Sanitized {
        var shortcodes = Shortcodes(context: context, quotes: quotes, holes: Holes())
        let (marked, holes) = shortcodes.replace(in: page)
        result.shortcodes.merge(shortcodes.met, uniquingKeysWith: +)
        result.unknownShortcodes.merge(shortcodes.unknown, uniquingKeysWith: +)
        let texturized = Texturizer(quotes: quotes).texturize(marked)
        let paragraphs = hasBlocks ? texturized : Paragraphs.make(from: texturized)
        let shown = ContentPass(context: context)
        var cited = citing
        defer { citing = cited }
        let content = try sanitizer.sanitize(holes.fill(paragraphs)) { root in
            cited?.run(root, part)
            shown.run(root)
            QuotationPass().run(root)
        }
        result.dropped.add(content.dropped)
        return content
    }
}
