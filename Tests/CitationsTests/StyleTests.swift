import Citations
import Testing

/// Italics between asterisks.
func marked(_ text: StyledText) -> String {
    text.runs.map { $0.isItalic ? "*\($0.text)*" : $0.text }.joined()
}

@Suite("Entries of lists")
struct EntryTests {
    private static let chicagoEntries: [(Reference, String)] = [
        (
            Sample.gibbon,
            "Gibbon, Edward. *The History of the Decline and Fall of the Roman Empire*. Vol. 1. London: Strahan and Cadell, 1776."
        ),
        (
            Sample.federalist,
            "Madison, James. “The Structure of the Government.” In *The Federalist Papers*, edited by Clinton Rossiter, 320–325. New York: Mentor, 1961."
        ),
        (
            Sample.dna,
            "Watson, James Dewey, and Francis Crick. “Molecular Structure of Nucleic Acids.” *Nature* 171, no. 4356 (April 1953): 737–738. https://doi.org/10.1038/171737a0."
        ),
        (Sample.dispatch, "“The Armistice Is Signed.” *The Morning Courier*, November 12, 1918."),
        (
            Sample.magazine,
            "Verne, Jules. “Around the Moon.” *The Illustrated Reader*, January 13, 1870. https://example.org/moon."
        ),
        (
            Sample.page,
            "The Archive Society. “How to Read Old Hands.” Accessed August 3, 2020. https://example.org/hands."
        ),
        (Sample.weblog, "Doe, Jane. “On Old Maps.” *The Map Room* (blog), June 2, 2015. https://example.org/maps."),
        (Sample.thesis, "Curie, Marie. “Radioactive Substances.” PhD diss., University of Paris, 1903."),
        (
            Sample.report,
            "Royal Commission. *The State of the Harbours*. No. 12. London: Her Majesty's Stationery Office, 1883."
        ),
        (Sample.letter, "Lovelace, Ada, to Michael Faraday. October 16, 1844. MS 12, fol. 3, Faraday Papers, London."),
        (
            Sample.manuscript,
            "Newton, Isaac. “Trinity Notebook.” Ca. 1661–1665. Add. MS 3996, University Library, Cambridge."
        ),
        (
            Sample.interview,
            "Doe, Jane. “A Life at Sea.” Interview by John Roe. *Harbour Radio*, February 1, 1999."
        ),
        (Sample.map, "Snow, John. *Deaths from Cholera in Soho*. London: Cheffins, 1854."),
        (Sample.film, "Méliès, Georges, dir. *A Trip to the Moon*. Star Film, 1902."),
        (
            Sample.speech,
            "Douglass, Frederick. “The Meaning of July Fourth.” Speech, Independence Day Celebration, Rochester, July 5, 1852."
        ),
        (Sample.edited, "Gray, Ann, and Ben Stone, eds. *Letters of Two Sisters*. Hill, 1920."),
        (Sample.reprint, "Shelley, Mary. *Frankenstein*. 1818; repr., Oxford: Press, 1969."),
    ]

    @Test("Chicago's", arguments: chicagoEntries)
    func chicago(reference: Reference, text: String) {
        #expect(marked(Bibliography([], style: .chicago).entry(for: reference)) == text)
    }

    private static let mlaEntries: [(Reference, String)] = [
        (
            Sample.darwin,
            "Darwin, Charles. *On the Origin of Species: By Means of Natural Selection*. 3rd ed., John Murray, 1861."
        ),
        (Sample.homer, "Homer. *The Iliad*. Translated by Augustus Taber Murray, Heinemann, 1924."),
        (
            Sample.federalist,
            "Madison, James. “The Structure of the Government.” *The Federalist Papers*, edited by Clinton Rossiter, Mentor, 1961, pp. 320–325."
        ),
        (
            Sample.dna,
            "Watson, James Dewey, and Francis Crick. “Molecular Structure of Nucleic Acids.” *Nature*, vol. 171, no. 4356, 25 Apr. 1953, pp. 737–738, https://doi.org/10.1038/171737a0."
        ),
        (Sample.dispatch, "“The Armistice Is Signed.” *The Morning Courier*, 12 Nov. 1918, p. 1."),
        (
            Sample.page,
            "The Archive Society. *How to Read Old Hands*. https://example.org/hands. Accessed 3 Aug. 2020."
        ),
        (Sample.weblog, "Doe, Jane. “On Old Maps.” *The Map Room*, 2 June 2015, https://example.org/maps."),
        (Sample.thesis, "Curie, Marie. *Radioactive Substances*. 1903. University of Paris, PhD dissertation."),
        (
            Sample.report,
            "Royal Commission. *The State of the Harbours*. No. 12, Her Majesty's Stationery Office, 1883."
        ),
        (
            Sample.letter,
            "Lovelace, Ada. Letter to Michael Faraday. 16 Oct. 1844. MS 12, fol. 3, Faraday Papers, London."
        ),
        (
            Sample.manuscript,
            "Newton, Isaac. “Trinity Notebook.” Circa 1661–1665. Add. MS 3996, University Library, Cambridge."
        ),
        (Sample.interview, "Doe, Jane. “A Life at Sea.” Interview by John Roe. *Harbour Radio*, 1 Feb. 1999."),
        (Sample.map, "Snow, John. *Deaths from Cholera in Soho*. Cheffins, 1854. Map."),
        (Sample.film, "*A Trip to the Moon*. Directed by Georges Méliès, Star Film, 1902."),
        (
            Sample.speech,
            "Douglass, Frederick. “The Meaning of July Fourth.” Independence Day Celebration, 5 July 1852, Rochester. Speech."
        ),
        (Sample.edited, "Gray, Ann, and Ben Stone, editors. *Letters of Two Sisters*. Hill, 1920."),
        (Sample.reprint, "Shelley, Mary. *Frankenstein*. 1818. Press, 1969."),
        (Sample.caesar, "Caesar, Julius. *The Civil War*. Circa 49–48 BC."),
    ]

    @Test("MLA's", arguments: mlaEntries)
    func mla(reference: Reference, text: String) {
        #expect(marked(Bibliography([], style: .mla).entry(for: reference)) == text)
    }

    private static let apaEntries: [(Reference, String)] = [
        (
            Sample.darwin,
            "Darwin, C. (1861). *On the Origin of Species: By Means of Natural Selection* (3rd ed.). John Murray."
        ),
        (Sample.homer, "Homer. (1924). *The Iliad* (A. T. Murray, Trans.). Heinemann."),
        (
            Sample.federalist,
            "Madison, J. (1961). The Structure of the Government. In C. Rossiter (Ed.), *The Federalist Papers* (pp. 320–325). Mentor."
        ),
        (
            Sample.dna,
            "Watson, J. D., & Crick, F. (1953). Molecular Structure of Nucleic Acids. *Nature*, *171*(4356), 737–738. https://doi.org/10.1038/171737a0"
        ),
        (Sample.dispatch, "The Armistice Is Signed. (1918, November 12). *The Morning Courier*, 1."),
        (
            Sample.page,
            "The Archive Society. (n.d.). *How to Read Old Hands*. Retrieved August 3, 2020, from https://example.org/hands"
        ),
        (Sample.weblog, "Doe, J. (2015, June 2). On Old Maps. *The Map Room*. https://example.org/maps"),
        (Sample.thesis, "Curie, M. (1903). *Radioactive Substances* [Doctoral dissertation, University of Paris]."),
        (
            Sample.report,
            "Royal Commission. (1883). *The State of the Harbours* (No. 12). Her Majesty's Stationery Office."
        ),
        (
            Sample.letter,
            "Lovelace, A. (1844, October 16). [Letter to M. Faraday]. Faraday Papers (MS 12, fol. 3), London."
        ),
        (
            Sample.manuscript,
            "Newton, I. (ca. 1661–1665). *Trinity Notebook* [Unpublished manuscript]. University Library (Add. MS 3996), Cambridge."
        ),
        (Sample.interview, "Doe, J. (1999, February 1). A Life at Sea [Interview by J. Roe]. *Harbour Radio*."),
        (Sample.map, "Snow, J. (1854). *Deaths from Cholera in Soho* [Map]. Cheffins."),
        (Sample.film, "Méliès, G. (Director). (1902). *A Trip to the Moon* [Film]. Star Film."),
        (
            Sample.speech,
            "Douglass, F. (1852, July 5). *The Meaning of July Fourth* [Speech]. Independence Day Celebration, Rochester."
        ),
        (Sample.edited, "Gray, A., & Stone, B. (Eds.). (1920). *Letters of Two Sisters*. Hill."),
        (Sample.reprint, "Shelley, M. (1969). *Frankenstein*. Press. (Original work published 1818)"),
        (Sample.caesar, "Caesar, J. (ca. 49–48 BC). *The Civil War*."),
    ]

    @Test("APA's", arguments: apaEntries)
    func apa(reference: Reference, text: String) {
        #expect(marked(Bibliography([], style: .apa).entry(for: reference)) == text)
    }

    @Test(
        "as many names are told as the style wants",
        arguments: [
            (CitationStyle.chicago, 10, "M9.", "et al."), (.chicago, 11, "M6, et al.", "M7"),
            (.mla, 3, "Ada, et al.", "M1"),
            (.apa, 20, "& M19, A.", ". . ."), (.apa, 21, "M18, A., . . . M20, A.", "M19"),
        ])
    func names(style: CitationStyle, count: Int, told: String, untold: String) {
        let authors = (0..<count).map { Sample.person("Ada", "M\($0)") }
        let entry = Bibliography([], style: style)
            .entry(for: Sample.reference("many", .book, authors, title: "Title", year: 1900))
        #expect(entry.plain.contains(told))
        #expect(!entry.plain.contains(untold))
    }

    @Test("particles and suffixes stand where they belong")
    func particles() {
        let king = ReferenceName(family: "King", given: "Martin Luther", suffix: "Jr.")
        let gogh = ReferenceName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")
        let reference = Sample.reference("two", .book, [king, gogh], title: "Title", year: 1900)
        #expect(
            Bibliography([], style: .chicago).entry(for: reference).plain
                == "King, Martin Luther, Jr., and Vincent van Gogh. Title. 1900.")
        #expect(
            Bibliography([], style: .apa).entry(for: reference).plain
                == "King, M. L., Jr., & van Gogh, V. (1900). Title.")
    }

    @Test("addresses and DOIs are links, titles keep their own italics and quotation marks")
    func links() {
        var paper = Sample.dna
        paper.title = "On <i>Bacteria</i> and “Life”?"
        paper.doi = "https://doi.org/10.1000/1"
        let entry = Bibliography([], style: .chicago).entry(for: paper)
        #expect(entry.runs.compactMap(\.link) == ["https://doi.org/10.1000/1"])
        #expect(marked(entry).contains(" “On *Bacteria* and ‘Life’?” *Nature*"))
    }

    @Test("only addresses of the web are links")
    func unsafe() {
        var page = Sample.page
        page.url = "javascript:alert(1)"
        let entry = Bibliography([], style: .mla).entry(for: page)
        #expect(entry.plain.contains("javascript:") && entry.runs.allSatisfy { $0.link == nil })
    }

    @Test("a source of which nothing is known has its key", arguments: CitationStyle.allCases)
    func empty(style: CitationStyle) {
        let entry = Bibliography([], style: style).entry(for: Reference(key: "k", type: ReferenceType(rawValue: "new")))
        #expect(!entry.isEmpty)
    }
}
