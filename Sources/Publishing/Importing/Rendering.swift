import Exchange
import Markup
import Model

/// An item's content as readers will see it. What is refused is shown as its source, escaped, so that nothing is lost.
struct Rendering: Sendable {
    let body: PostBody
    private(set) var fault: String?
    private(set) var dropped: [String: Int] = [:]
    private(set) var unknownShortcodes: [String: Int] = [:]

    init(_ item: ItemRecord, kind: Post.Kind, context: RenderingContext) {
        // What readers never reach is kept as it is; it may be anything, stylesheets and serialized data included.
        guard kind.isPublic else {
            body = Self.body(of: item, pages: [SafeHTML.text("")], excerpt: "")
            return
        }
        do {
            let content = try WordPressContent(context).render(item.content, excerpt: item.excerpt)
            var body = Self.body(of: item, pages: content.pages, excerpt: content.excerpt)
            body.teaser = content.teaser
            body.moreText = content.moreText
            self.body = body
            unknownShortcodes = content.unknownShortcodes
            dropped = Self.named(content.dropped)
            for (block, count) in content.blocksLeftOut { dropped["block \(block)", default: 0] += count }
        } catch {
            body = Self.body(of: item, pages: [PlainText.html(item.content)], excerpt: item.excerpt)
            fault = "\(error)"
        }
    }

    private static func body(of item: ItemRecord, pages: [SafeHTML], excerpt: String) -> PostBody {
        PostBody(
            source: item.content, sourceFormat: .wordpress, excerptSource: item.excerpt, pages: pages,
            excerpt: excerpt, sanitizerVersion: Sanitizer.version)
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
