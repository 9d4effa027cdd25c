import CMarkGFM

/// The last paragraph of a quotation, where it begins with a dash, says whose words these are: the quotation becomes a
/// figure, and the paragraph its caption. In a dialogue each speech begins with a dash, so there it says nothing.
struct Attribution {
    /// Longer ones first.
    private static let dashes = ["—", "―", "–", "--"]

    static func run(_ document: OpaquePointer) {
        guard let iterator = cmark_iter_new(document) else { return }
        var quotations: [OpaquePointer] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE
            {
                quotations.append(node)
            }
        }
        cmark_iter_free(iterator)
        for quotation in quotations { attribute(quotation) }
    }

    private static func attribute(_ quotation: OpaquePointer) {
        guard let last = cmark_node_last_child(quotation), let words = wordsBehindDash(of: last) else { return }
        var other = cmark_node_previous(last)
        guard other != nil else { return }
        while let block = other {
            if wordsBehindDash(of: block) != nil { return }
            other = cmark_node_previous(block)
        }
        // The paragraph itself becomes the caption: its words point into what it holds.
        guard let figure = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK), let first = cmark_node_first_child(last),
            cmark_node_set_type(last, CMARK_NODE_CUSTOM_BLOCK) == 1
        else { return }
        cmark_node_set_on_enter(figure, "<figure class=\"\(QuotationPass.figure)\">")
        cmark_node_set_on_exit(figure, "</figure>")
        cmark_node_set_on_enter(last, "<figcaption>")
        cmark_node_set_on_exit(last, "</figcaption>")
        cmark_node_set_literal(first, "— " + words)
        cmark_node_insert_before(quotation, figure)
        cmark_node_append_child(figure, quotation)
        cmark_node_append_child(figure, last)
    }

    /// What a paragraph's first words are without the dash that they begin with; nil where there is none.
    private static func wordsBehindDash(of block: OpaquePointer) -> String? {
        guard cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH, let first = cmark_node_first_child(block),
            cmark_node_get_type(first) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(first)
        else { return nil }
        let text = String(cString: literal)
        guard let dash = dashes.first(where: text.hasPrefix) else { return nil }
        let words = text.dropFirst(dash.count).drop(while: \.isWhitespace)
        // A rule of three and more is no dash, and a dash alone names nobody.
        guard !words.hasPrefix("-"), !words.isEmpty || cmark_node_next(first) != nil else { return nil }
        return String(words)
    }
}
