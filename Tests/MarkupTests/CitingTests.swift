import Citations
import Foundation
import Model
import Testing

@testable import Markup

@Suite("Sources cited in a text")
struct CitingTests {
    private static let library: [String: Reference] = {
        var taubman = Reference(key: "taubman2003", type: .book)
        taubman.author = [ReferenceName(family: "Taubman", given: "William")]
        taubman.title = "Khrushchev: The Man and His Era"
        taubman.publisherPlace = "New York"
        taubman.publisher = "Norton"
        taubman.issued = ReferenceDate(start: .init(year: 2003))
        var hostile = Reference(key: "evil", type: .book)
        hostile.author = [ReferenceName(literal: "<script>alert(1)</script>")]
        hostile.title = "\"><img src=x onerror=alert(1)>"
        hostile.url = "javascript:alert(1)"
        return ["taubman2003": taubman, "evil": hostile]
    }()

    private func context(_ style: CitationStyle = .chicago, marksUnknown: Bool = false) -> RenderingContext {
        RenderingContext(
            postNumber: 7,
            citations: CitationContext(style: style, marksUnknown: marksUnknown) { Self.library[$0] })
    }

    private func markdown(_ source: String, _ style: CitationStyle = .chicago) throws -> RenderedContent {
        try MarkdownContent(context(style)).render(source)
    }

    @Test("a citation is a note that leads back, and its source stands in a list")
    func note() throws {
        let page = try markdown("He spoke [@taubman2003, p. 273].").pages[0].markup
        #expect(
            page.contains(
                "<p>He spoke<sup class=\"footnote-ref\"><a href=\"#cite-7-1\" id=\"citeref-7-1\" role=\"doc-noteref\" "
                    + "aria-label=\"Note 1\">1</a></sup>.</p>"))
        #expect(
            page.contains(
                "<li id=\"cite-7-1\"><p>William Taubman, <em>Khrushchev: The Man and His Era</em> (New York: Norton, "
                    + "2003), 273. <a href=\"#citeref-7-1\""))
        #expect(page.contains("class=\"footnote-backref\" role=\"doc-backlink\">↩</a>") || page.contains("↩</a>"))
        #expect(page.contains("<section class=\"footnote-sources\"><h2>Sources</h2><ul><li>Taubman, William."))
    }

    @Test("both formats and all styles print it", arguments: CitationStyle.allCases)
    func formats(style: CitationStyle) throws {
        let source = "He spoke [@taubman2003, p. 273]."
        let wordpress = try WordPressContent(context(style)).render(source)
        #expect(try markdown(source, style).pages == wordpress.pages)
        #expect(wordpress.cited == ["taubman2003"])
        let entry = try #require(wordpress.pages[0].markup.split(separator: "footnote-sources").last)
        #expect(entry.contains("<em>Khrushchev: The Man and His Era</em>"))
    }

    @Test("a writer's own notes and citations share one numbering; a citation inside of a note is printed there")
    func sharedNumbers() throws {
        let page = try markdown(
            "One[@taubman2003, p. 1] two[^own] three[@taubman2003, p. 3].\n\n[^own]: As in [@taubman2003, p. 2].\n"
        ).pages[0].markup
        let numbers = page.matches(of: /aria-label="Note (\d)"/).map { String($0.1) }
        #expect(numbers == ["1", "2", "3"])
        #expect(page.contains("As in <span>Taubman, 273</span>") == false)
        #expect(page.contains("<li id=\"fn-7-own\">\n<p>As in <span>Taubman, 2.</span>."))
        #expect(page.contains("<li id=\"cite-7-3\"><p>Taubman, 3. "))
        #expect(page.components(separatedBy: "<section class=\"footnotes\"").count == 2)
    }

    @Test(
        "nothing is cited in code, in links, in attributes, or behind a backslash",
        arguments: [
            "`[@taubman2003]`", "    [@taubman2003]", "[[@taubman2003]](https://example.org/)", "\\[@taubman2003]",
            "```\n[@taubman2003]\n```", "<abbr title=\"[@taubman2003]\">x</abbr>",
        ])
    func silent(source: String) throws {
        let content = try markdown(source)
        #expect(content.cited.isEmpty)
        #expect(content.pages[0].markup.contains("[@taubman2003]"))
        #expect(!content.pages[0].markup.unicodeScalars.contains("\u{10FFFD}"))
    }

    @Test("a key that no source has stays as it was typed for readers, and is marked for who writes")
    func unknown() throws {
        let content = try markdown("So [@nobody, p. 3].")
        #expect(content.pages[0].markup == "<p>So [@nobody, p. 3].</p>")
        #expect((content.cited, content.unknownSources) == (["nobody"], ["nobody"]))
        let shown = try MarkdownContent(context(marksUnknown: true)).render("So [@nobody, p. 3].")
        #expect(shown.pages[0].markup == "<p>So <mark class=\"missing-source\">[@nobody?, p. 3]</mark>.</p>")
        let mixed = try markdown("So [@nobody; @taubman2003].")
        #expect(mixed.pages[0].markup.contains("<p>nobody?; William Taubman"))
    }

    @Test("parts of a post count on, and the last has the list; the teaser has notes of its own")
    func parts() throws {
        let content = try markdown(
            "One[@taubman2003].\n\n<!--more-->\n\nTwo[@taubman2003, 5].\n\n<!--nextpage-->\n\nThree[@taubman2003, 6].")
        let (first, second) = (content.pages[0].markup, content.pages[1].markup)
        #expect(first.contains("cite-7-2") && !first.contains("footnote-sources"))
        #expect(second.contains("<ol start=\"3\"><li id=\"cite-7-3\"><p>Taubman, 6."))
        #expect(second.contains("footnote-sources"))
        let teaser = try #require(content.teaser?.markup)
        #expect(teaser.contains("cite-7-1") && !teaser.contains("cite-7-2") && !teaser.contains("footnote-sources"))
    }

    @Test("excerpts and counts have neither brackets nor numbers")
    func words() throws {
        let content = try markdown("He spoke[@taubman2003, p. 273] for long.")
        #expect(content.excerpt == "He spoke for long.")
        let own = try MarkdownContent(context()).render("Text.", excerpt: "Mine[@taubman2003].")
        #expect(own.excerpt == "Mine.")
        #expect(own.cited == ["taubman2003"] || own.cited.isEmpty)
    }

    @Test("what a source holds is text")
    func hostile() throws {
        let page = try markdown("x[@evil]").pages[0].markup
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("href=\"javascript"))
        #expect(page.contains("&lt;script&gt;"))
    }

    @Test("ten thousand citations take no longer than they are long")
    func many() throws {
        func time(_ count: Int) throws -> Duration {
            let source = String(repeating: "Words [@taubman2003, p. 1] [@nobody] and more. ", count: count)
            return try ContinuousClock().measure { _ = try markdown(source) }
        }
        _ = try time(100)
        let (short, long) = (try time(1_000), try time(10_000))
        #expect(long < short * 40, "\(short) for a tenth, \(long) for all")
    }

    @Test("a post that cites nothing keeps its own notes, with words for who hears them")
    func ownNotes() throws {
        let page = try markdown("One[^a].\n\n[^a]: Own.\n").pages[0].markup
        #expect(page.contains("<a href=\"#fn-7-a\" id=\"fnref-7-a\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a>"))
        #expect(page.contains("aria-label=\"Back to note 1 in the text\""))
    }

    @Test("what was rendered renders again as it is, without more notes")
    func again() throws {
        let page = try markdown("One[@taubman2003, p. 1] two[^own].\n\n[^own]: Own.\n").pages[0].markup
        let again = try WordPressContent(context()).render(page).pages[0].markup
        #expect(again.components(separatedBy: "<section").count == page.components(separatedBy: "<section").count)
        #expect(again.components(separatedBy: "<li").count == page.components(separatedBy: "<li").count)
        #expect(again.contains("href=\"#cite-7-1\" id=\"citeref-7-1\""))
    }
}
