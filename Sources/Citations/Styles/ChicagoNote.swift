/// A full note of Chicago's, without its full stop.
struct ChicagoNote {
    private let source: CitedSource
    private let reference: Reference
    private let style: ChicagoStyle
    private var words: CitationWords { style.words }

    init(_ source: CitedSource, style: ChicagoStyle) {
        self.source = source
        reference = source.reference
        self.style = style
    }

    var text: StyledText {
        let body = body
        return StyledText.joined(
            [
                body, isPaged ? nil : source.locator.map { StyledText(style.locator($0)) },
                style.accessed(reference).map { StyledText($0) }, style.wording.link(reference),
            ], by: ",")
    }

    private var shape: SourceShape { SourceShape(reference) }

    /// Whether the numbering of a journal ends in the pages.
    private var isPaged: Bool {
        shape == .journal && isNumbered && (source.locator.map { $0.label == .page } ?? true)
    }

    private var isNumbered: Bool { reference.containerTitle != nil && (reference.volume ?? reference.issue) != nil }

    private var body: StyledText {
        switch shape {
        case .book, .report, .map, .film: parts(after: whole, imprint: true)
        case .part: parts(after: part, imprint: true)
        case .journal: journal
        case .magazine: parts(after: [italicContainer, plain(style.date(reference) ?? words.noDate)])
        case .web, .weblog:
            parts(after: [style.site(reference), plain(style.publisherOfSite(reference)), plain(style.date(reference))])
        case .thesis: bracketed([reference.genre ?? words.thesis, reference.publisher, year])
        case .speech:
            bracketed([
                reference.genre ?? words.speech.lowercased(), reference.eventTitle,
                reference.eventPlace ?? reference.publisherPlace, style.date(reference),
            ])
        case .archival:
            parts(after: [plain(style.date(reference) ?? words.noDate), plain(style.archive(reference))])
        case .interview:
            parts(after: [
                plain(interviewers), italicContainer, plain(reference.publisher), plain(style.date(reference)),
                plain(style.archive(reference)),
            ])
        }
    }

    private var year: String { reference.issued.map(style.wording.dates.year) ?? words.noDate }

    private func plain(_ text: String?) -> StyledText? { text.map { StyledText($0) } }

    private var italicContainer: StyledText? { reference.containerTitle.map { StyledText(title: $0, isItalic: true) } }

    private func parts(after: [StyledText?], imprint: Bool = false) -> StyledText {
        var text = StyledText.joined([creators, style.title(reference)] + after, by: ",")
        guard imprint else { return text }
        text.append(" (\(style.imprint(reference)))")
        return StyledText.joined([text, plain(style.archive(reference))], by: ",")
    }

    private func bracketed(_ facts: [String?]) -> StyledText {
        let text = StyledText.joined([creators, style.title(reference)], by: ",")
        let facts = StyledText(" (" + facts.compactMap(\.self).joined(separator: ", ") + ")")
        return StyledText.joined([text + facts, plain(style.archive(reference))], by: ",")
    }

    // MARK: Names

    private var creators: StyledText? {
        if source.isAuthorSuppressed { return nil }
        let creators = Creators(reference)
        var text = list(creators.names)
        switch creators.role {
        case .author: break
        case .editor: text += ", " + (creators.names.count > 1 ? words.editor.1 : words.editor.0)
        case .translator: text += ", " + words.translatedByShort
        case .director: text += ", " + words.director
        }
        if !reference.recipient.isEmpty { text += " \(words.to) " + list(reference.recipient) }
        return StyledText(text)
    }

    private func list(_ names: [ReferenceName]) -> String {
        NameList(most: 3, least: 1, conjunction: words.and, andOthers: words.andOthers).text(names) { $1.direct }
    }

    private func named(_ word: String, _ names: [ReferenceName]) -> StyledText? {
        names.isEmpty ? nil : StyledText(word + " " + list(names))
    }

    private var interviewers: String? {
        reference.interviewer.isEmpty ? nil : words.interviewBy + " " + list(reference.interviewer)
    }

    // MARK: Books and journals

    private var whole: [StyledText?] {
        let role = Creators(reference).role
        return [
            role == .editor ? nil : named(words.editedByShort, reference.editor),
            role == .translator ? nil : named(words.translatedByShort, reference.translator),
        ] + numbers
    }

    private var numbers: [StyledText?] {
        [
            plain(reference.edition.map(style.wording.edition)),
            plain(reference.volume.map { style.wording.counted($0, words.volume) }),
            plain(style.number(reference)),
            plain(style.series(reference)),
        ]
    }

    private var part: [StyledText?] {
        let book = italicContainer.map { StyledText(words.inBook + " ") + $0 }
        return [
            book, named(words.editedByShort, reference.editor), named(words.translatedByShort, reference.translator),
        ] + numbers
    }

    private var journal: StyledText {
        let head = [creators, style.title(reference)]
        guard isNumbered, let container = italicContainer else {
            return StyledText.joined(head + [italicContainer, plain(style.date(reference) ?? words.noDate)], by: ",")
        }
        var text = StyledText.joined(head + [container + StyledText(style.numbering(reference))], by: ",")
        let pages = source.locator.map(style.locator) ?? reference.page.map(style.wording.range)
        if isPaged, let pages { text.append(": " + pages) }
        return text
    }
}
