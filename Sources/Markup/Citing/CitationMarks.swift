import Citations

/// Finds what a tree cites in its running text, and puts an element in the place of each bracket. What stands in code, in
/// links and in attributes cites nothing.
struct CitationMarks {
    /// In the order in which readers come to them.
    enum Mark {
        /// A citation of the running text, whose place becomes the number of a note.
        case note(Citation, Element)
        /// One inside of a note that the writer wrote, where it is printed in its place.
        case inside(Citation, Element)
        /// The number of such a note: the link that is the number, and the note.
        case own(Element, Element)
    }

    private(set) var marks: [Mark] = []
    /// Every key, each once.
    private(set) var keys: [String] = []
    private(set) var unknown: [String] = []

    private let context: CitationContext
    private var known: [String: Bool] = [:]
    private let ownNotes: NoteList
    private var visited: Set<String> = []

    private static let silent: Set<String> = [
        "a", "code", "kbd", "pre", "samp", "audio", "video", TagFilter.frame,
    ]

    init(_ context: CitationContext, notes: NoteList) {
        self.context = context
        ownNotes = notes
    }

    mutating func find(in root: Element) { visit(root, isNote: false) }

    private mutating func visit(_ parent: Element, isNote: Bool) {
        var result: [Element.Node] = []
        result.reserveCapacity(parent.children.count)
        for child in parent.children {
            switch child {
            case .text(let text): result += nodes(text, isNote: isNote)
            case .element(let element):
                result.append(child)
                if element.name == "sup", element.hasClass("footnote-ref") {
                    if !isNote { visitOwnNote(of: element) }
                } else if !Self.silent.contains(element.name), element !== ownNotes.section {
                    visit(element, isNote: isNote)
                }
            }
        }
        parent.children = result
    }

    private mutating func visitOwnNote(of number: Element) {
        guard let link = number.elements.first, let target = link["href"], target.hasPrefix("#"),
            let note = ownNotes.byID[String(target.dropFirst())]
        else { return }
        marks.append(.own(link, note))
        if visited.insert(target).inserted { visit(note, isNote: true) }
    }

    private mutating func nodes(_ text: String, isNote: Bool) -> [Element.Node] {
        guard text.utf8.contains(UInt8(ascii: "@")), text.utf8.contains(UInt8(ascii: "[")) else { return [.text(text)] }
        let scanned = EscapedBrackets.escaped(text)
        var result: [Element.Node] = []
        var start = text.utf8.startIndex
        for found in FoundCitation.all(in: scanned) {
            // Both are as long, byte by byte.
            let range = text.utf8.range(at: scanned.utf8.offsets(of: found.range))
            guard let node = node(found.citation, typed: String(text[range]), isNote: isNote) else { continue }
            var before = text[start..<range.lowerBound]
            // The number of a note stands close behind its word.
            if case .element(let place) = node, place.name == "sup" {
                before = before.prefix(
                    upTo: before.lastIndex { !$0.isWhitespace }.map(before.index(after:)) ?? before.startIndex)
            }
            if !before.isEmpty { result.append(.text(String(before))) }
            result.append(node)
            start = range.upperBound
        }
        if start < text.utf8.endIndex { result.append(.text(String(text[start...]))) }
        return result
    }

    /// Nil for what stays as it was typed.
    private mutating func node(_ citation: Citation, typed: String, isNote: Bool) -> Element.Node? {
        var typed = typed
        var isKnown = false
        for key in citation.items.map(\.key) {
            if known[key] == nil {
                keys.append(key)
                known[key] = context.source(key) != nil
                if known[key] == false { unknown.append(key) }
            }
            if known[key] == true {
                isKnown = true
            } else {
                typed = typed.replacing(CitationKey.cited(key), with: CitationKey.cited(key) + "?")
            }
        }
        guard isKnown else {
            guard context.marksUnknown else { return nil }
            return .element(Element("mark", [("class", "missing-source")], children: [.text(typed)]))
        }
        let place = Element(isNote ? "span" : "sup")
        marks.append(isNote ? .inside(citation, place) : .note(citation, place))
        return .element(place)
    }
}

extension String.UTF8View {
    fileprivate func offsets(of range: Range<Index>) -> Range<Int> {
        let start = distance(from: startIndex, to: range.lowerBound)
        return start..<(start + distance(from: range.lowerBound, to: range.upperBound))
    }

    fileprivate func range(at offsets: Range<Int>) -> Range<Index> {
        let start = index(startIndex, offsetBy: offsets.lowerBound)
        return start..<index(start, offsetBy: offsets.count)
    }
}
