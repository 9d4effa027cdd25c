/// Writes what WordPress stores as Markdown that makes the same page. Each block is tried: where Markdown has no words
/// for it, or would show it otherwise, its HTML stands in the text.
package struct MarkdownConversion: Sendable {
    private let context: RenderingContext

    package init(_ context: RenderingContext) { self.context = context }

    /// - Throws: where the source could not be rendered either.
    package func markdown(of source: String) throws(MarkupError) -> String {
        let bytes = Bytes.normalized(source)
        let hasBlocks = Blocks.occur(in: bytes)
        var blocks = Blocks(context: context)
        let expanded = hasBlocks ? blocks.expand(bytes) : bytes
        let text = String(decoding: expanded, as: UTF8.self)
        var pieces: [String] = []
        var rest = text[...]
        while let mark = rest.firstMatch(of: /<!--(?:more.*?|nextpage)-->/) {
            pieces += try self.blocks(of: rest[..<mark.range.lowerBound], hasBlocks: hasBlocks)
            pieces.append(String(mark.output))
            rest = rest[mark.range.upperBound...]
        }
        pieces += try self.blocks(of: rest, hasBlocks: hasBlocks)
        return pieces.joined(separator: "\n\n") + (pieces.isEmpty ? "" : "\n")
    }

    private func blocks(of piece: Substring, hasBlocks: Bool) throws(MarkupError) -> [String] {
        var shortcodes = Shortcodes(context: context, quotes: Quotes(language: context.language), holes: Holes())
        let (marked, holes) = shortcodes.replace(in: Bytes(piece.utf8))
        var filter = TagFilter(keepsFrames: true)
        let filled = holes.fill(hasBlocks ? marked : Paragraphs.make(from: marked))
        let root = try HTMLParser.parse(try filter.filter(filled))
        root.hoistBlanks()
        var pieces: [String] = []
        var former: Element?
        for block in root.blocks {
            // Two lists, one after the other, would be one.
            if let former, former.isList, block.isList { pieces.append("<!-- -->") }
            pieces.append(try markdown(of: block))
            former = block
        }
        return pieces
    }

    private func markdown(of block: Element) throws(MarkupError) -> String {
        let html = MarkdownWriter.html(of: block)
        let wanted = try shown(html: html)
        for keepsTags in [false, true] {
            let writer = MarkdownWriter(keepsTags: keepsTags) { [context] in context.file($0)?.isPicture ?? false }
            if let text = writer.block(block), try shown(markdown: text) == wanted { return text }
        }
        return MarkdownWriter.html(of: block.withoutLonePicture)
    }

    // MARK: What readers would see

    private func shown(html: String) throws(MarkupError) -> String {
        let pass = ContentPass(context: context)
        return try Sanitizer(.post).sanitize(Bytes(html.utf8)) { root in
            pass.run(root)
            QuotationPass().run(root)
        }.tree.canonical
    }

    private func shown(markdown: String) throws(MarkupError) -> String {
        let source = Bytes(markdown.utf8)
        try MarkdownLimits.check(source)
        let written = MarkdownPass(postNumber: context.postNumber)
        let pass = ContentPass(context: context)
        let html = MarkdownParser.html(of: source, MarkdownContent.options)
        return try Sanitizer(.post).sanitize(written.withTaskMarks(html)) { root in
            written.run(root)
            pass.run(root)
            QuotationPass().run(root)
        }.tree.canonical
    }
}

extension Element {
    /// What stands one below the other; words that stand free are a paragraph.
    fileprivate var blocks: [Element] {
        var blocks: [Element] = []
        var run: [Node] = []
        func end() {
            if run.contains(where: { !$0.isBlank }) { blocks.append(Element("p", children: run)) }
            run = []
        }
        for child in children {
            if case .element(let element) = child, child.isBlock {
                end()
                blocks.append(element)
            } else {
                run.append(child)
            }
        }
        end()
        return blocks
    }

    fileprivate var isList: Bool { ["ul", "ol"].contains(name) }

    /// A picture alone in its paragraph would become a figure.
    fileprivate var withoutLonePicture: Element {
        guard name == "p", children.filter({ !$0.isBlank }).count == 1, let shown = elements.first,
            shown.name == "img" || shown.name == "a"
        else { return self }
        return Element(name, attributes, children: [.element(Element("span", children: children))])
    }
}
