import Model

/// Cuts a post at its page breaks and its "more" mark, has the pieces rendered, and gathers what is told of the whole.
struct ContentPages {
    private(set) var content: RenderedContent
    let postNumber: Int64
    /// What sets the anchor apart that takes the place of the "more" mark.
    let markSurroundings: String

    /// What is rendered of a post.
    enum Part: Hashable {
        case page(isLast: Bool)
        case teaser, excerpt
    }

    typealias Render = (
        _ page: Bytes, _ part: Part, _ into: inout RenderedContent
    ) throws(MarkupError) -> Sanitizer.Sanitized

    init(_ content: RenderedContent = RenderedContent(), postNumber: Int64, markSurroundings: String) {
        self.content = content
        self.postNumber = postNumber
        self.markSurroundings = markSurroundings
    }

    /// `excerpt` is the writer's own, if there is one.
    mutating func render(_ source: Bytes, excerpt: String, by render: Render) throws(MarkupError) {
        var running: Words?
        let sources = PageBreaks.split(source)
        for (index, page) in sources.enumerated() {
            var page = page
            if let more = MoreMark(in: page) {
                let beginning = Bytes(page[..<more.range.lowerBound])
                let anchor = "\(markSurroundings)<span id=\"more-\(postNumber)\"></span>\(markSurroundings)"
                page.replaceSubrange(more.range, with: anchor.utf8)
                if index == 0 {
                    var unreported = RenderedContent()
                    let teaser = try render(beginning, .teaser, &unreported)
                    content.teaser = teaser.html
                    content.moreText = more.words
                    running = Words(of: teaser.tree)
                }
            }
            let rendered = try render(page, .page(isLast: index == sources.count - 1), &content)
            running = running ?? Words(of: rendered.tree)
            content.wordCount += Words(of: rendered.tree, countsFigures: true).words.count
            content.pages.append(rendered.html)
        }
        var unreported = RenderedContent()
        let own = excerpt.isEmpty ? "" : Words(of: try render(.normalized(excerpt), .excerpt, &unreported).tree).joined
        content.excerpt = own.isEmpty ? running?.excerpt() ?? "" : own
    }
}

extension Sanitizer.Sanitized {
    /// Without white space around.
    var html: SafeHTML { SafeHTML(sanitized: markup.text(markup.trimming(0..<markup.count))) }
}
