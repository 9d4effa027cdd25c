/// A start tag of a page, as the tests look at it. The server writes well-formed HTML with quoted attributes.
package struct Tag: Sendable {
    package let name: String
    package let attributes: [String: String]

    package subscript(_ name: String) -> String? { attributes[name] }

    package var classes: Set<String> { Set((attributes["class"] ?? "").split(separator: " ").map(String.init)) }

    /// Start tags in their order.
    package static func all(in html: String) -> [Tag] {
        html.matches(
            of: /<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s"'<>\/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/
        )
        .map { tag in
            let attributes = tag.2.matches(of: /([^\s"'<>\/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/)
                .map { (String($0.1).lowercased(), Self.plain(String($0.2 ?? $0.3 ?? $0.4 ?? ""))) }
            return Tag(
                name: String(tag.1).lowercased(),
                attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// Without the character references that the server writes.
    package static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
