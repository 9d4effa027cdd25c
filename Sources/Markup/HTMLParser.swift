import CGumbo

/// Builds our tree from gumbo's. Takes only what a `TagFilter` has let through.
enum HTMLParser {
    /// Deeper than any tree that `OpenElements` lets through, formatting that is opened again included.
    private static let depthLimit = 2 * OpenElements.limit

    /// The content as it would stand in a `div`; the root's own name means nothing.
    static func parse(_ markup: Bytes) throws(MarkupError) -> Element {
        guard !markup.isEmpty else { return Element("div") }
        let output = markup.withUnsafeBytes { buffer in
            cgumbo_parse_fragment(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        let root = Element("div")
        guard let output else { return root }
        defer { cgumbo_destroy(output) }
        root.children = try children(of: output.pointee.root.pointee.v.element.children, depth: 0)
        return root
    }

    private static let names: [String] = (0..<GUMBO_TAG_UNKNOWN.rawValue).map { number in
        String(cString: gumbo_normalized_tagname(GumboTag(rawValue: number)))
    }

    private static func children(of vector: GumboVector, depth: Int) throws(MarkupError) -> [Element.Node] {
        var result: [Element.Node] = []
        result.reserveCapacity(Int(vector.length))
        for index in 0..<Int(vector.length) {
            guard let node = vector.data[index]?.assumingMemoryBound(to: GumboNode.self) else { continue }
            switch node.pointee.type {
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                if let element = try element(node.pointee.v.element, depth: depth + 1) {
                    result.append(.element(element))
                }
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                let text = String(cString: node.pointee.v.text.text)
                if case .text(let before) = result.last {
                    result[result.count - 1] = .text(before + text)
                } else {
                    result.append(.text(text))
                }
            default: break
            }
        }
        return result
    }

    /// nil for what is not an element of HTML.
    private static func element(_ source: GumboElement, depth: Int) throws(MarkupError) -> Element? {
        guard source.tag_namespace == GUMBO_NAMESPACE_HTML else { return nil }
        let name = name(of: source)
        guard depth < depthLimit else { throw .tooDeep(element: name, limit: OpenElements.limit) }
        let element = Element(name)
        element.attributes.reserveCapacity(Int(source.attributes.length))
        for index in 0..<Int(source.attributes.length) {
            guard let attribute = source.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self)
            else { continue }
            element.attributes.append(
                (String(cString: attribute.pointee.name), String(cString: attribute.pointee.value)))
        }
        element.children = try children(of: source.children, depth: depth)
        return element
    }

    private static func name(of element: GumboElement) -> String {
        if element.tag.rawValue < GUMBO_TAG_UNKNOWN.rawValue { return names[Int(element.tag.rawValue)] }
        var piece = element.original_tag
        gumbo_tag_from_original_text(&piece)
        guard let start = piece.data else { return "" }
        return Bytes(UnsafeRawBufferPointer(start: start, count: piece.length)).lowercasedText(0..<piece.length)
    }
}
