/// Goes over the parsed tree of a Markdown post: footnotes are this post's own, a picture alone in its paragraph becomes a
/// figure, and an address alone a card.
struct MarkdownPass {
    let postNumber: Int64

    private static let boxes: [(html: StaticString, mark: String)] = [
        ("<li><input type=\"checkbox\" checked=\"\" disabled=\"\" />", "<li class=\"is-task is-done\">☑"),
        ("<li><input type=\"checkbox\" disabled=\"\" />", "<li class=\"is-task\">☐"),
    ]

    /// A box that cannot be ticked is a sign, not a field.
    func withTaskMarks(_ html: Bytes) -> Bytes {
        var output = html
        for (box, mark) in Self.boxes {
            var rest = output[...]
            var changed = Bytes()
            while let start = output.firstIndex(of: box, from: rest.startIndex) {
                changed += rest[..<start]
                changed += mark.utf8
                rest = output[(start + box.utf8CodeUnitCount)...]
            }
            if !changed.isEmpty { output = changed + rest }
        }
        return output
    }

    func run(_ parent: Element) {
        for child in parent.elements {
            makeFootnotesOwn(child)
            if child.name == "p", !makeFigure(child) { makeCard(child) }
            run(child)
        }
    }

    /// Several posts may stand on one page, each with a first footnote.
    private func makeFootnotesOwn(_ element: Element) {
        for name in ["href", "id"] {
            guard let value = element[name] else { continue }
            let mark = name == "href" ? "#" : ""
            for kind in ["fn-", "fnref-"] where value.hasPrefix(mark + kind) {
                element[name] = "\(mark)\(kind)\(postNumber)-\(value.dropFirst(mark.utf8.count + kind.utf8.count))"
            }
        }
    }

    /// `![what it shows](address "caption")`, also inside a link.
    private func makeFigure(_ paragraph: Element) -> Bool {
        guard let shown = paragraph.onlyElement else { return false }
        guard let image = shown.name == "a" ? shown.onlyElement : shown, image.name == "img" else { return false }
        let caption = image["title"]
        image["title"] = nil
        paragraph.name = "figure"
        paragraph["class"] = "wp-block-image"
        paragraph.children = [.element(shown)]
        if let caption, !caption.isEmpty {
            paragraph.children.append(.element(Element("figcaption", children: [.text(caption)])))
        }
        return true
    }

    private func makeCard(_ paragraph: Element) {
        guard let link = paragraph.onlyElement, link.name == "a", let address = link["href"],
            link.textContent == address, let card = EmbedCard.element(for: address, orLink: false)
        else { return }
        paragraph.name = card.name
        paragraph.attributes = card.attributes
        paragraph.children = card.children
    }
}

extension Element {
    /// The one element inside, when nothing else is there but blanks.
    fileprivate var onlyElement: Element? {
        let inside = children.filter { !$0.isBlank }
        if inside.count == 1, case .element(let element) = inside[0] { return element }
        return nil
    }
}
