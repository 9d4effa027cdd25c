import Citations
import Model

/// Well-known books and papers.
enum Sample {
    static func reference(
        _ key: String, _ type: ReferenceType, _ authors: [ReferenceName] = [], title: String? = nil, year: Int? = nil,
        _ change: (inout Reference) -> Void = { _ in }
    ) -> Reference {
        var reference = Reference(key: key, type: type)
        reference.author = authors
        reference.title = title
        reference.issued = year.map(date)
        change(&reference)
        return reference
    }

    static func date(_ year: Int) -> ReferenceDate { ReferenceDate(start: .init(year: year)) }

    static func date(_ year: Int, _ month: Int, _ day: Int? = nil) -> ReferenceDate {
        ReferenceDate(start: .init(year: year, month: month, day: day))
    }

    static func person(_ given: String, _ family: String) -> ReferenceName {
        ReferenceName(family: family, given: given)
    }

    static let gibbon = reference(
        "gibbon1776", .book, [person("Edward", "Gibbon")],
        title: "The History of the Decline and Fall of the Roman Empire", year: 1776
    ) {
        $0.publisher = "Strahan and Cadell"
        $0.publisherPlace = "London"
        $0.volume = "1"
        $0.shortTitle = "Decline and Fall"
    }

    static let darwin = reference(
        "darwin1859", .book, [person("Charles", "Darwin")],
        title: "On the Origin of Species: By Means of Natural Selection", year: 1861
    ) {
        $0.publisher = "John Murray"
        $0.publisherPlace = "London"
        $0.edition = "3"
    }

    static let homer = reference("homer", .book, [ReferenceName(given: "Homer")], title: "The Iliad", year: 1924) {
        $0.translator = [ReferenceName(family: "Murray", given: "Augustus Taber")]
        $0.publisher = "Heinemann"
        $0.publisherPlace = "London"
    }

    static let federalist = reference(
        "madison1788", .chapter, [person("James", "Madison")], title: "The Structure of the Government", year: 1961
    ) {
        $0.containerTitle = "The Federalist Papers"
        $0.editor = [person("Clinton", "Rossiter")]
        $0.publisher = "Mentor"
        $0.publisherPlace = "New York"
        $0.page = "320-325"
    }

    static let dna = reference(
        "watson1953", .journalArticle, [person("James Dewey", "Watson"), person("Francis", "Crick")],
        title: "Molecular Structure of Nucleic Acids"
    ) {
        $0.issued = date(1953, 4, 25)
        $0.containerTitle = "Nature"
        $0.volume = "171"
        $0.issue = "4356"
        $0.page = "737-738"
        $0.doi = "10.1038/171737a0"
    }

    static let dispatch = reference("dispatch", .newspaperArticle, title: "The Armistice Is Signed") {
        $0.issued = date(1918, 11, 12)
        $0.containerTitle = "The Morning Courier"
        $0.page = "1"
    }

    static let page = reference(
        "page", .webpage, [ReferenceName(literal: "The Archive Society")], title: "How to Read Old Hands"
    ) {
        $0.url = "https://example.org/hands"
        $0.accessed = date(2020, 8, 3)
    }

    static let letter = reference("letter1847", .letter, [person("Ada", "Lovelace")]) {
        $0.recipient = [person("Michael", "Faraday")]
        $0.issued = date(1844, 10, 16)
        $0.archive = "Faraday Papers"
        $0.archiveLocation = "MS 12, fol. 3"
        $0.archivePlace = "London"
    }

    static let thesis = reference(
        "curie1903", .thesis, [person("Marie", "Curie")], title: "Radioactive Substances", year: 1903
    ) {
        $0.publisher = "University of Paris"
    }
}
