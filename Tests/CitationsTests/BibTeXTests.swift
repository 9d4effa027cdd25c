import Citations
import Model
import Testing

@Suite("BibTeX")
struct BibTeXTests {
    private func read(_ text: String, limits: ReferenceLimits = ReferenceLimits()) throws -> ReferenceReading {
        try BibTeX.read(Array(text.utf8), limits: limits)
    }

    private func one(_ text: String) throws -> Reference {
        let reading = try read(text)
        #expect(reading.faults == [])
        return try #require(reading.references.first)
    }

    @Test("an entry of BibTeX, with macros, joined values, quotes and braces")
    func bibtex() throws {
        let reference = try one(
            #"""
            A comment with an @ in it, me@example.org.
            @comment{ @book{no, title = {No}} }
            @preamble{ "\newcommand{\x}{y}" # {z} }
            @string{ phil = "Philosophical " # trans }
            @STRING( trans = {Transactions} )
            @string{ phil = "Philosophical " # trans }
            @Article{newton1672,
              author = "Newton, Isaac and {The {Royal} Society} and Ludwig van Beethoven and others",
              title = {A Letter of {Mr.} Isaac {N}ewton, \emph{Professor}: Light \& Colors---in 3 parts},
              journal = phil, volume = 6, number = "80", pages = {3075--3087}, month = feb # "~19", year = 1672,
              doi = {10.1098/rstl.1672\_0072}, keywords = {light}, timestamp = {x},
            }
            """#)
        #expect(reference.key == "newton1672" && reference.type == .journalArticle)
        #expect(
            reference.author == [
                Sample.person("Isaac", "Newton"), ReferenceName(literal: "The Royal Society"),
                ReferenceName(family: "Beethoven", given: "Ludwig", nonDroppingParticle: "van"), .others,
            ])
        #expect(reference.title == "A Letter of Mr. Isaac Newton, <i>Professor</i>: Light & Colors—in 3 parts")
        #expect(reference.containerTitle == "Philosophical Transactions")
        #expect(reference.volume == "6" && reference.issue == "80" && reference.page == "3075-3087")
        #expect(reference.issued == Sample.date(1672, 2, 19))
        #expect(reference.doi == "10.1098/rstl.1672_0072")
        #expect(reference.rest == ["keyword": "light", "custom": ["timestamp": "x"]])
    }

    @Test("fields of BibLaTeX")
    func biblatex() throws {
        let reference = try one(
            """
            @book{caesar, author = {Caesar}, title = {Commentaries}, subtitle = {The Civil War}, date = {-0048/-0047~},
            location = {Rome}, publisher = {Atrium}, urldate = {2020-08-03}, url = {https://example.org/a_b~c%20d}, langid = {latin}}
            """)
        #expect(reference.title == "Commentaries: The Civil War")
        #expect(reference.issued == ReferenceDate(start: .init(year: -49), end: .init(year: -48), isCirca: true))
        #expect(reference.publisherPlace == "Rome" && reference.language == "latin")
        #expect(reference.accessed == Sample.date(2020, 8, 3))
        #expect(reference.url == "https://example.org/a_b~c%20d")
        let letters = try one(#"@online(x, title = "On {\"o}", date = 2001-21, organization = "A {"} B")"#)
        #expect(letters.type == .webpage && letters.title == "On ö" && letters.publisher == "A \" B")
        #expect(letters.issued == Sample.date(2001, 21))
    }

    @Test(
        "what LaTeX writes by commands",
        arguments: [
            (#"{\'e}\`{a}\"{\i}\^\i\c{c}\v s\~n{\aa}\ss{} \o x"#, "éàïîçšñåß øx"),
            (##"M{\'e}li{\`e}s \& Co.\ 50\% \$5 \#1 a\_b \{x\}"##, "Méliès & Co. 50% $5 #1 a_b {x}"),
            ("``Quoted'' 1--2 --- 3 a~b", "“Quoted” 1–2 — 3 a\u{A0}b"),
            (#"\textsc{Name} \unknown{kept} \LaTeX"#, "Name kept LaTeX"),
            ("two\n   lines", "two lines"), (#"\href{http://x}{words} $x^2$"#, "words x^2"),
            (#"\k{a}\H{o}\u{g}\.z\d{s}\={u}\r{u}"#, "ąőğżṣūů"),
        ])
    func latex(raw: String, text: String) throws {
        #expect(try one("@misc{k, note = {\(raw)}}").note == text)
    }

    @Test(
        "names by their parts",
        arguments: [
            (
                "von Humboldt, Alexander",
                ReferenceName(family: "Humboldt", given: "Alexander", nonDroppingParticle: "von")
            ),
            ("King, Jr., Martin Luther", ReferenceName(family: "King", given: "Martin Luther", suffix: "Jr.")),
            (
                "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
                ReferenceName(
                    family: "Vallée Poussin", given: "Charles Louis Xavier Joseph", nonDroppingParticle: "de la")
            ),
            ("Plato", ReferenceName(family: "Plato")),
            ("{Barnes and Noble}", ReferenceName(literal: "Barnes and Noble")),
            ("{da Vinci}, Leonardo", ReferenceName(family: "da Vinci", given: "Leonardo")),
            ("{\\\"O}zal", ReferenceName(family: "Özal")),
            ("Van der Berg, X.", ReferenceName(family: "Berg", given: "X.", nonDroppingParticle: "Van der")),
        ])
    func names(raw: String, name: ReferenceName) throws {
        #expect(try one("@misc{k, author = {\(raw)}}").author == [name])
    }

    @Test(
        "types of entries",
        arguments: [
            ("@incollection{k}", ReferenceType.chapter), ("@PhDThesis{k,}", .thesis), ("@techreport{k}", .report),
            ("@article{k, entrysubtype = {newspaper}}", .newspaperArticle), ("@misc{k, entrysubtype = map}", .map),
            ("@unheard{k}", .document), ("@video{k}", .film), ("@online{k}", .webpage),
            ("@unpublished{k}", .manuscript),
        ])
    func types(text: String, type: ReferenceType) throws {
        #expect(try one(text).type == type)
    }

    @Test("a chapter has what its book has, by crossref")
    func crossref() throws {
        let reading = try read(
            """
            @incollection{part, title = {Part}, author = {A. Gray}, crossref = {Whole}}
            @collection{whole, title = {Whole}, subtitle = {All of it}, editor = {B. Stone}, publisher = {Hill}, year = 1900}
            """)
        let part = try #require(reading.references.first)
        #expect(part.title == "Part" && part.containerTitle == "Whole: All of it" && part.publisher == "Hill")
        #expect(part.editor == [Sample.person("B.", "Stone")] && part.issued == Sample.date(1900))
    }

    @Test("bad entries are told by line and column, and the rest is taken")
    func faults() throws {
        let reading = try read(
            """
            @book{good, title = {A}}
            @book{one title = {B}}
              @book{two, title {B}}
            @book{three, title = {C}, title = "never closed
            @book{four, title = }
            @book{five, year = 1900 month = may}
            @book{good, title = {Again}}
            @book{, title = {D}}
            @book{six, title = {E}}
            @book{seven, title = {F
            """)
        #expect(reading.references.map(\.key) == ["good", "six"])
        #expect(
            reading.faults.map(\.description) == [
                "line 2, column 7: “one title = {B” can be no key",
                "line 3, column 20 (two): expected “=” behind title",
                "line 4, column 35 (three): opened and not closed", "line 5, column 21 (four): expected a value",
                "line 6, column 25 (five): expected a comma or the end of the entry",
                "line 8, column 7: expected a key",
                "line 10, column 22 (seven): opened and not closed",
                "line 7, column 1 (good): the key good was there before",
            ])
    }

    @Test("a file beyond the limits is refused, and what is too deep is told")
    func limits() throws {
        #expect(throws: ReferenceFault(.file, .tooLarge(5))) { try read("@book{k}", limits: ReferenceLimits(bytes: 5)) }
        #expect(throws: ReferenceFault(.file, .tooMany(2))) {
            try read("@book{a}@book{b}@book{c}", limits: ReferenceLimits(items: 2))
        }
        let doubled = "@string{a = {xxxxxxxx}}" + String(repeating: "@string{a = a # a}", count: 40)
        #expect(throws: ReferenceFault(.file, .tooLarge(4_000_000))) { try read(doubled) }
        let family =
            "@book{p, title = {\(String(repeating: "x", count: 1_000))}}"
            + (0..<99).map { "@inbook{c\($0), crossref = p}" }.joined()
        #expect(throws: ReferenceFault(.file, .tooLarge(50_000))) {
            try read(family, limits: ReferenceLimits(bytes: 50_000))
        }
        let deep = try read("@book{k, title = \(String(repeating: "{", count: 50_000))\n@book{good, year = 1900}")
        #expect(deep.references.map(\.key) == ["good"])
        #expect(deep.faults.map(\.kind) == [.tooDeep(32)])
    }

    @Test("it is written in ASCII marks and UTF-8 letters, capitals kept by braces")
    func written() {
        var reference = Sample.dna
        reference.title = "The DNA of E. coli & <i>More</i>"
        reference.note = "50% of {x} ~ 5_000 -- “ü”"
        #expect(
            BibTeX.write([reference, Sample.caesar]) == #"""
                @article{watson1953,
                  author = {Watson, James Dewey and Crick, Francis},
                  title = {{The DNA of E. coli \& \emph{More}}},
                  year = {1953},
                  month = apr,
                  day = {25},
                  volume = {171},
                  note = {50\% of \textbraceleft{}x\textbraceright{} \textasciitilde{} 5\_000 -{}- “ü”},
                  number = {4356},
                  journal = {Nature},
                  pages = {737--738},
                  doi = {10.1038/171737a0}
                }

                @book{caesar,
                  author = {Caesar, Julius},
                  title = {The {Civil} {War}},
                  date = {-0048/-0047~}
                }

                """#)
    }
}
