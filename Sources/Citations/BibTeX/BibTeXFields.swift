/// Where BibTeX and BibLaTeX keep what a reference has. The first name is the one that is written.
enum BibTeXFields {
    private static let plain: [(names: [String], path: Reference.TextPath)] = [
        (["shorttitle"], \.shortTitle), (["series"], \.collectionTitle), (["edition"], \.edition),
        (["volume"], \.volume), (["volumes"], \.numberOfVolumes), (["type"], \.genre), (["medium"], \.medium),
        (["eventtitle"], \.eventTitle), (["venue"], \.eventPlace), (["address", "location"], \.publisherPlace),
        (["archive"], \.archive), (["archivelocation"], \.archiveLocation), (["archiveplace"], \.archivePlace),
        (["isbn"], \.isbn), (["issn"], \.issn), (["language", "langid"], \.language), (["note"], \.note),
    ]

    private static let publishers = ["publisher", "institution", "school", "organization"]
    private static let containers = ["journal", "journaltitle", "booktitle", "maintitle"]

    /// Read and written as LaTeX.
    static func texts(of type: ReferenceType) -> [(names: [String], path: Reference.TextPath)] {
        plain + numbers(of: type) + [
            (first(publisher(of: type), of: publishers), \.publisher),
            (first(isPeriodical(type) ? "journal" : "booktitle", of: containers), \.containerTitle),
        ]
    }

    /// Addresses, which are not LaTeX.
    static let verbatim: [(name: String, path: Reference.TextPath)] = [("url", \.url), ("doi", \.doi)]

    static let names: [(name: String, path: Reference.NamesPath)] = [
        ("author", \.author), ("editor", \.editor), ("translator", \.translator), ("bookauthor", \.containerAuthor),
        ("director", \.director), ("interviewer", \.interviewer), ("recipient", \.recipient),
    ]

    /// Fields that ``Reference/rest`` has under CSL's names.
    static let rest: [(names: [String], name: String)] = [
        (["abstract"], "abstract"), (["keywords"], "keyword"), (["annote", "annotation"], "annote"),
        (["pagetotal"], "number-of-pages"), (["library"], "call-number"), (["chapter"], "chapter-number"),
        (["version"], "version"),
    ]

    static func isPeriodical(_ type: ReferenceType) -> Bool {
        [.journalArticle, .magazineArticle, .newspaperArticle, .article, .review].contains(type)
    }

    /// `number` is what the type counts by.
    private static func numbers(of type: ReferenceType) -> [(names: [String], path: Reference.TextPath)] {
        if isPeriodical(type) {
            return [
                (["number", "issue"], \.issue), (["collectionnumber"], \.collectionNumber),
                (["reportnumber"], \.number),
            ]
        }
        if [.book, .chapter, .conferencePaper, .encyclopediaEntry, .dictionaryEntry].contains(type) {
            return [(["number"], \.collectionNumber), (["issue"], \.issue), (["reportnumber"], \.number)]
        }
        return [(["number"], \.number), (["issue"], \.issue), (["collectionnumber"], \.collectionNumber)]
    }

    private static func publisher(of type: ReferenceType) -> String {
        switch type {
        case .thesis: "school"
        case .report: "institution"
        case .webpage, .weblogPost, .post: "organization"
        default: "publisher"
        }
    }

    private static func first(_ name: String, of names: [String]) -> [String] { [name] + names.filter { $0 != name } }
}
