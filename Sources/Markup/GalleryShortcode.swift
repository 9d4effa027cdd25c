/// `[gallery]`: a figure of figures, in the columns that were asked for.
struct GalleryShortcode {
    /// nil when no picture is known.
    let element: Element?

    init(_ shortcode: Shortcode, context: RenderingContext) {
        func numbers(_ name: String) -> [Int64]? {
            shortcode[name]?.split(whereSeparator: { $0 == "," || $0 == " " }).compactMap { Int64($0) }
        }
        var pictures: [RenderingContext.Attachment]
        if let chosen = numbers("ids") ?? numbers("include"), !chosen.isEmpty {
            pictures = chosen.compactMap(context.attachment)
        } else {
            let excluded = numbers("exclude") ?? []
            pictures = context.attachments.filter { !excluded.contains($0.number) && $0.mimeType.hasPrefix("image/") }
        }
        if shortcode["order"]?.lowercased() == "desc" { pictures.reverse() }
        guard !pictures.isEmpty else {
            element = nil
            return
        }
        let columns = min(9, max(1, shortcode["columns"].flatMap { Int($0) } ?? 3))
        let size = shortcode["size"] ?? "thumbnail"
        element = Element(
            "figure", [("class", "gallery gallery-columns-\(columns) gallery-size-\(size)")],
            children: pictures.map { .element(Self.item($0, link: shortcode["link"])) })
    }

    private static func item(_ picture: RenderingContext.Attachment, link: String?) -> Element {
        let image = Element("img", [("src", picture.url), ("alt", picture.alternativeText)])
        if let width = picture.width, let height = picture.height {
            image["width"] = String(width)
            image["height"] = String(height)
        }
        if picture.alternativeText.isEmpty { image["title"] = picture.title }
        let target = link == "none" ? nil : link == "file" ? picture.url : picture.page
        let shown = target.map { Element("a", [("href", $0)], children: [.element(image)]) } ?? image
        let item = Element("figure", [("class", "gallery-item")], children: [.element(shown)])
        if !picture.caption.isEmpty {
            // Captions hold HTML; parsed here, it cannot reach beyond its own figure.
            var filter = TagFilter(keepsFrames: false)
            let words = (try? filter.filter(.normalized(picture.caption))).flatMap {
                try? HTMLParser.parse($0).children
            }
            item.children.append(
                .element(
                    Element(
                        "figcaption", [("class", "gallery-caption")], children: words ?? [.text(picture.caption)])))
        }
        return item
    }
}
