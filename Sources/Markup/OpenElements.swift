/// Follows which elements a parser would hold open, and refuses what nests too deep: gumbo's time grows with the
/// square of the depth, and it has no limit of its own. Expects start and end tags of HTML elements only. It may count
/// more than a parser opens, never much less: where the rules for an end tag are in doubt, the element stays open.
struct OpenElements {
    /// Levels of ordinary markup stay far below.
    static let limit = 256

    private var stack: [String] = []
    /// Open formatting elements stay in force when the block around them ends, so they are counted apart.
    private var formatting: [String: Int] = [:]
    private var formattingCount = 0
    /// Formatting opened inside a cell ends with it: what was open where each open cell began.
    private var cells: [(index: Int, formatting: [String: Int], count: Int)] = []

    /// An end tag does not reach beyond the cell or table that it stands in.
    private static let scopes: Set<String> = ["table", "td", "th", "caption"]
    private static let tableParts: Set<String> = [
        "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "col",
    ]

    mutating func open(_ name: String) throws(MarkupError) {
        if ElementTraits.formatting.contains(name) {
            if name == "a", formatting[name, default: 0] > 0 { return }
            formatting[name, default: 0] += 1
            formattingCount += 1
        } else {
            // Outside of a table its parts are ignored.
            if Self.tableParts.contains(name), !stack.contains("table") { return }
            closeImplied(by: name)
            if ElementTraits.void.contains(name) { return }
            if name == "td" || name == "th" || name == "caption" {
                cells.append((stack.count, formatting, formattingCount))
            }
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
        for index in stack.indices.reversed() {
            let open = stack[index]
            if open == name || isHeading && ElementTraits.headings.contains(open) { return pop(from: index) }
            if name == "table" { continue }
            if Self.tableParts.contains(name) {
                if open == "table" { return }
            } else if Self.scopes.contains(open) || name == "li" && (open == "ul" || open == "ol")
                || !ElementTraits.block.contains(name) && ElementTraits.block.contains(open)
            {
                return
            }
        }
    }

    private mutating func pop(from index: Int) {
        stack.removeSubrange(index...)
        while let cell = cells.last, cell.index >= index {
            (formatting, formattingCount) = (cell.formatting, cell.count)
            cells.removeLast()
        }
    }

    /// What a start tag ends: a paragraph, the item before it, the cell or row before it.
    private mutating func closeImplied(by name: String) {
        switch name {
        case "li": closeItem(["li"])
        case "dd", "dt": closeItem(["dd", "dt"])
        case "tr": close(downTo: ["table", "thead", "tbody", "tfoot"])
        case "td", "th": close(downTo: ["table", "tr"])
        case "thead", "tbody", "tfoot", "caption", "colgroup": close(downTo: ["table"])
        case "rp", "rt":
            while let last = stack.last, ["rt", "rp", "p", "li", "dd", "dt"].contains(last) {
                pop(from: stack.count - 1)
            }
        default: break
        }
        guard ElementTraits.closesParagraph.contains(name) else { return }
        for index in stack.indices.reversed() {
            if stack[index] == "p" { return pop(from: index) }
            if Self.scopes.contains(stack[index]) { return }
        }
    }

    private mutating func closeItem(_ names: [String]) {
        for index in stack.indices.reversed() {
            if names.contains(stack[index]) { return pop(from: index) }
            if stack[index] != "p", stack[index] != "div", ElementTraits.block.contains(stack[index]) { return }
        }
    }

    private mutating func close(downTo names: [String]) {
        guard let index = stack.lastIndex(where: names.contains), index + 1 < stack.count else { return }
        pop(from: index + 1)
    }
}
