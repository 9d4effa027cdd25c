package import Model

extension SafeHTML {
    /// Block by block what readers see of it: without what has no effect, such as the classes with which WordPress marks
    /// its blocks, and the same for all ways to write the same.
    package var blocks: [String] {
        guard let root = try? HTMLParser.parse(Bytes(markup.utf8)) else { return [markup] }
        root.hoistBlanks()
        return root.children.filter { !$0.isBlank }.map { Element("div", children: [$0]).canonical }
    }
}

extension Element {
    /// The same for trees that look the same.
    var canonical: String {
        var text = ""
        appendCanonical(to: &text)
        return text
    }

    private static let sameNames = ["b": "strong", "i": "em"]
    private static let plainClasses: Set<Substring> = [
        "alignnone", "wp-block-list", "wp-block-heading", "wp-block-code", "wp-block-paragraph",
        "has-alpha-channel-opacity", "wp-block-quote", "wp-block-separator", "is-layout-flow",
    ]

    private static func isPlain(_ name: Substring) -> Bool {
        plainClasses.contains(name) || name.hasPrefix("wp-image-") || name.hasPrefix("size-")
            || name.hasPrefix("wp-block-quote-is-layout")
    }

    /// Whether it shows nothing of its own: a `span` that says nothing, or a paragraph around a bare mark.
    private var isWrapping: Bool {
        guard attributes.isEmpty else { return false }
        let inside = children.filter { !$0.isBlank }
        guard name == "p" else { return name == "span" }
        guard inside.count == 1, case .element(let mark) = inside[0] else { return false }
        return mark.name == "span" && mark.children.isEmpty
    }

    private func appendCanonical(to text: inout String) {
        let holdsBlocks = children.contains(where: \.isBlock)
        let isLine = ElementTraits.block.contains(name) && name != "pre"
        for (index, child) in children.enumerated() {
            switch child {
            case .text(let words):
                if name == "pre" || name == "code" {
                    text += words
                    continue
                }
                if child.isBlank, holdsBlocks { continue }
                var line = words.split(whereSeparator: { $0.isASCII && $0.isWhitespace }).joined(separator: " ")
                if words.utf8.first?.isSpace ?? false, !(isLine && index == 0), !text.hasSuffix("<br>") {
                    line = " " + line
                }
                let isAtEnd = index == children.count - 1 || children[index + 1].isBreakOrBlock
                if words.utf8.last?.isSpace ?? false, !(isLine && isAtEnd), line != " " { line += " " }
                text += line
            case .element(let element):
                if element.isWrapping {
                    element.appendCanonical(to: &text)
                    continue
                }
                let name = Self.sameNames[element.name] ?? element.name
                text += "<" + name
                for (attribute, value) in element.attributes.sorted(by: { $0.name < $1.name }) {
                    var value = value
                    if attribute == "class" {
                        value = value.split(separator: " ").filter { !Self.isPlain($0) }.joined(separator: " ")
                        if value.isEmpty { continue }
                    }
                    text += " \(attribute)=\"\(value)\""
                }
                text += ">"
                if ElementTraits.void.contains(element.name) { continue }
                element.appendCanonical(to: &text)
                text += "</\(name)>"
            }
        }
    }

    /// Blanks at the ends of `strong` and its like stand outside, where Markdown can have them.
    func hoistBlanks() {
        var result: [Node] = []
        for child in children {
            guard case .element(let element) = child else {
                result.append(child)
                continue
            }
            element.hoistBlanks()
            guard ["b", "strong", "i", "em", "del", "a"].contains(element.name) else {
                result.append(child)
                continue
            }
            if case .text(let text)? = element.children.first, text.utf8.first?.isSpace ?? false {
                element.children[0] = .text(String(text.drop { $0.isASCII && $0.isWhitespace }))
                result.append(.text(" "))
            }
            result.append(child)
            if case .text(let text)? = element.children.last, text.utf8.last?.isSpace ?? false {
                element.children[element.children.count - 1] = .text(text.trimmingEnd)
                result.append(.text(" "))
            }
        }
        children = result
    }
}

extension Element.Node {
    fileprivate var isBreakOrBlock: Bool {
        if case .element(let element) = self { element.name == "br" || isBlock } else { false }
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var rest = self[...]
        while let last = rest.last, last.isASCII, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
