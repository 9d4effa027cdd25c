import Markup
import Model

/// A post's content as readers will see it. What is refused is shown as its source, escaped, so that nothing is lost.
struct Rendering: Sendable {
    let body: PostBody
    private(set) var fault: String?
    private(set) var wordCount = 0
    private(set) var dropped: [String: Int] = [:]
    private(set) var unknownShortcodes: [String: Int] = [:]
    /// Keys that are cited, and no source has.
    private(set) var unknownSources: [String] = []

    /// - Parameters:
    ///   - source: as the writer left it, in `format`.
    ///   - excerpt: the writer's own; empty where there is none.
    init(
        _ source: String, _ format: PostBody.SourceFormat = .wordpress, excerpt: String, kind: Post.Kind,
        context: RenderingContext
    ) {
        // What readers never reach is kept as it is; it may be anything, stylesheets and serialized data included.
        guard kind.isPublic else {
            body = Self.body(source, format, excerpt, pages: [SafeHTML.text("")], shownExcerpt: "")
            return
        }
        do {
            let content =
                switch format {
                case .wordpress: try WordPressContent(context).render(source, excerpt: excerpt)
                case .markdown: try MarkdownContent(context).render(source, excerpt: excerpt)
                }
            wordCount = content.wordCount
            var body = Self.body(
                source, format, excerpt, pages: content.pages.map(context.archived.mark), shownExcerpt: content.excerpt)
            body.teaser = content.teaser.map(context.archived.mark)
            body.moreText = content.moreText
            body.cited = content.cited
            unknownSources = content.unknownSources
            self.body = body
            unknownShortcodes = content.unknownShortcodes
            dropped = Self.named(content.dropped)
            for (block, count) in content.blocksLeftOut { dropped["block \(block)", default: 0] += count }
        } catch {
            body = Self.body(source, format, excerpt, pages: [PlainText.html(source)], shownExcerpt: excerpt)
            fault = "\(error)"
        }
    }

    private static func body(
        _ source: String, _ format: PostBody.SourceFormat, _ excerpt: String, pages: [SafeHTML], shownExcerpt: String
    ) -> PostBody {
        PostBody(
            source: source, sourceFormat: format, excerptSource: excerpt, pages: pages, excerpt: shownExcerpt,
            sanitizerVersion: Sanitizer.version)
    }

    /// `element script`, `attribute onclick`, `style color`, each with its count.
    static func named(_ dropped: Dropped) -> [String: Int] {
        var named: [String: Int] = [:]
        for (name, count) in dropped.elements { named["element \(name)"] = count }
        for (name, count) in dropped.attributes { named["attribute \(name)"] = count }
        for (name, count) in dropped.styles { named["style \(name)"] = count }
        return named
    }
}
