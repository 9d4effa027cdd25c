/// Takes the delimiters of blocks away and keeps what is between them; puts reusable blocks in their places.
struct Blocks {
    private(set) var met: [String: Int] = [:]
    /// Blocks that WordPress fills when a page is shown, and that have no place here.
    private(set) var leftOut: [String: Int] = [:]
    private let context: RenderingContext
    private var output = Bytes()
    private var references: [Int64] = []
    private var inlined = 0

    /// Bounds for reusable blocks that hold others, in levels and in bytes of one text.
    private static let referenceDepth = 8
    private static let inlinedLimit = 1_000_000

    private static let dynamic: Set<String> = [
        "archives", "avatar", "calendar", "categories", "comments", "comments-title", "footnotes", "home-link",
        "latest-comments", "latest-posts", "legacy-widget", "loginout", "navigation", "navigation-link", "page-list",
        "pattern", "post-author", "post-author-biography", "post-author-name", "post-comments", "post-comments-form",
        "post-content", "post-date", "post-excerpt", "post-featured-image", "post-navigation-link", "post-template",
        "post-terms", "post-title", "query", "query-title", "read-more", "rss", "search", "site-logo", "site-tagline",
        "site-title", "tag-cloud", "template-part", "term-description", "widget-group",
    ]

    init(context: RenderingContext) { self.context = context }

    struct Delimiter {
        var range: Range<Int>
        var name: String
        var json: Range<Int>
        var isEnd: Bool
        var isAlone: Bool
    }

    static func occur(in source: Bytes) -> Bool { source.firstIndex(of: "<!-- wp:", from: 0) != nil }

    mutating func expand(_ source: Bytes) -> Bytes {
        output.reserveCapacity(source.count)
        append(source)
        return output
    }

    private mutating func append(_ source: Bytes) {
        var copied = 0
        var index = 0
        /// The dynamic block being skipped, and how many of its name are open inside it.
        var skipping: (name: String, depth: Int)?
        while let delimiter = Self.next(in: source, from: index) {
            if skipping == nil { output.append(contentsOf: source[copied..<delimiter.range.lowerBound]) }
            index = delimiter.range.upperBound
            copied = index
            if let (name, depth) = skipping {
                guard name == delimiter.name, !delimiter.isAlone else { continue }
                let now = depth + (delimiter.isEnd ? -1 : 1)
                skipping = now == 0 ? nil : (name, now)
                continue
            }
            guard !delimiter.isEnd else { continue }
            TagFilter.count(delimiter.name, in: &met)
            if Self.dynamic.contains(delimiter.name) {
                TagFilter.count(delimiter.name, in: &leftOut)
                if !delimiter.isAlone { skipping = (delimiter.name, 1) }
            } else if delimiter.name == "block" {
                inline(BlockAttributes.value(of: "ref", in: source[delimiter.json]))
            } else if delimiter.name == "social-link" {
                socialLink(source[delimiter.json])
            }
        }
        if skipping == nil { output.append(contentsOf: source[copied...]) }
    }

    private mutating func inline(_ reference: String?) {
        guard let number = reference.flatMap({ Int64($0) }), !references.contains(number),
            references.count < Self.referenceDepth, let source = context.reusableBlock(number)
        else { return TagFilter.count("block", in: &leftOut) }
        inlined += source.utf8.count
        guard inlined <= Self.inlinedLimit else { return TagFilter.count("block", in: &leftOut) }
        references.append(number)
        append(.normalized(source))
        references.removeLast()
    }

    private mutating func socialLink(_ json: ArraySlice<UInt8>) {
        guard let url = BlockAttributes.value(of: "url", in: json) else {
            return TagFilter.count("social-link", in: &leftOut)
        }
        let name = BlockAttributes.value(of: "label", in: json) ?? BlockAttributes.value(of: "service", in: json) ?? url
        let item = Element("li", [("class", "wp-block-social-link")])
        item.children = [.element(Element("a", [("href", url)], children: [.text(name)]))]
        var writer = HTMLWriter()
        writer.write(item)
        output.append(contentsOf: writer.output)
    }

    /// `<!-- wp:name {json} -->`, `<!-- wp:name /-->`, `<!-- /wp:name -->`; the namespace `core/` is left away.
    private static func next(in source: Bytes, from start: Int) -> Delimiter? {
        var index = start
        while let opening = source.firstIndex(of: "<!--", from: index) {
            index = opening + 4
            guard let end = source.firstIndex(of: "-->", from: index) else { return nil }
            var body = source.trimming(index..<end)
            let isEnd = source.matches("/wp:", at: body.lowerBound)
            guard isEnd || source.matches("wp:", at: body.lowerBound) else { continue }
            let nameStart = body.lowerBound + (isEnd ? 4 : 3)
            var isAlone = false
            if body.upperBound > nameStart, source[body.upperBound - 1] == UInt8(ascii: "/") {
                isAlone = true
                body = source.trimming(body.lowerBound..<(body.upperBound - 1))
            }
            var nameEnd = nameStart
            while nameEnd < body.upperBound, !source[nameEnd].isSpace, source[nameEnd] != UInt8(ascii: "{") {
                nameEnd += 1
            }
            guard nameEnd > nameStart, nameEnd <= end else { continue }
            var name = source.lowercasedText(nameStart..<nameEnd)
            if name.hasPrefix("core/") { name.removeFirst(5) }
            return Delimiter(
                range: opening..<(end + 3), name: name, json: source.trimming(nameEnd..<max(nameEnd, body.upperBound)),
                isEnd: isEnd, isAlone: isAlone)
        }
        return nil
    }
}
