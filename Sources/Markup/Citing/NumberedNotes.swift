import Citations

/// The notes of one page of a post, in the order of their numbers.
struct NumberedNotes {
    private let postNumber: Int64
    private let words: CitationContext.Words
    /// The last number of the pages before.
    let before: Int
    private(set) var items: [Element] = []
    private var ownNumbers: [ObjectIdentifier: Int] = [:]

    init(postNumber: Int64, words: CitationContext.Words, before: Int) {
        self.postNumber = postNumber
        self.words = words
        self.before = before
    }

    var isEmpty: Bool { items.isEmpty }
    var last: Int { before + items.count }

    /// A note of the writer's own may have several numbers in the text, all the same.
    mutating func number(_ link: Element, _ note: Element) {
        if ownNumbers[ObjectIdentifier(note)] == nil {
            items.append(note)
            ownNumbers[ObjectIdentifier(note)] = last
            label(backLinksOf: note, String(last))
        }
        let number = String(ownNumbers[ObjectIdentifier(note)] ?? last)
        link.children = [.text(number)]
        label(numberLink: link, number)
    }

    /// For who hears them, with the number that they have.
    func label(_ link: Element, _ note: Element) {
        label(numberLink: link, link.textContent)
        label(backLinksOf: note, link.textContent)
    }

    /// A note for a citation.
    mutating func add(_ text: StyledText, at place: Element) {
        let number = String(last + 1)
        let (note, reference) = ("cite-\(postNumber)-\(number)", "citeref-\(postNumber)-\(number)")
        let link = Element("a", [("href", "#\(note)"), ("id", reference)], children: [.text(number)])
        label(numberLink: link, number)
        place["class"] = "footnote-ref"
        place.children = [.element(link)]
        let back = Element("a", [("href", "#\(reference)"), ("class", "footnote-backref")], children: [.text("↩")])
        let paragraph = Element("p", children: text.nodes + [.text(" "), .element(back)])
        let item = Element("li", [("id", note)], children: [.element(paragraph)])
        label(backLinksOf: item, number)
        items.append(item)
    }

    private func label(numberLink link: Element, _ number: String) {
        link["role"] = "doc-noteref"
        link["aria-label"] = words.note(number)
    }

    private func label(backLinksOf note: Element, _ number: String) {
        for element in note.elements {
            if element.name == "a", element.hasClass("footnote-backref") {
                element["role"] = "doc-backlink"
                element["aria-label"] = words.back(number)
            }
            label(backLinksOf: element, number)
        }
    }
}
