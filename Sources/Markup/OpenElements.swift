/// Follows which elements a parser would hold open, and refuses what nests too deep: gumbo's time grows with the
/// square of the depth, and it has no limit of its own. Expects start and end tags of HTML elements only.
struct OpenElements {
    /// Levels of ordinary markup stay far below.
    static let limit = 256

    private var stack: [String] = []
    /// Open formatting elements stay in force when the block around them ends, so they are counted apart.
    private var formatting: [String: Int] = [:]
    private var formattingCount = 0

    mutating func open(_ name: String) throws(MarkupError) {
        if ElementTraits.formatting.contains(name) {
            if name == "a", formatting[name, default: 0] > 0 { return }
            formatting[name, default: 0] += 1
            formattingCount += 1
        } else {
            closeImplied(by: name)
            if ElementTraits.void.contains(name) { return }
            stack.append(name)
        }
        if stack.count + formattingCount > Self.limit { throw .tooDeep(element: name, limit: Self.limit) }
    }

    mutating func close(_ name: String) {
        if ElementTraits.formatting.contains(name) {
            guard let open = formatting[name], open > 0 else { return }
            formatting[name] = open - 1
            formattingCount -= 1
            return
        }
        let isHeading = ElementTraits.headings.contains(name)
        let match = stack.lastIndex { open in
            open == name || isHeading && ElementTraits.headings.contains(open)
        }
        if let match { stack.removeSubrange(match...) }
    }

    /// What a start tag ends: a paragraph, the item before it, the cell or row before it.
    private mutating func closeImplied(by name: String) {
        switch name {
        case "li": closeItem(["li"])
        case "dd", "dt": closeItem(["dd", "dt"])
        case "tr": close(downTo: ["table", "thead", "tbody", "tfoot"])
        case "td", "th": close(downTo: ["table", "tr"])
        case "thead", "tbody", "tfoot", "caption", "colgroup": close(downTo: ["table"])
        case "rp", "rt": close(downTo: ["ruby"])
        default: break
        }
        guard ElementTraits.closesParagraph.contains(name) else { return }
        for index in stack.indices.reversed() {
            if stack[index] == "p" {
                stack.removeSubrange(index...)
                return
            }
            if ["table", "td", "th", "caption"].contains(stack[index]) { return }
        }
    }

    private mutating func closeItem(_ names: [String]) {
        for index in stack.indices.reversed() {
            if names.contains(stack[index]) {
                stack.removeSubrange(index...)
                return
            }
            if stack[index] != "p", stack[index] != "div", ElementTraits.block.contains(stack[index]) { return }
        }
    }

    private mutating func close(downTo names: [String]) {
        guard let index = stack.lastIndex(where: names.contains) else { return }
        stack.removeSubrange((index + 1)...)
    }
}
