/// An entry of APA's list of references.
struct APAEntry {
    private let reference: Reference
    private let yearSuffix: String?
    private let style: APAStyle
    private var words: CitationWords { style.words }

    init(_ reference: Reference, yearSuffix: String?, style: APAStyle) {
        self.reference = reference
        self.yearSuffix = yearSuffix
        self.style = style
    }

    /// An address at the end has no full stop.
    var text: StyledText {
        let date = StyledText("(\(style.date(reference, yearSuffix)))")
        let head: [StyledText?] = creators.map { [$0, date, title] } ?? [title, date]
        var text = StyledText.joined(head + [source, archive], by: ".")
        text.close(with: ".")
        if let link {
            text.append(" ")
            text.append(link)
        }
        if let original = reference.originalDate {
            text.append(
                " (\(StyledText(words.originalWork).capitalized().plain) \(style.wording.dates.year(original)))")
        }
        return text
    }

    private var shape: SourceShape { SourceShape(reference) }

    private func plain(_ text: String?) -> StyledText? { text.map { StyledText($0) } }

    private func capital(_ text: String) -> String { StyledText(text).capitalized().plain }

    // MARK: Names

    /// Up to twenty; of more, nineteen and the last.
    private var creators: StyledText? {
        let creators = Creators(reference)
        guard !creators.names.isEmpty else { return nil }
        let names = names(creators.names)
        switch creators.role {
        case .author: return StyledText(names)
        case .editor: return StyledText(names + " (\(editors(creators.names)))")
        case .translator: return StyledText(names + " (\(words.translator))")
        case .director: return StyledText(names + " (\(words.directorInFull))")
        }
    }

    private func names(_ names: [ReferenceName]) -> String {
        if names.count > 20, let last = names.last, last != .others {
            return names.prefix(19).map(\.initialed).joined(separator: ", ") + ", . . . " + last.initialed
        }
        return NameList(
            most: 20, least: 19, conjunction: "&", andOthers: words.andOthers, hasCommaBetweenTwo: true
        ).text(names) { $1.initialed }
    }

    private func editors(_ names: [ReferenceName]) -> String {
        capital(names.count > 1 ? words.editor.1 : words.editor.0)
    }

    private func direct(_ names: [ReferenceName]) -> String {
        NameList(most: 20, least: 19, conjunction: "&", andOthers: words.andOthers).text(names) { $1.initialedDirect }
    }

    // MARK: Title

    private var title: StyledText? {
        var text = reference.title.map { StyledText(title: $0, isItalic: style.isItalic(reference)) } ?? StyledText()
        var details = shape == .part ? [] : numbers
        if !reference.translator.isEmpty, Creators(reference).role != .translator, shape != .part {
            let people = direct(reference.translator) + ", " + words.translator
            details = [people + (details.isEmpty ? "" : "; " + details.joined(separator: ", "))]
        }
        if !details.isEmpty { text.append(" (" + details.joined(separator: ", ") + ")") }
        if let kind { text.append((text.isEmpty ? "" : " ") + "[\(kind)]") }
        return text.isEmpty && creators == nil ? StyledText(reference.key) : text
    }

    private var numbers: [String] {
        guard shape != .journal, shape != .magazine else { return [] }
        return [
            reference.edition.map(style.wording.edition),
            reference.volume.map { capital(style.wording.counted($0, words.volume)) },
            reference.number.map {
                [reference.genre, words.reportNumber, $0].compactMap(\.self).joined(separator: " ")
            },
        ].compactMap(\.self)
    }

    /// What kind of thing it is, in brackets.
    private var kind: String? {
        switch shape {
        case .thesis:
            [reference.genre ?? words.doctoralThesis, reference.publisher].compactMap(\.self).joined(separator: ", ")
        case .archival where !reference.recipient.isEmpty:
            capital(words.letterTo) + " " + direct(reference.recipient)
        case .archival: reference.genre ?? (reference.type == .letter ? words.letter : words.manuscript)
        case .interview where !reference.interviewer.isEmpty:
            capital(words.interviewBy) + " " + direct(reference.interviewer)
        case .interview: words.interview
        case .map: words.map
        case .film: words.film
        case .speech: reference.genre.map(capital) ?? words.speech
        case .book, .part, .journal, .magazine, .web, .weblog, .report: nil
        }
    }

    // MARK: Source

    private var source: StyledText? {
        switch shape {
        case .part: part
        case .journal, .magazine: periodical
        case .web, .weblog:
            site.map { StyledText(title: $0, isItalic: shape == .weblog) }
        case .thesis: nil
        case .speech:
            plain(
                [reference.eventTitle, reference.eventPlace ?? reference.publisherPlace].compactMap(\.self)
                    .joined(separator: ", "))
        case .interview: reference.containerTitle.map { StyledText(title: $0, isItalic: true) } ?? plain(publisher)
        case .book, .report, .map, .film, .archival: plain(publisher)
        }
    }

    /// Left out where it is the author too.
    private var publisher: String? {
        reference.publisher.flatMap { name in
            Creators(reference).names.contains { $0.literal == name } ? nil : name
        }
    }

    private var site: String? {
        (reference.containerTitle ?? reference.publisher).flatMap { name in
            Creators(reference).names.contains { $0.literal == name } ? nil : name
        }
    }

    private var part: StyledText? {
        guard let book = reference.containerTitle else { return plain(publisher) }
        var text = StyledText(capital(words.inBook) + " ")
        if !reference.editor.isEmpty {
            text.append(direct(reference.editor) + " (\(editors(reference.editor))), ")
        }
        text.append(StyledText(title: book, isItalic: true))
        var details = numbers + (reference.page.map { [style.wording.pages($0)] } ?? [])
        if !reference.translator.isEmpty {
            details.insert(direct(reference.translator) + ", " + words.translator, at: 0)
        }
        if !details.isEmpty { text.append(" (" + details.joined(separator: ", ") + ")") }
        return StyledText.joined([text, plain(publisher)], by: ".")
    }

    /// The volume is italic with the journal's name, the issue behind it is not.
    private var periodical: StyledText? {
        guard let container = reference.containerTitle else { return plain(publisher) }
        var text = StyledText(title: container, isItalic: true)
        if let volume = reference.volume {
            text.append(", ")
            text.append(volume, isItalic: true)
        }
        if let issue = reference.issue { text.append((reference.volume == nil ? ", " : "") + "(\(issue))") }
        if let page = reference.page { text.append(", " + style.wording.range(page)) }
        return text
    }

    private var archive: StyledText? {
        guard let archive = reference.archive else { return plain(reference.archiveLocation) }
        let location = reference.archiveLocation.map { " (\($0))" } ?? ""
        return StyledText(archive + location + (reference.archivePlace.map { ", " + $0 } ?? ""))
    }

    /// With the day of access where nothing tells when it was written.
    private var link: StyledText? {
        guard let link = style.wording.link(reference) else { return nil }
        guard reference.issued == nil, reference.doi == nil, let accessed = reference.accessed else { return link }
        let day = style.wording.dates.full(accessed, .monthFirst)
        return StyledText("\(capital(words.retrieved)) \(day), \(words.from) ") + link
    }
}
