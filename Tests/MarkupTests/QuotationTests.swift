import Model
import Testing

@testable import Markup

@Suite("Quotations")
struct QuotationTests {
    private func markdown(_ source: String) throws -> String {
        try MarkdownContent(RenderingContext(postNumber: 7, origins: ["https://old.example"])).render(source)
            .pages[0].markup.replacing("\n", with: "")
    }

    private func wordPress(_ source: String) throws -> String {
        try WordPressContent(RenderingContext(postNumber: 7)).render(source).pages[0].markup
            .replacing("\n", with: "")
    }

    private static let whole =
        "<figure class=\"quotation\"><blockquote><p>Comrades!</p></blockquote>"
        + "<figcaption>— Taubman, <em>Khrushchev</em>, p. 273</figcaption></figure>"

    @Test(
        "a last paragraph that begins with a dash names the source",
        arguments: ["—", "―", "–", "--", "— ", "-- "])
    func attribution(_ dash: String) throws {
        let source = "> Comrades!\n>\n> \(dash)Taubman, *Khrushchev*, p. 273\n"
        let html = try markdown(source)
        #expect(html == Self.whole)
    }

    @Test("what begins with a link is one too, and its address becomes the quotation's")
    func cited() throws {
        #expect(
            try markdown("> Comrades!\n>\n> — [Taubman](https://a.example/k?x=1&y=2), p. 273")
                == "<figure class=\"quotation\"><blockquote cite=\"https://a.example/k?x=1&amp;y=2\"><p>Comrades!</p>"
                + "</blockquote><figcaption>— <a href=\"https://a.example/k?x=1&amp;y=2\">Taubman</a>, p. 273"
                + "</figcaption></figure>")
        for link in ["[T](javascript:alert(1))", "[T](mailto:t@a.example)", "[T](/here/)"] {
            #expect(try !markdown("> Comrades!\n>\n> — \(link)").contains("cite="))
        }
    }

    @Test(
        "other dashes name nobody",
        arguments: [
            "> — No, said he.\n>\n> — Yes, said she.", "> — Alone.", "— Outside of any.", "> Words.\n>\n> —",
            "> Words.\n>\n> ---- x", "> Words.\n>\n> — A.\n>\n> More.", "> Words\n> — and words.",
            "> Words.\n>\n> `--x`",
        ])
    func noAttribution(_ source: String) throws {
        #expect(try !markdown(source).contains("<fig"))
    }

    @Test("in lists and in other quotations it is the same; comments have none")
    func nested() throws {
        let inner = try markdown("> > Inner.\n> >\n> > — A\n>\n> Outer.\n>\n> — B")
        #expect(inner.contains("<blockquote><figure class=\"quotation\"><blockquote><p>Inner.</p></blockquote>"))
        #expect(inner.hasSuffix("<p>Outer.</p></blockquote><figcaption>— B</figcaption></figure>"))
        #expect(try markdown("- > Words.\n  >\n  > — A").contains("<li><figure class=\"quotation\">"))
        #expect(try !CommentMarkdown().render("> Words.\n>\n> — A").html.markup.contains("<fig"))
    }

    @Test("the cite of WordPress's quotations, and of HTML in Markdown, stays where it is")
    func kept() throws {
        let block = "<blockquote class=\"wp-block-quote\"><p>Words.</p><p>— A</p><cite>B</cite></blockquote>"
        #expect(try wordPress("<!-- wp:quote -->\(block)<!-- /wp:quote -->") == block)
        #expect(try markdown(block) == block)
    }

    @Test(
        "a quotation's address is one of the web",
        arguments: [
            ("https://a.example/b", "https://a.example/b"), ("/here/", "/here/"), ("javascript:alert(1)", nil),
            ("mailto:a@b.example", nil), ("data:text/html,x", nil),
        ] as [(String, String?)])
    func addresses(_ example: (given: String, kept: String?)) throws {
        let html = try wordPress("<blockquote cite=\"\(example.given)\"><p>a</p></blockquote>")
        #expect(html == "<blockquote\(example.kept.map { " cite=\"\($0)\"" } ?? "")><p>a</p></blockquote>")
    }

    @Test(
        "what is left out and what an editor says is set apart in quotations",
        arguments: [
            ("a […] b", "a <span class=\"omission\">[…]</span> b"),
            ("a [...] b", "a <span class=\"omission\">[…]</span> b"),
            ("He [Khrushchev] spoke.", "He <span class=\"editorial\">[Khrushchev]</span> spoke."),
            (
                "[T]he *end [sic]*",
                "<span class=\"editorial\">[T]</span>he <em>end <span class=\"editorial\">[sic]</span></em>"
            ),
            ("the [secret *speech*] of", "the <span class=\"editorial\">[secret <em>speech</em>]</span> of"),
            ("[a [b] c]", "[a <span class=\"editorial\">[b]</span> c]"),
            (
                "אמר [חרושצ׳וב] […]",
                "אמר <span class=\"editorial\">[חרושצ׳וב]</span> <span class=\"omission\">[…]</span>"
            ),
        ])
    func editorial(_ example: (words: String, html: String)) throws {
        #expect(try markdown("> \(example.words)") == "<blockquote><p>\(example.html)</p></blockquote>")
        #expect(try markdown(example.words).contains("<span") == false)
    }

    @Test("so it is in what came from WordPress, and in the words of a sentence as far as something is left out")
    func elsewhere() throws {
        #expect(
            try wordPress("<blockquote>He [K.] said [...] so</blockquote>").contains(
                "He <span class=\"editorial\">[K.]</span> said <span class=\"omission\">[…]</span> so"))
        #expect(
            try wordPress("<p>He <q>said […] so [K.]</q> […]</p>")
                == "<p>He <q>said <span class=\"omission\">[…]</span> so [K.]</q> […]</p>")
    }

    @Test(
        "other brackets are not touched",
        arguments: [
            "[1]", "[12, 13]", "[^1]", "[^note]", "[@taubman, p. 3]", "[see @taubman]", "[-@taubman]", "[words][ref]",
            "[words](/no end", "![words] of", "[x]", "[ ]", "`[sic]`", "[words](https://a.example/)",
            "<kbd>[Esc]</kbd>", "[latex size=3]", "[/quote]", "[a", "b]", "[]", "<a href=\"/x\">[here]</a>",
            "<span title=\"[sic]\">a</span>", "- [x] done",
        ])
    func untouched(_ words: String) throws {
        #expect(try !markdown("> " + words).contains("editorial"), "\(words)")
    }

    @Test("notes and definitions in quotations stay what they are")
    func syntax() throws {
        let noted = try markdown("> Words[^a] [and more][r].\n\n[^a]: A note.\n\n[r]: https://a.example/")
        #expect(noted.contains("<a href=\"#fn-7-a\"") && noted.contains("<a href=\"https://a.example/\">and more</a>"))
        #expect(!noted.contains("editorial"))
    }

    @Test(
        "what comes out goes in again unchanged, and time grows with the length only",
        arguments: [
            "[", "]", "[a", "[a]", "[[", "[…]", "a] [", "[*a*", "> ", "> — a\n>\n", "> a\n>\n> — b\n\n", "<q>[",
            "<blockquote>[a]",
            "<span class=\"omission\">[…]", "— ",
        ])
    func linear(_ piece: String) throws {
        let body = String(repeating: piece, count: 30_000 / piece.utf8.count)
        for source in ["> " + body, "> a\n>\n> — " + body, "<blockquote>" + body] {
            guard let page = try? MarkdownContent(RenderingContext(postNumber: 1)).render(source).pages[0] else {
                continue
            }
            #expect(try Sanitizer(.post).sanitize(page.markup).html.markup == page.markup)
            _ = try? WordPressContent(RenderingContext(postNumber: 1)).render(source)
        }
    }

    @Test("the conversion keeps what Markdown would take for a source as HTML")
    func conversion() throws {
        let conversion = MarkdownConversion(RenderingContext(postNumber: 7))
        let html = "<blockquote>\n<p>Words.</p>\n<p>— A</p>\n</blockquote>"
        #expect(try conversion.markdown(of: html).contains("<blockquote>"))
        #expect(try conversion.markdown(of: "<blockquote><p>He [K.] spoke […].</p></blockquote>").hasPrefix("> He"))
    }
}
