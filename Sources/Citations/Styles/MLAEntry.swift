/// An entry of MLA's list of works cited.
struct MLAEntry {
    private let reference: Reference
    private let style: MLAStyle
    private var words: CitationWords { style.words }

    init(_ reference: Reference, style: MLAStyle) {
        self.reference = reference
        self.style = style
    }

    var text: StyledText {
        var text = StyledText.joined(
            [creators, title] + middle + [StyledText.joined(container + [archive, link], by: ","), accessed, ending],
            by: ".")
        if text.isEmpty { text = StyledText(reference.key) }
        text.close(with: ".")
        return text
    }

    private var shape: SourceShape { SourceShape(reference) }

    private func plain(_ text: String?) -> StyledText? { text.map { StyledText($0) } }

    private var date: String? { reference.issued.map { style.wording.dates.full($0, .dayFirst) } }

    // MARK: Names and title

    /// The first by the family's name; of more than two, the first alone.
    private var creators: StyledText? {
        let creators = Creators(reference)
        // Who made a film comes behind its title.
        if creators.role == .director { return nil }
        let names = NameList(
            most: 2, least: 1, conjunction: words.and, andOthers: words.andOthers, hasCommaBetweenTwo: true
        ).text(creators.names) { $0 == 0 ? $1.inverted : $1.direct }
        switch creators.role {
        case .author, .director: return StyledText(names)
        case .editor:
            return StyledText(
                names + ", " + (creators.names.count > 1 ? words.editorInFull.1 : words.editorInFull.0))
        case .translator: return StyledText(names + ", " + words.translatedByShort)
        }
    }

    private func named(_ word: String, _ names: [ReferenceName]) -> StyledText? {
        guard !names.isEmpty else { return nil }
        let list = NameList(most: 2, least: 1, conjunction: words.and, andOthers: words.andOthers)
        return StyledText(word + " " + list.text(names) { $1.direct })
    }

    private var title: StyledText? {
        if reference.title != nil {
            return style.wording.title(reference, isItalic: style.isItalic(reference))
        }
        if !reference.recipient.isEmpty { return named(words.letterTo, reference.recipient)?.capitalized() }
        return nil
    }

    /// What stands between the title and the container.
    private var middle: [StyledText?] {
        let interview = named(words.interviewBy, reference.interviewer)?.capitalized()
        let original = plain(reference.originalDate.map(style.wording.dates.year))
        switch shape {
        case .thesis, .archival: return [original, interview, plain(date)?.capitalized()]
        default: return [original, interview]
        }
    }

    // MARK: Container

    private var container: [StyledText?] {
        var parts: [StyledText?] = [
            reference.containerTitle.map { StyledText(title: $0, isItalic: true) }
        ]
        let role = Creators(reference).role
        if role != .editor { parts.append(named(words.editedBy, reference.editor)) }
        if role != .translator { parts.append(named(words.translatedBy, reference.translator)) }
        parts.append(named(words.directedBy, reference.director))
        parts.append(plain(reference.edition.map(style.wording.edition)))
        parts += numbers + publication
        guard let first = parts.firstIndex(where: { $0?.isEmpty == false }), first > 0 else { return parts }
        parts[first] = parts[first]?.capitalized()
        return parts
    }

    private var numbers: [StyledText?] {
        [
            plain(reference.volume.map { style.wording.counted($0, words.volume) }),
            plain(reference.issue.map { style.wording.counted($0, words.issue) }),
            plain(reference.number.map { style.wording.counted($0, words.issue) }),
        ]
    }

    private var publication: [StyledText?] {
        let publisher = reference.publisher == reference.containerTitle ? nil : reference.publisher
        switch shape {
        case .thesis: return [plain(publisher), plain(reference.genre ?? words.thesisInFull)]
        case .archival: return [plain(publisher)]
        case .speech:
            let place = reference.eventPlace ?? reference.publisherPlace
            return [plain(reference.eventTitle), plain(publisher), plain(date), plain(place)]
        default: return [plain(publisher), plain(date), plain(reference.page.map(style.wording.pages))]
        }
    }

    private var archive: StyledText? {
        let parts = [reference.archiveLocation, reference.archive, reference.archivePlace].compactMap(\.self)
        return parts.isEmpty ? nil : StyledText(parts.joined(separator: ", "))
    }

    private var link: StyledText? { style.wording.link(reference) }

    /// Where there is no date.
    private var accessed: StyledText? {
        guard reference.issued == nil, reference.doi == nil, reference.url != nil, let day = reference.accessed else {
            return nil
        }
        return StyledText(words.accessed + " " + style.wording.dates.full(day, .dayFirst)).capitalized()
    }

    /// What kind of thing it is, where the title says it not.
    private var ending: StyledText? {
        switch shape {
        case .speech: plain(reference.genre ?? words.speech)?.capitalized()
        case .map: plain(words.map)
        default: nil
        }
    }
}
