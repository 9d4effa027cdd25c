import Citations
import Model
import Testing

@Suite("Structured data")
struct StructuredDataTests {
    @Test("an article stands in its issue, its volume and its journal")
    func article() {
        let data = Sample.dna.structuredData
        #expect(data["@type"] == "ScholarlyArticle")
        #expect(data["sameAs"] == "https://doi.org/10.1038/171737a0")
        #expect(data["datePublished"] == "1953-04-25" && data["pagination"] == "737-738")
        #expect(data["author"].elements?.map { $0["name"] } == ["James Dewey Watson", "Francis Crick"])
        #expect(
            data["isPartOf"] == [
                "@type": "PublicationIssue", "issueNumber": "4356",
                "isPartOf": [
                    "@type": "PublicationVolume", "volumeNumber": "171",
                    "isPartOf": ["@type": "Periodical", "name": "Nature"],
                ],
            ])
    }

    @Test("books, chapters and what lies in archives")
    func others() {
        var book = Sample.caesar
        book.isbn = "9780140444339"
        #expect(book.structuredData["datePublished"] == "-0048" && book.structuredData["isbn"] == "9780140444339")
        #expect(
            book.structuredData["author"] == [
                "@type": "Person", "name": "Julius Caesar", "familyName": "Caesar", "givenName": "Julius",
            ])
        #expect(Sample.federalist.structuredData["isPartOf"] == ["@type": "Book", "name": "The Federalist Papers"])
        let letter = Sample.letter.structuredData
        #expect(letter["@type"] == "ArchiveComponent" && letter["itemLocation"] == "MS 12, fol. 3")
        #expect(
            letter["holdingArchive"] == [
                "@type": "ArchiveOrganization", "name": "Faraday Papers", "location": "London",
            ])
        #expect(Sample.page.structuredData["author"] == ["@type": "Organization", "name": "The Archive Society"])
    }

    @Test(
        "the type of each kind",
        arguments: [
            (Sample.gibbon, "Book"), (Sample.federalist, "Chapter"), (Sample.dispatch, "NewsArticle"),
            (Sample.page, "WebPage"),
            (Sample.thesis, "Thesis"), (Sample.report, "Report"), (Sample.map, "Map"), (Sample.film, "Movie"),
            (Sample.speech, "CreativeWork"), (Sample.weblog, "BlogPosting"), (Sample.magazine, "Article"),
        ])
    func types(reference: Reference, type: String) {
        #expect(reference.structuredData["@type"].text == type)
    }
}
