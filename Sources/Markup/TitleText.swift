/// The plain text of a title that WordPress stores as HTML: markup and character references resolved, typography as in
/// content. A title longer than any reader would take stays as it is.
package struct TitleText: Sendable {
    private let quotes: Quotes

    package init(language: String) { quotes = Quotes(language: language) }

    package func text(of source: String) -> String {
        let texturized = Texturizer(quotes: quotes).texturize(.normalized(source))
        guard texturized.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return texturized.text(0..<texturized.count)
        }
        var filter = TagFilter(keepsFrames: false)
        guard texturized.count < 10_000, let filtered = try? filter.filter(texturized),
            let tree = try? HTMLParser.parse(filtered)
        else { return source }
        return Words(of: tree).joined
    }
}
