/// A tree of markup under change. Lives within one call; its depth is bounded by the walls before it.
final class Element {
    var name: String
    var attributes: [(name: String, value: String)]
    var children: [Node]

    enum Node {
        case text(String)
        case element(Element)
    }

    init(_ name: String, _ attributes: [(name: String, value: String)] = [], children: [Node] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    subscript(attribute: String) -> String? {
        get {
            for (name, value) in attributes where name == attribute { return value }
            return nil
        }
        set {
            attributes.removeAll { $0.name == attribute }
            if let newValue { attributes.append((attribute, newValue)) }
        }
    }

    var elements: [Element] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first element inside this one that `matches`, in the order of the document.
    func first(where matches: (Element) -> Bool) -> Element? {
        for child in elements {
            if matches(child) { return child }
            if let found = child.first(where: matches) { return found }
        }
        return nil
    }

    func hasClass(_ name: String) -> Bool {
        self["class"]?.split(separator: " ").contains { $0 == name } ?? false
    }

    /// The words inside, without markup.
    var textContent: String {
        var text = ""
        appendText(to: &text)
        return text
    }

    private func appendText(to text: inout String) {
        for child in children {
            switch child {
            case .text(let words): text += words
            case .element(let element): element.appendText(to: &text)
            }
        }
    }
}

extension Element.Node {
    var isBlank: Bool {
        if case .text(let text) = self { text.utf8.allSatisfy(\.isSpace) } else { false }
    }

    var isBlankLine: Bool {
        if case .text(let text) = self { isBlank && text.utf8.contains(0x0A) } else { false }
    }

    var isBlock: Bool {
        if case .element(let element) = self { ElementTraits.block.contains(element.name) } else { false }
    }
}
