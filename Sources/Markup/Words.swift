/// The words of finished markup, for excerpts and counts.
struct Words {
    private(set) var words: [Substring] = []
    private var text = ""

    /// Elements whose words are no part of the running text.
    private static let apart: Set<String> = ["figure", "audio", "video", "script", "style"]

    /// `tree` is what `HTMLParser` gives. `countsFigures` takes the words of captions too.
    init(of tree: Element, countsFigures: Bool = false) {
        append(tree, countsFigures)
        words = text.split(whereSeparator: \.isWhitespace)
    }

    private mutating func append(_ element: Element, _ countsFigures: Bool) {
        for child in element.children {
            switch child {
            case .text(let words): text += words
            case .element(let inner):
                let isTableOrQuote = inner.hasClass("wp-block-table") || inner.hasClass("wp-block-pullquote")
                if !countsFigures, Self.apart.contains(inner.name) && !isTableOrQuote || inner.hasClass("missing-picture") {
                    text += " "
                    continue
                }
                let separates = inner.name == "br" || ElementTraits.block.contains(inner.name)
                if separates { text += " " }
                append(inner, countsFigures)
                if separates { text += " " }
            }
        }
    }

    /// The first words, with the mark that WordPress sets where something follows.
    func excerpt(_ count: Int = 55) -> String {
        let start = words.prefix(count).joined(separator: " ")
        return words.count > count ? start + " […]" : start
    }
}
