import Citations
import Testing

@Suite("Notes")
struct NoteTests {
    private func notes(_ style: CitationStyle, _ references: [Reference], _ citations: [String]) throws -> [String] {
        let cited = try citations.map { try #require(Citation($0)) }
        return Bibliography(references, style: style).notes(for: cited).map(marked)
    }

    @Test("Chicago's are full at first, then short, and shorter behind one on the same source")
    func chicago() throws {
        #expect(
            try notes(
                .chicago, [Sample.darwin, Sample.dna],
                [
                    "see @darwin1859, p. 84", "@darwin1859, pp. 85-87", "@watson1953, 738",
                    "@darwin1859; @watson1953, p. 737",
                ])
                == [
                    "See Charles Darwin, *On the Origin of Species: By Means of Natural Selection*, 3rd ed. (London: John Murray, 1861), 84.",
                    "Darwin, 85–87.",
                    "James Dewey Watson and Francis Crick, “Molecular Structure of Nucleic Acids,” *Nature* 171, no. 4356 (April 1953): 738, https://doi.org/10.1038/171737a0.",
                    "Darwin, *On the Origin of Species*; Watson and Crick, “Molecular Structure of Nucleic Acids,” 737.",
                ])
    }

    private static let full: [(Reference, String)] = [
        (
            Sample.federalist,
            "James Madison, “The Structure of the Government,” in *The Federalist Papers*, ed. Clinton Rossiter (New York: Mentor, 1961)."
        ),
        (
            Sample.page,
            "The Archive Society, “How to Read Old Hands,” accessed August 3, 2020, https://example.org/hands."
        ),
        (Sample.weblog, "Jane Doe, “On Old Maps,” *The Map Room* (blog), June 2, 2015, https://example.org/maps."),
        (Sample.dispatch, "“The Armistice Is Signed,” *The Morning Courier*, November 12, 1918."),
        (Sample.letter, "Ada Lovelace to Michael Faraday, October 16, 1844, MS 12, fol. 3, Faraday Papers, London."),
        (Sample.thesis, "Marie Curie, “Radioactive Substances” (PhD diss., University of Paris, 1903)."),
        (
            Sample.speech,
            "Frederick Douglass, “The Meaning of July Fourth” (speech, Independence Day Celebration, Rochester, July 5, 1852)."
        ),
        (Sample.interview, "Jane Doe, “A Life at Sea,” interview by John Roe, *Harbour Radio*, February 1, 1999."),
        (Sample.edited, "Ann Gray and Ben Stone, eds., *Letters of Two Sisters* (Hill, 1920)."),
        (Sample.film, "Georges Méliès, dir., *A Trip to the Moon* (Star Film, 1902)."),
    ]

    @Test("Chicago's full note of each kind", arguments: full)
    func kinds(reference: Reference, text: String) throws {
        #expect(try notes(.chicago, [reference], ["@\(reference.key)"]) == [text])
    }

    @Test(
        "MLA's and APA's are what stands in the parentheses",
        arguments: [
            ("@darwin1859, p. 84", "Darwin 84", "Darwin, 1861, p. 84"),
            ("@darwin1859, pp. 84-86", "Darwin 84–86", "Darwin, 1861, pp. 84–86"),
            ("-@darwin1859, p. 84", "84", "1861, p. 84"),
            ("@darwin1859, chap. 3", "Darwin, ch. 3", "Darwin, 1861, Chapter 3"),
            ("@watson1953", "Watson and Crick", "Watson & Crick, 1953"),
            ("@dispatch, p. 1", "“Armistice Is Signed” 1", "“Armistice Is Signed,” 1918, p. 1"),
            ("@page", "The Archive Society", "The Archive Society, n.d."),
            ("@reprint, p. 9", "Shelley 9", "Shelley, 1818/1969, p. 9"),
            (
                "see @darwin1859, p. 84, and others; @homer", "see Darwin 84, and others; Homer",
                "see Darwin, 1861, p. 84, and others; Homer, 1924"
            ),
        ])
    func parenthetical(citation: String, mla: String, apa: String) throws {
        let references = [Sample.darwin, Sample.dna, Sample.dispatch, Sample.page, Sample.reprint, Sample.homer]
        #expect(try notes(.mla, references, [citation]) == [mla])
        #expect(try notes(.apa, references, [citation]) == [apa])
    }

    @Test("works of one author are told apart")
    func sameAuthor() throws {
        let author = [Sample.person("Hannah", "Gray")]
        let works =
            ["Beta", "Alpha", "The Gamma"].map {
                Sample.reference($0.filter { $0 != " " }, .book, author, title: $0, year: 1950)
            }
            + [Sample.reference("Later", .book, author, title: "Later", year: 1951)]
        #expect(
            try notes(.apa, works, ["@Alpha; @Beta; @TheGamma; @Later"]) == [
                "Gray, 1950a; Gray, 1950b; Gray, 1950c; Gray, 1951"
            ])
        #expect(try notes(.mla, works, ["@TheGamma, 7"]) == ["Gray, *Gamma* 7"])
        #expect(Bibliography(works, style: .apa).entries.map(\.text.plain).first == "Gray, H. (1950a). Alpha.")
    }

    @Test("four authors and more are et al.")
    func manyAuthors() throws {
        let authors = ["A", "B", "C", "D"].map { Sample.person("X", $0) }
        let reference = Sample.reference("many", .book, authors, title: "T", year: 1900)
        #expect(try notes(.chicago, [reference], ["@many"]) == ["X A et al., *T* (1900)."])
        #expect(try notes(.mla, [reference], ["@many"]) == ["A et al."])
        #expect(try notes(.apa, [reference], ["@many"]) == ["A et al., 1900"])
    }

    @Test("a key that no source has is shown, and told")
    func missing() throws {
        let list = Bibliography([Sample.homer], style: .mla)
        let citation = try #require(Citation("@homer; @nobody"))
        #expect(list.notes(for: [citation]).map(\.plain) == ["Homer; nobody?"])
        #expect(list.missingKeys(in: [citation, citation]) == ["nobody"])
    }

    @Test("the list is in the order of names, years and titles, whatever their case, accents and articles")
    func order() {
        let references = [
            Sample.reference("c", .book, [Sample.person("Ann", "Éluard")], title: "B", year: 1900),
            Sample.reference("d", .book, [Sample.person("Ann", "Éluard")], title: "A", year: 1901),
            Sample.reference("e", .book, title: "The Egg"),
            Sample.reference("a", .book, [Sample.person("Bo", "adams")], title: "Z"),
            Sample.reference("f", .book, [ReferenceName(literal: "The Fund")], title: "Z"),
            Sample.reference("b", .book, [Sample.person("Zoë", "Adams")], title: "Z", year: -40),
        ]
        #expect(
            Bibliography(references.reversed(), style: .apa).entries.map(\.reference.key) == [
                "a", "b", "e", "c", "d", "f",
            ])
    }

    @Test("other words make another language")
    func words() {
        var words = CitationWords.english
        words.and = "und"
        words.editor = ("Hg.", "Hg.")
        #expect(
            Bibliography([], style: .chicago, words: words).entry(for: Sample.edited).plain
                == "Gray, Ann, und Ben Stone, Hg. Letters of Two Sisters. Hill, 1920.")
    }
}
