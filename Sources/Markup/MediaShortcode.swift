/// `[audio]`, `[video]` and `[playlist]`. The files are written as elements of their kind; the media pass decides what
/// a page may show of them.
struct MediaShortcode {
    /// nil when no file is named.
    let element: Element?

    private static let formats = [
        "audio": ["mp3", "m4a", "ogg", "oga", "wav", "flac", "wma"],
        "video": ["mp4", "m4v", "webm", "ogv", "wmv", "flv", "mov"],
    ]

    init(_ shortcode: Shortcode, content: String?) {
        let formats = Self.formats[shortcode.name] ?? []
        let named = ([shortcode["src"]] + formats.map { shortcode[$0] }).compactMap(\.self).first { !$0.isEmpty }
        // The oldest form: `[audio http://… |options]`.
        let bare = shortcode.positional.first?.split(separator: "|").first.map(String.init)
        let inside = content.flatMap { WebAddress($0) == nil ? nil : $0 }
        guard let source = (named ?? bare ?? inside)?.decodingAmpersands, !source.isEmpty else {
            element = nil
            return
        }
        element =
            EmbedProvider.of(source).flatMap { _ in EmbedCard.element(for: source, orLink: false) }
            ?? Self.figure(shortcode.name, source: source)
    }

    private static func figure(_ kind: String, source: String) -> Element {
        Element(
            "figure", [("class", "wp-block-\(kind)")],
            children: [.element(Element(kind, [("controls", ""), ("preload", "none"), ("src", source)]))])
    }

    static func playlist(_ shortcode: Shortcode, context: RenderingContext) -> Element? {
        let kind = shortcode["type"] == "video" ? "video" : "audio"
        let chosen = shortcode["ids"]?.split(separator: ",").compactMap { Int64($0.filter { $0 != " " }) } ?? []
        let files =
            chosen.isEmpty
            ? context.attachments.filter { $0.mimeType.hasPrefix(kind + "/") } : chosen.compactMap(context.attachment)
        guard !files.isEmpty else { return nil }
        return Element(
            "ol", [("class", "wp-block-playlist")],
            children: files.map { file in
                .element(
                    Element(
                        "li",
                        children: [
                            .text(file.title + " "),
                            .element(Element(kind, [("controls", ""), ("preload", "none"), ("src", file.url)])),
                        ]))
            })
    }
}
