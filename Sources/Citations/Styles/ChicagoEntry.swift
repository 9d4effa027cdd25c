/// An entry of Chicago's bibliography.
struct ChicagoEntry {
    private let reference: Reference
    private let style: ChicagoStyle
    private var words: CitationWords { style.words }

    init(_ reference: Reference, style: ChicagoStyle) {
        self.reference = reference
        self.style = style
    }

    var text: StyledText {
        var text = StyledText.joined(
            [creators, style.title(reference)] + body
                + [style.accessed(reference).map { StyledText($0).capitalized() }, style.wording.link(reference)],
            by: ".")
        if text.isEmpty { text = StyledText(reference.key) }
        text.close(with: ".")
        return text
    }

    private var body: [StyledText?] {
        switch SourceShape(reference) {
        case .book, .report, .map, .film: whole + [plain(style.imprint(reference)), archive]
        case .part: [part] + numbers + [plain(style.imprint(reference)), archive]
        case .journal: [journal, archive]
        case .magazine: [commas([container, plain(style.date(reference) ?? words.noDate)]), archive]
        case .web, .weblog:
            [commas([style.site(reference), plain(style.publisherOfSite(reference)), plain(style.date(reference))])]
        case .thesis:
            [
                commas([
                    plain(reference.genre ?? words.thesis), plain(reference.publisher),
                    plain(reference.issued.map(style.wording.dates.year) ?? words.noDate),
                ]), archive,
            ]
        case .speech:
            [
                commas([
                    plain(reference.genre ?? words.speech), plain(reference.eventTitle),
                    plain(reference.eventPlace ?? reference.publisherPlace), plain(style.date(reference)),
                ])?.capitalized(), archive,
            ]
        case .archival: [plain(style.date(reference) ?? words.noDate)?.capitalized(), archive]
        case .interview:
            [
                named(words.interviewBy, reference.interviewer),
                commas([container, plain(reference.publisher), plain(style.date(reference))]), archive,
            ]
        }
    }

    private func plain(_ text: String?) -> StyledText? { text.map { StyledText($0) } }

    private func commas(_ parts: [StyledText?]) -> StyledText? { StyledText.joined(parts, by: ",") }

    private var container: StyledText? { reference.containerTitle.map { StyledText(title: $0, isItalic: true) } }

    private var archive: StyledText? { plain(style.archive(reference)) }

    // MARK: Names

    /// The first of them by the family's name; of more than ten, seven.
    private var creators: StyledText? {
        let creators = Creators(reference)
        var names = NameList(
            most: 10, least: 7, conjunction: words.and, andOthers: words.andOthers, hasCommaBetweenTwo: true
        ).text(creators.names) { $0 == 0 ? $1.inverted : $1.direct }
        switch creators.role {
        case .author: break
        case .editor: names += ", " + (creators.names.count > 1 ? words.editor.1 : words.editor.0)
        case .translator: names += ", " + words.translatedByShort
        case .director: names += ", " + words.director
        }
        if !reference.recipient.isEmpty {
            names += (names.contains(",") ? ", " : " ") + words.to + " " + list(reference.recipient)
        }
        return StyledText(names)
    }

    private func list(_ names: [ReferenceName]) -> String {
        NameList(most: 10, least: 7, conjunction: words.and, andOthers: words.andOthers).text(names) { $1.direct }
    }

    private func named(_ word: String, _ names: [ReferenceName]) -> StyledText? {
        names.isEmpty ? nil : StyledText(word + " " + list(names)).capitalized()
    }

    // MARK: Books and journals

    private var whole: [StyledText?] {
        let role = Creators(reference).role
        return [
            role == .editor ? nil : named(words.editedBy, reference.editor),
            role == .translator ? nil : named(words.translatedBy, reference.translator),
        ] + numbers
    }

    private var numbers: [StyledText?] {
        [
            plain(reference.edition.map(style.wording.edition))?.capitalized(),
            plain(reference.volume.map { style.wording.counted($0, words.volume) })?.capitalized(),
            plain(reference.numberOfVolumes.map { $0 + " " + words.volumes }),
            plain(style.number(reference))?.capitalized(),
            plain(style.series(reference)),
        ]
    }

    private var part: StyledText? {
        guard let container else { return nil }
        let people = [(words.editedBy, reference.editor), (words.translatedBy, reference.translator)]
            .compactMap { word, names in names.isEmpty ? nil : StyledText(word + " " + list(names)) }
        return commas(
            [StyledText(words.inBook + " ").capitalized() + container] + people
                + [plain(reference.page.map(style.wording.range))])
    }

    private var journal: StyledText? {
        guard let container else { return plain(style.date(reference) ?? words.noDate) }
        let pages = reference.page.map(style.wording.range)
        guard reference.volume ?? reference.issue != nil else {
            return commas([container, plain(style.date(reference) ?? words.noDate), plain(pages)])
        }
        return container + StyledText(style.numbering(reference) + (pages.map { ": " + $0 } ?? ""))
    }
}
