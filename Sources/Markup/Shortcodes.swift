/// Finds shortcodes and addresses that stand alone, and leaves marks for what they become.
struct Shortcodes {
    private(set) var unknown: [String: Int] = [:]
    private(set) var met: [String: Int] = [:]
    private let context: RenderingContext
    private let quotes: Quotes
    private var holes: Holes

    init(context: RenderingContext, quotes: Quotes, holes: Holes) {
        self.context = context
        self.quotes = quotes
        self.holes = holes
    }

    private static let enclosing: Set<String> = [
        "caption", "wp_caption", "embed", "audio", "video", "youtube", "vimeo",
    ]

    /// The text with marks, and the markup that the marks stand for.
    mutating func replace(in source: Bytes) -> (Bytes, Holes) {
        var output = Bytes()
        output.reserveCapacity(source.count)
        var scanner = HTMLScanner(source)
        var preformatted = 0
        /// Whether a line may begin here: at the start, or behind a block's tag.
        var atLineStart = true
        var inEmbedWrapper = false
        while let token = scanner.next() {
            if token.kind == .text {
                let end = text(
                    token.range, in: source, atLineStart: atLineStart && preformatted == 0,
                    isPreformatted: preformatted > 0, inEmbedWrapper: inEmbedWrapper, to: &output)
                // A caption encloses tags, so it may end further on.
                if end > token.range.upperBound { scanner.position = end }
                atLineStart = false
                inEmbedWrapper = false
                continue
            }
            if token.kind == .comment { continue }
            output.append(contentsOf: source[token.range])
            if token.name == "pre" || token.name == "code" || token.name == "a" {
                preformatted = max(0, preformatted + (token.kind == .startTag ? 1 : -1))
            }
            atLineStart = ElementTraits.block.contains(token.name) || token.name == "br"
            inEmbedWrapper =
                token.kind == .startTag && token.name == "div"
                && source.text(token.range).contains("wp-block-embed__wrapper")
        }
        return (output, holes)
    }

    /// Copies one run of text; gives the offset up to which the source was taken.
    private mutating func text(
        _ range: Range<Int>, in source: Bytes, atLineStart: Bool, isPreformatted: Bool, inEmbedWrapper: Bool,
        to output: inout Bytes
    ) -> Int {
        var index = range.lowerBound
        var lineStart = atLineStart
        while index < range.upperBound {
            let byte = source[index]
            if byte == UInt8(ascii: "["),
                let shortcode = Shortcode.parse(source, at: index, encloses: Self.enclosing.contains)
            {
                let (markup, isKnown) = render(shortcode, in: source)
                if let markup {
                    output += markup
                    index = shortcode.range.upperBound
                } else {
                    if !isKnown, shortcode.looksDeliberate { TagFilter.count(shortcode.name, in: &unknown) }
                    output.append(byte)
                    index += 1
                }
                lineStart = false
                continue
            }
            if lineStart, !isPreformatted, byte == UInt8(ascii: "h"),
                let end = addressAlone(source, from: index, textEnd: range.upperBound)
            {
                let url = source.text(index..<end).decodingAmpersands
                if let card = card(url, always: inEmbedWrapper) {
                    output += card
                    index = end
                    lineStart = false
                    continue
                }
            }
            output.append(byte)
            if byte == 0x0A { lineStart = true } else if !byte.isSpace { lineStart = false }
            index += 1
        }
        return index
    }

    /// The end of an address that fills the rest of its line; nil when something else stands there.
    private func addressAlone(_ source: Bytes, from start: Int, textEnd: Int) -> Int? {
        guard source.matches("http://", at: start) || source.matches("https://", at: start) else { return nil }
        var end = start
        while end < textEnd, !source[end].isSpace, source[end] != UInt8(ascii: "\"") { end += 1 }
        var index = end
        while index < textEnd, source[index] != 0x0A {
            guard source[index].isSpace else { return nil }
            index += 1
        }
        guard index == textEnd, index < source.count else { return end }
        var after = HTMLScanner(source)
        after.position = index
        guard let next = after.next() else { return end }
        return next.kind == .comment || ElementTraits.block.contains(next.name) ? end : nil
    }

    /// A card for an address of a known provider; a plain link for any other when `always`.
    private mutating func card(_ url: String, always: Bool) -> Bytes? {
        guard let element = EmbedCard.element(for: url, orLink: always) else { return nil }
        return mark(element, isBlock: ElementTraits.block.contains(element.name))
    }

    private mutating func mark(_ element: Element, isBlock: Bool) -> Bytes {
        var writer = HTMLWriter()
        writer.write(element)
        return holes.mark(writer.output, isBlock: isBlock)
    }

    /// What stands for a shortcode; nil leaves it as text, empty bytes leave nothing.
    private mutating func render(_ shortcode: Shortcode, in source: Bytes) -> (Bytes?, isKnown: Bool) {
        if shortcode.isEscaped {
            return (Bytes(source[(shortcode.range.lowerBound + 1)..<(shortcode.range.upperBound - 1)]), true)
        }
        let content = shortcode.content.map { Bytes(source[$0]) }
        let url = content.map { String(decoding: $0, as: UTF8.self).trimmed.decodingAmpersands }
        let markup: Bytes?
        switch shortcode.name {
        case "caption", "wp_caption":
            let caption = CaptionShortcode(shortcode, content: content ?? [], quotes: quotes).markup
            markup = holes.mark(caption, isBlock: true)
        case "gallery":
            markup = GalleryShortcode(shortcode, context: context).element.map { mark($0, isBlock: true) } ?? []
        case "audio", "video":
            markup = MediaShortcode(shortcode, content: url).element.map { mark($0, isBlock: true) }
        case "playlist":
            markup = MediaShortcode.playlist(shortcode, context: context).map { mark($0, isBlock: true) } ?? []
        case "embed":
            let address = url.flatMap { $0.isEmpty ? nil : $0 } ?? shortcode["src"] ?? shortcode.positional.first
            markup = address.flatMap { card($0, always: true) }
        default:
            guard let address = EmbedCard.address(of: shortcode, content: url) else { return (nil, false) }
            markup = card(address, always: true)
        }
        if markup != nil { TagFilter.count(shortcode.name, in: &met) }
        return (markup, true)
    }
}

extension String {
    var trimmed: String {
        let bytes = Bytes(utf8)
        return bytes.text(bytes.trimming(0..<bytes.count))
    }

    /// Addresses in stored text may carry `&amp;` or `&#038;`.
    var decodingAmpersands: String {
        contains("&") ? replacing("&amp;", with: "&").replacing("&#038;", with: "&") : self
    }
}
