/// What stands in the place of somebody else's frame: a link on this page, which asks nothing of the other site.
enum EmbedCard {
    /// A card for a known provider's address; for any other a plain link when `orLink`, else nil. nil for what is no
    /// address of the web.
    static func element(for url: String, orLink: Bool) -> Element? {
        let page = EmbedProvider.page(behind: url)
        guard WebAddress(page) != nil else { return nil }
        let words = WebAddress.readable(page)
        guard let provider = EmbedProvider.of(page) else {
            return orLink ? Element("a", [("href", page), ("rel", "noreferrer")], children: [.text(words)]) : nil
        }
        let player = EmbedPlayer.address(for: page).map { [(name: "data-player", value: $0)] } ?? []
        return Element(
            "figure", [("class", "embed-card embed-\(provider.key)")] + player,
            children: [
                .element(
                    Element(
                        "a", [("href", page), ("rel", "noreferrer")],
                        children: [
                            .element(
                                Element("span", [("class", "embed-card-provider")], children: [.text(provider.name)])),
                            .text(" "),
                            .element(Element("span", [("class", "embed-card-title")], children: [.text(words)])),
                        ]))
            ])
    }

    /// The address that a provider's own shortcode stands for (`[youtube=…]`, `[vimeo 123]`); nil for other shortcodes.
    static func address(of shortcode: Shortcode, content: String?) -> String? {
        let given = [
            shortcode["url"], shortcode["id"], shortcode["src"], shortcode["video"], shortcode.positional.first,
            content,
        ]
        .compactMap(\.self).first { !$0.isEmpty }
        let page: (String) -> String
        switch shortcode.name {
        case "youtube": page = { "https://www.youtube.com/watch?v=\($0)" }
        case "vimeo": page = { "https://vimeo.com/\($0)" }
        case "dailymotion": page = { "https://www.dailymotion.com/video/\($0)" }
        case "ted": page = { "https://www.ted.com/talks/\($0)" }
        case "wpvideo", "videopress": page = { "https://videopress.com/v/\($0)" }
        case "instagram", "soundcloud", "spotify", "tweet", "twitter", "facebook", "flickr", "googlevideo",
            "slideshare",
            "scribd", "bandcamp", "tiktok":
            page = { $0 }
        default: return nil
        }
        guard let given = given?.decodingAmpersands else { return nil }
        return given.hasPrefix("http://") || given.hasPrefix("https://") ? given : page(given)
    }
}
