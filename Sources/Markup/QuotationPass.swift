/// Goes over the parsed tree of a post: in quotations, what is left out (`[…]`) and what an editor says (`[Khrushchev]`)
/// are set apart from the words that are quoted, and a quotation knows the address of its source.
struct QuotationPass {
    /// The class of a quotation with its source in the caption.
    static let figure = "quotation"
    static let omission = "omission"
    static let editorial = "editorial"

    /// Where brackets are no editor's.
    private static let untouched: Set<String> = [
        "a", "cite", "code", "figcaption", "footer", "kbd", "pre", "samp", "script", "style", "textarea", "tt", "var",
    ]

    /// What is quoted here: nothing, some words in a sentence, or a block.
    private enum Scope { case none, words, block }

    func run(_ root: Element) { visit(root, .none) }

    private func visit(_ parent: Element, _ scope: Scope) {
        for child in parent.elements where !Self.untouched.contains(child.name) {
            if child.hasClass(Self.omission) || child.hasClass(Self.editorial) { continue }
            switch child.name {
            case "blockquote": visit(child, .block)
            case "q": visit(child, scope == .block ? .block : .words)
            default: visit(child, scope)
            }
            if child.name == "figure", child.hasClass(Self.figure) { cite(child) }
        }
        if scope != .none { parent.children = marked(parent.children, scope) }
    }

    /// The first link of the caption is where the words can be read.
    private func cite(_ figure: Element) {
        guard let quotation = figure.elements.first(where: { $0.name == "blockquote" }), quotation["cite"] == nil,
            let caption = figure.elements.first(where: { $0.name == "figcaption" }),
            let address = caption.first(where: { $0["href"].map { WebAddress($0) != nil } ?? false })?["href"]
        else { return }
        quotation["cite"] = address
    }

    /// Puts each pair of brackets among these siblings, with what stands in it, into an element of its own. Of brackets
    /// in brackets the inner ones count.
    private func marked(_ children: [Element.Node], _ scope: Scope) -> [Element.Node] {
        var output: [Element.Node] = []
        var open: Int?
        for child in children {
            guard case .text(let text) = child else {
                if child.isBlock { open = nil }
                output.append(child)
                continue
            }
            var start = text.startIndex
            var index = start
            func flush(to end: String.Index) {
                if start < end { output.append(.text(String(text[start..<end]))) }
                start = end
            }
            while index < text.endIndex {
                let next = text.utf8.index(after: index)
                switch text.utf8[index] {
                case UInt8(ascii: "["):
                    flush(to: index)
                    open = output.count
                case UInt8(ascii: "]"):
                    flush(to: next)
                    if let first = open, let name = name(of: output, from: first, before: text[next...].first, scope) {
                        let inside = Array(output[first...])
                        output.removeSubrange(first...)
                        output.append(.element(Element("span", [("class", name)], children: inside)))
                    }
                    open = nil
                default: break
                }
                index = next
            }
            flush(to: text.endIndex)
        }
        return output
    }

    /// The class for what stands in brackets; nil for what is something else: a note's number, a citation (`[@key]`), a
    /// footnote (`[^1]`) or a link without its end, a box to tick, a shortcode.
    private func name(
        of nodes: [Element.Node], from first: Int, before next: Character?, _ scope: Scope
    ) -> String? {
        let words = Element("span", children: Array(nodes[first...])).textContent.dropFirst().dropLast()
        let signs = words.filter { !$0.isWhitespace }
        if signs == "…" || signs == "..." { return Self.omission }
        guard scope == .block, next != "(", next != "[", let head = signs.first, head != "^", head != "/",
            signs.lowercased() != "x", !signs.contains("@"), !signs.contains("="), signs.contains(where: \.isLetter)
        else { return nil }
        if first > 0, case .text(let text) = nodes[first - 1], text.hasSuffix("]") || text.hasSuffix("!") { return nil }
        return Self.editorial
    }
}
