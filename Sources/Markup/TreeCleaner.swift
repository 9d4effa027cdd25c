/// The second wall: goes over a parsed tree and leaves only what a policy allows.
struct TreeCleaner {
    let policy: Policy
    private(set) var dropped: Dropped
    /// An anchor can stand in one place only: the first to be cleaned has it.
    private var anchors: Set<String> = []

    init(policy: Policy, dropped: Dropped) {
        self.policy = policy
        self.dropped = dropped
    }

    mutating func clean(_ parent: Element, isPreformatted: Bool = false) {
        var kept: [Element.Node] = []
        kept.reserveCapacity(parent.children.count)
        for child in parent.children {
            guard case .element(let element) = child else {
                // Lines left empty by what stood there before.
                kept.append(!isPreformatted && child.isBlankLine ? .text("\n") : child)
                continue
            }
            rename(element)
            clean(element, isPreformatted: isPreformatted || element.name == "pre")
            if policy.elements[element.name] == nil {
                TagFilter.count(element.name, in: &dropped.elements)
                kept.append(contentsOf: element.children)
            } else if cleanAttributes(of: element) {
                kept.append(contentsOf: element.name == "p" ? splitAtBlocks(element) : [child])
            }
        }
        parent.children = kept
    }

    private func rename(_ element: Element) {
        if let name = Vocabulary.renamed[element.name] {
            element.name = name
        } else if element.name == "center" {
            element.name = "div"
            element["style"] = "text-align:center"
        }
    }

    /// A parser ends a paragraph where a block begins, and leaves empty ones behind; those go, unless they are anchors.
    private func splitAtBlocks(_ paragraph: Element) -> [Element.Node] {
        if paragraph.children.allSatisfy(\.isBlank), paragraph["id"] == nil { return [] }
        guard paragraph.children.contains(where: \.isBlock) else { return [.element(paragraph)] }
        var result: [Element.Node] = []
        var run: [Element.Node] = []
        var attributes = paragraph.attributes
        func finishRun() {
            if !run.allSatisfy(\.isBlank) {
                result.append(.element(Element("p", attributes, children: run)))
                attributes.removeAll { $0.name == "id" }
            }
            run = []
        }
        for child in paragraph.children {
            if child.isBlock {
                finishRun()
                result.append(child)
            } else {
                run.append(child)
            }
        }
        finishRun()
        return result
    }

    /// False when the element is nothing without what it lost.
    private mutating func cleanAttributes(of element: Element) -> Bool {
        let allowed = policy.elements[element.name] ?? []
        var result: [(name: String, value: String)] = []
        var classes: [Substring] = []
        var styled: [String] = []
        for (name, value) in element.attributes {
            switch name {
            case "class" where policy.keepsPresentation:
                classes = value.utf8.split(whereSeparator: \.isSpace).map { Substring($0) }
            case "style" where policy.keepsPresentation:
                styled += StyleClasses.classes(for: value, of: element, dropped: &dropped.styles)
            case "align" where policy.keepsPresentation:
                if let name = alignment(value, of: element) { styled.append(name) }
            case "id" where policy.keepsPresentation, "name" where policy.keepsPresentation && element.name == "a":
                let isSecond = result.contains { $0.name == "id" }
                if ContentNames.isAllowedID(value), !isSecond, anchors.insert(value).inserted {
                    result.append(("id", value))
                } else if !isSecond || value != element["id"] {
                    TagFilter.count(name, in: &dropped.attributes)
                }
            default:
                if allowed.contains(name) || Policy.globalAttributes.contains(name),
                    let value = AttributeValue.clean(value, of: name, in: element.name)
                {
                    result.append((name, value))
                } else {
                    TagFilter.count(name, in: &dropped.attributes)
                }
            }
        }
        var names: [Substring] = []
        for name in classes + styled.map({ $0[...] }) where !names.contains(name) {
            if ContentNames.isAllowedClass(name) {
                names.append(name)
            } else {
                TagFilter.count("class", in: &dropped.attributes)
            }
            if names.count == 32 { break }
        }
        if !names.isEmpty { result.append(("class", names.joined(separator: " "))) }
        element.attributes = result
        return complete(element)
    }

    private mutating func complete(_ element: Element) -> Bool {
        switch element.name {
        case "a":
            if let relation = policy.linkRelation, element["href"] != nil {
                element["rel"] = relation
            } else if element["target"] != nil {
                let tokens = element["rel"]?.split(separator: " ") ?? []
                if !tokens.contains("noopener") { element["rel"] = (tokens + ["noopener"]).joined(separator: " ") }
            }
        case "img", "source", "track":
            guard element["src"] != nil || element.name == "source" && element["srcset"] != nil else {
                TagFilter.count(element.name, in: &dropped.elements)
                return false
            }
            if element.name == "img", element["alt"] == nil { element.attributes.append(("alt", "")) }
        default: break
        }
        return true
    }

    private func alignment(_ value: String, of element: Element) -> String? {
        let value = Bytes(value.utf8).lowercasedText(0..<value.utf8.count)
        switch element.name {
        case "img", "table", "figure":
            return ["left", "right", "center"].contains(value) ? "align\(value)" : nil
        default:
            return ["left", "right", "center", "justify"].contains(value) ? "has-text-align-\(value)" : nil
        }
    }
}
