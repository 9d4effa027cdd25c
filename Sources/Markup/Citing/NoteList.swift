/// The section in which a page has notes of its writer's own, where there are some.
struct NoteList {
    let section: Element?
    let byID: [String: Element]
    private let list: Element?

    init(in root: Element) {
        section = root.elements.last { $0.name == "section" && $0.hasClass("footnotes") }
        list = section?.elements.first { $0.name == "ol" }
        let notes = (list?.elements ?? []).compactMap { note in note["id"].map { ($0, note) } }
        byID = Dictionary(notes, uniquingKeysWith: { first, _ in first })
    }

    /// Puts all notes at the end of the page. Those that nothing leads to stay behind them.
    func write(_ notes: NumberedNotes, into root: Element) {
        let written = Set(notes.items.map(ObjectIdentifier.init))
        let others = (list?.elements ?? []).filter { !written.contains(ObjectIdentifier($0)) }
        let start = notes.before > 0 ? [(name: "start", value: String(notes.before + 1))] : []
        let items = (notes.items + others).map { Element.Node.element($0) }
        let isOwn = list != nil
        if isOwn { root.children.removeAll { if case .element(let child) = $0 { child === section } else { false } } }
        root.children.append(
            .element(
                Element(
                    "section", (isOwn ? section?.attributes : nil) ?? [("class", "footnotes")],
                    children: [.element(Element("ol", start, children: items))])))
    }
}
