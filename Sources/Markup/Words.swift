/// The words of finished markup, for excerpts and counts.
struct Words {
    private(set) var words: [ArraySlice<UInt8>] = []

    /// Elements whose words are no part of the running text.
    private static let apart: Set<String> = ["figure", "audio", "video"]

    /// `tree` is what `HTMLParser` gives. `countsFigures` takes the words of captions too.
    init(of tree: Element, countsFigures: Bool = false) {
        var text = Bytes()
        Self.append(tree, countsFigures, to: &text)
        words = text.split(whereSeparator: \.isSpace)
    }

    private static func append(_ element: Element, _ countsFigures: Bool, to text: inout Bytes) {
        for child in element.children {
            switch child {
            case .text(let words): append(words, to: &text)
            case .element(let inner):
                let separates = inner.name == "br" || ElementTraits.block.contains(inner.name)
                if separates { text.append(0x20) }
                if countsFigures ? !isListed(inner) : !isApart(inner) { append(inner, countsFigures, to: &text) }
                if separates { text.append(0x20) }
            }
        }
    }

    private static func isApart(_ element: Element) -> Bool {
        if isListed(element) || element.name == "section" && element.hasClass("footnotes") { return true }
        if apart.contains(element.name) {
            return !element.hasClass("wp-block-table") && !element.hasClass("wp-block-pullquote")
        }
        return element.name == "span" && (element.hasClass("missing-picture") || element.hasClass("missing-media"))
    }

    /// What the page's own apparatus says, which nobody wrote.
    private static func isListed(_ element: Element) -> Bool {
        switch element.name {
        case "sup": element.hasClass("footnote-ref")
        case "section": element.hasClass("footnote-sources")
        case "a": element.hasClass("footnote-backref")
        default: false
        }
    }

    /// Spaces that do not break lines separate words all the same.
    private static func append(_ words: String, to text: inout Bytes) {
        for byte in words.utf8 {
            if byte == 0xA0, text.last == 0xC2 { text[text.count - 1] = 0x20 } else { text.append(byte) }
        }
    }

    /// The first words, with the mark that WordPress sets where something follows.
    func excerpt(_ count: Int = 55) -> String {
        let start = Self.joined(words.prefix(count))
        return words.count > count ? start + " […]" : start
    }

    var joined: String { Self.joined(words[...]) }

    private static func joined(_ words: ArraySlice<ArraySlice<UInt8>>) -> String {
        String(decoding: Bytes(words.joined(separator: CollectionOfOne(0x20))), as: UTF8.self)
    }
}
