import Citations

/// Turns the citations of a post into notes behind its text and a list of its sources. Notes of the writer's own count in
/// the same order.
///
/// Every page goes through twice where something is cited: first all are read, since what a note says depends on what was
/// cited before and what else the list has; then they are written.
struct CitingPass {
    private let context: CitationContext
    private let postNumber: Int64
    private(set) var citations: [Citation] = []
    /// Every key, each once.
    private(set) var keys: [String] = []
    private(set) var unknown: [String] = []
    private var seen: Set<String> = []
    private var written: Written?

    /// What the second reading writes.
    private struct Written {
        let notes: [StyledText]
        let entries: [Bibliography.Entry]
        /// How many citations and numbers stand before.
        var citations = 0
        var numbers = 0
    }

    init(_ context: CitationContext, postNumber: Int64) {
        self.context = context
        self.postNumber = postNumber
    }

    /// Whether anything is cited that the site has.
    var isCiting: Bool { !citations.isEmpty }

    /// Ends the first reading.
    mutating func beginWriting() {
        var known: Set<String> = []
        let references = citations.flatMap(\.items).map(\.key).filter { known.insert($0).inserted }
            .compactMap(context.source)
        let bibliography = Bibliography(references, style: context.style)
        written = Written(notes: bibliography.notes(for: citations), entries: bibliography.entries)
    }

    /// What is no part of the running text, a teaser or an excerpt, counts from the beginning.
    mutating func run(_ root: Element, _ part: ContentPages.Part) {
        if case .page(let isLast) = part { return run(root, endsWithList: isLast) }
        var apart = self
        apart.written?.citations = 0
        apart.written?.numbers = 0
        apart.run(root, endsWithList: false)
    }

    private mutating func run(_ root: Element, endsWithList: Bool) {
        let list = NoteList(in: root)
        var found = CitationMarks(context, notes: list)
        found.find(in: root)
        EscapedBrackets.clear(root)
        guard var written else {
            citations += found.marks.compactMap(\.citation)
            unknown += found.unknown.filter { !seen.contains($0) }
            keys += found.keys.filter { seen.insert($0).inserted }
            let notes = NumberedNotes(postNumber: postNumber, words: context.words, before: 0)
            for case .own(let link, let note) in found.marks { notes.label(link, note) }
            return
        }
        var notes = NumberedNotes(postNumber: postNumber, words: context.words, before: written.numbers)
        for mark in found.marks {
            switch mark {
            case .own(let link, let note): notes.number(link, note)
            case .note(_, let place) where written.citations < written.notes.count:
                notes.add(written.notes[written.citations], at: place)
            case .inside(_, let place) where written.citations < written.notes.count:
                place.children = written.notes[written.citations].nodes
            case .note, .inside: break
            }
            if mark.citation != nil { written.citations += 1 }
        }
        written.numbers = notes.last
        self.written = written
        if !notes.isEmpty { list.write(notes, into: root) }
        if endsWithList, !written.entries.isEmpty { root.children.append(.element(sources(written.entries))) }
    }

    private func sources(_ entries: [Bibliography.Entry]) -> Element {
        let items = entries.map { Element.Node.element(Element("li", children: $0.text.nodes)) }
        return Element(
            "section", [("class", "footnote-sources")],
            children: [
                .element(Element("h2", children: [.text(context.words.sources)])),
                .element(Element("ul", children: items)),
            ])
    }
}

extension CitationMarks.Mark {
    fileprivate var citation: Citation? {
        switch self {
        case .note(let citation, _), .inside(let citation, _): citation
        case .own: nil
        }
    }
}
