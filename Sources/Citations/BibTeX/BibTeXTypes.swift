/// Which type of item an entry is, and back. What BibTeX has no entry for is a `@misc`, or what is nearest, with CSL's name
/// as its `entrysubtype`.
enum BibTeXTypes {
    private static let types: [String: ReferenceType] = [
        "article": .journalArticle, "suppperiodical": .journalArticle, "book": .book, "mvbook": .book,
        "collection": .book, "mvcollection": .book, "reference": .book, "proceedings": .book, "manual": .book,
        "periodical": .book, "booklet": .pamphlet, "inbook": .chapter, "bookinbook": .chapter, "suppbook": .chapter,
        "incollection": .chapter, "suppcollection": .chapter, "inreference": .encyclopediaEntry,
        "inproceedings": .conferencePaper, "conference": .conferencePaper, "techreport": .report, "report": .report,
        "thesis": .thesis, "phdthesis": .thesis, "mastersthesis": .thesis, "unpublished": .manuscript,
        "online": .webpage, "electronic": .webpage, "www": .webpage, "letter": .letter, "audio": .song,
        "music": .song, "movie": .film, "video": .film, "image": .graphic, "artwork": .graphic,
    ]

    static func type(of entry: BibTeXEntry) -> ReferenceType {
        switch entry.fields["entrysubtype"] {
        case "magazine": .magazineArticle
        case "newspaper": .newspaperArticle
        case let name? where ReferenceType.all.contains(ReferenceType(name)): ReferenceType(name)
        default: types[entry.type] ?? .document
        }
    }

    /// Every periodical is an `@article`; `@collection` and the like are read and not written.
    private static let entries: [ReferenceType: String] = [
        .journalArticle: "article", .magazineArticle: "article", .newspaperArticle: "article", .book: "book",
        .pamphlet: "booklet", .chapter: "incollection", .encyclopediaEntry: "inreference",
        .dictionaryEntry: "inreference", .conferencePaper: "inproceedings", .report: "report",
        .manuscript: "unpublished", .webpage: "online", .weblogPost: "online", .post: "online", .letter: "letter",
        .song: "audio", .film: "video", .graphic: "image",
    ]

    /// The entry's type, and its `entrysubtype` where the type alone says less.
    static func entry(for reference: Reference) -> (type: String, subtype: String?) {
        let type = reference.type == .thesis ? reference.genre == nil ? "phdthesis" : "thesis" : entries[reference.type]
        switch reference.type {
        case .magazineArticle: return ("article", "magazine")
        case .newspaperArticle: return ("article", "newspaper")
        case .document: return ("misc", nil)
        default: break
        }
        guard let type else { return ("misc", reference.type.rawValue) }
        return (type, types[type] == reference.type ? nil : reference.type.rawValue)
    }
}
