/// What the styles tell apart. Types that none of them names go by what they have.
enum SourceShape {
    case book, part, journal, magazine, web, weblog, thesis, report, archival, interview, map, film, speech

    init(_ reference: Reference) {
        switch reference.type {
        case .book, .collection, .pamphlet: self = .book
        case .chapter, .conferencePaper, .encyclopediaEntry, .dictionaryEntry, .entry: self = .part
        case .journalArticle, .review: self = .journal
        case .magazineArticle, .newspaperArticle: self = .magazine
        case .webpage: self = .web
        case .weblogPost, .post: self = .weblog
        case .thesis: self = .thesis
        case .report: self = .report
        case .manuscript, .letter: self = .archival
        case .interview: self = .interview
        case .map: self = .map
        case .film, .broadcast: self = .film
        case .speech: self = .speech
        default:
            self =
                reference.containerTitle != nil
                ? reference.volume ?? reference.issue ?? reference.issn != nil ? .journal : .part
                : reference.archive != nil
                    ? .archival
                    : reference.publisher == nil && reference.url != nil ? .web : .book
        }
    }

    /// Whether it stands by itself, so that its title is italic in all three styles.
    var isWhole: Bool { [.book, .report, .map, .film].contains(self) }
}

/// Who stands at the head of an entry, and as what.
struct Creators {
    enum Role {
        case author, editor, translator, director
    }

    let names: [ReferenceName]
    let role: Role

    /// Authors, else who directed, edited or translated it; of a film, who directed it first.
    init(_ reference: Reference) {
        var lists: [(names: [ReferenceName], role: Role)] = [
            (reference.author, .author), (reference.director, .director), (reference.editor, .editor),
            (reference.translator, .translator),
        ]
        if SourceShape(reference) == .film { lists.swapAt(0, 1) }
        // A chapter's editor is the book's.
        if SourceShape(reference) == .part { lists.removeLast(2) }
        (names, role) = lists.first { !$0.names.isEmpty } ?? ([], .author)
    }
}
