import Citations

/// Rarer kinds of sources.
extension Sample {
    static let magazine = reference("magazine", .magazineArticle, [person("Jules", "Verne")], title: "Around the Moon")
    {
        $0.issued = date(1870, 1, 13)
        $0.containerTitle = "The Illustrated Reader"
        $0.page = "4-9"
        $0.url = "https://example.org/moon"
    }

    static let weblog = reference("weblog", .weblogPost, [person("Jane", "Doe")], title: "On Old Maps") {
        $0.issued = date(2015, 6, 2)
        $0.containerTitle = "The Map Room"
        $0.url = "https://example.org/maps"
    }

    static let report = reference(
        "report", .report, [ReferenceName(literal: "Royal Commission")], title: "The State of the Harbours", year: 1883
    ) {
        $0.number = "12"
        $0.publisher = "Her Majesty's Stationery Office"
        $0.publisherPlace = "London"
    }

    static let manuscript = reference("notebook", .manuscript, [person("Isaac", "Newton")], title: "Trinity Notebook") {
        $0.issued = ReferenceDate(start: .init(year: 1661), end: .init(year: 1665), isCirca: true)
        $0.archive = "University Library"
        $0.archiveLocation = "Add. MS 3996"
        $0.archivePlace = "Cambridge"
    }

    static let interview = reference("interview", .interview, [person("Jane", "Doe")], title: "A Life at Sea") {
        $0.interviewer = [person("John", "Roe")]
        $0.containerTitle = "Harbour Radio"
        $0.issued = date(1999, 2, 1)
    }

    static let map = reference("map", .map, [person("John", "Snow")], title: "Deaths from Cholera in Soho", year: 1854)
    {
        $0.publisher = "Cheffins"
        $0.publisherPlace = "London"
    }

    static let film = reference("film", .film, title: "A Trip to the Moon", year: 1902) {
        $0.director = [person("Georges", "Méliès")]
        $0.publisher = "Star Film"
    }

    static let speech = reference(
        "speech", .speech, [person("Frederick", "Douglass")], title: "The Meaning of July Fourth"
    ) {
        $0.eventTitle = "Independence Day Celebration"
        $0.eventPlace = "Rochester"
        $0.issued = date(1852, 7, 5)
    }

    static let edited = reference("edited", .book, title: "Letters of Two Sisters", year: 1920) {
        $0.editor = [person("Ann", "Gray"), person("Ben", "Stone")]
        $0.publisher = "Hill"
    }

    static let caesar = reference(
        "caesar", .book, [ReferenceName(family: "Caesar", given: "Julius")], title: "The Civil War"
    ) {
        $0.issued = ReferenceDate(start: .init(year: -49), end: .init(year: -48), isCirca: true)
    }

    static let reprint = reference("reprint", .book, [person("Mary", "Shelley")], title: "Frankenstein", year: 1969) {
        $0.originalDate = date(1818)
        $0.publisher = "Press"
        $0.publisherPlace = "Oxford"
    }
}
