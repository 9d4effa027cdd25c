/// Makes paragraphs of blank lines and breaks of single line ends, as WordPress's `wpautop` does. Block-level elements
/// and preformatted text stay as they are.
struct Paragraphs {
    /// What becomes of text that stands directly inside an element.
    private enum Content {
        /// Always paragraphs: the text itself and quotations.
        case flow
        /// Paragraphs only where there are several, or a block came before.
        case mixed
        /// Paragraphs only where there are several.
        case cell
        /// Line ends become breaks, never paragraphs.
        case phrase
        /// A `p` of the writer's own; a blank line begins another.
        case paragraph
        /// Nothing but white space belongs here.
        case structure
        /// To the letter.
        case preformatted

        init(of element: String) {
            switch element {
            case "blockquote": self = .flow
            case "td", "th", "li", "dd": self = .cell
            case "p": self = .paragraph
            case "pre": self = .preformatted
            case "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup", "menu": self = .structure
            case "h1", "h2", "h3", "h4", "h5", "h6", "caption", "dt", "figcaption", "legend", "summary", "address":
                self = .phrase
            default: self = .mixed
            }
        }
    }

    private struct Open {
        var name: String
        var content: Content
        var hasBlock = false
    }

    private var output = Bytes()
    private var stack: [Open] = []
    private var root = Open(name: "", content: .flow)
    private var run = LineRun()

    static func make(from markup: Bytes) -> Bytes {
        var pass = Paragraphs()
        pass.read(markup)
        return pass.output
    }

    private var current: Open {
        get { stack.last ?? root }
        set { if stack.isEmpty { root = newValue } else { stack[stack.count - 1] = newValue } }
    }

    private mutating func read(_ markup: Bytes) {
        output.reserveCapacity(markup.count + markup.count / 8)
        var scanner = HTMLScanner(markup)
        while let token = scanner.next() {
            if stack.last?.content == .preformatted, !(token.kind == .endTag && token.name == "pre") {
                output.append(contentsOf: markup[token.range])
                continue
            }
            switch token.kind {
            case .text: text(markup, token.range)
            case .comment: break
            case .rawText: run.add(markup[token.range])
            case .startTag, .endTag:
                let isStart = token.kind == .startTag
                if ElementTraits.block.contains(token.name) {
                    isStart ? open(token.name, markup[token.range]) : close(token.name, markup[token.range])
                } else if token.name == "br" {
                    run.addBreak()
                } else if isStart {
                    run.add(markup[token.range])
                } else {
                    run.addEndTag(markup[token.range])
                }
            }
        }
        finishRun()
    }

    private mutating func text(_ markup: Bytes, _ range: Range<Int>) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard markup[index] == Holes.block else {
                index += 1
                continue
            }
            run.addText(markup, start..<index)
            finishRun()
            current.hasBlock = true
            let end = Holes.endOfMark(in: markup, at: index)
            output.append(contentsOf: markup[index..<end])
            output.append(0x0A)
            index = end
            start = end
        }
        run.addText(markup, start..<range.upperBound)
    }

    private mutating func open(_ name: String, _ tag: ArraySlice<UInt8>) {
        finishRun()
        if current.content == .paragraph { stack.removeLast() }
        current.hasBlock = true
        output.append(contentsOf: tag)
        if !ElementTraits.void.contains(name) { stack.append(Open(name: name, content: Content(of: name))) }
    }

    private mutating func close(_ name: String, _ tag: ArraySlice<UInt8>) {
        finishRun()
        guard let match = stack.lastIndex(where: { $0.name == name }) else { return }
        stack.removeSubrange(match...)
        output.append(contentsOf: tag)
        output.append(0x0A)
    }

    /// Writes the text since the last block in the form that its place asks for.
    private mutating func finishRun() {
        defer { run = LineRun() }
        let content = current.content
        guard content != .structure else {
            output += run.verbatim
            return
        }
        let paragraphs = run.paragraphs(splitting: content != .phrase)
        guard !paragraphs.isEmpty else { return }
        let wraps =
            switch content {
            case .flow: true
            case .mixed: paragraphs.count > 1 || current.hasBlock
            case .cell: paragraphs.count > 1
            case .phrase, .paragraph, .structure, .preformatted: false
            }
        for (index, paragraph) in paragraphs.enumerated() {
            if wraps {
                output.append(contentsOf: "<p>".utf8)
                output += paragraph
                output.append(contentsOf: "</p>\n".utf8)
            } else {
                if index > 0 { output.append(contentsOf: "</p>\n<p>".utf8) }
                output += paragraph
            }
        }
    }
}
