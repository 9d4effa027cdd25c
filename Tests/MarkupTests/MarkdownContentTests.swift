import Model
import Testing

@testable import Markup

@Suite("Markdown")
struct MarkdownContentTests {
    private func html(_ source: String, file: @escaping @Sendable (String) -> RenderingContext.File? = { _ in nil })
        throws -> String
    {
        try MarkdownContent(RenderingContext(postNumber: 7, file: file)).render(source).pages[0].markup
    }

    /// From the specification of CommonMark 0.29, where the typography of quotation marks does not come between.
    @Test(
        "examples of CommonMark come out as its specification says",
        arguments: [
            ("*foo bar*\n", "<p><em>foo bar</em></p>"),
            ("**foo*bar**\n", "<p><strong>foo*bar</strong></p>"),
            ("foo_bar_baz\n", "<p>foo_bar_baz</p>"),
            ("# foo\n\n## bar ##\n", "<h1>foo</h1>\n<h2>bar</h2>"),
            ("Foo\n===\n", "<h1>Foo</h1>"),
            ("> bar\nbaz\n> foo\n", "<blockquote>\n<p>bar\nbaz\nfoo</p>\n</blockquote>"),
            ("- a\n- b\n\n  c\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>"),
            ("3. foo\n4. bar\n", "<ol start=\"3\">\n<li>foo</li>\n<li>bar</li>\n</ol>"),
            ("    a simple\n      code block\n", "<pre><code>a simple\n  code block\n</code></pre>"),
            (
                "```ruby\ndef foo(x)\n  return 3\nend\n```\n",
                "<pre><code class=\"language-ruby\">def foo(x)\n  return 3\nend\n</code></pre>"
            ),
            ("`` foo ` bar ``\n", "<p><code>foo ` bar</code></p>"),
            ("[foo]: /url\n\n[foo]\n", "<p><a href=\"/url\">foo</a></p>"),
            ("<https://foo.bar/baz>\n", "<p><a href=\"https://foo.bar/baz\">https://foo.bar/baz</a></p>"),
            ("foo  \nbar\\\nbaz\n", "<p>foo<br>\nbar<br>\nbaz</p>"),
            ("a\n\n***\n\nb\n", "<p>a</p>\n<hr>\n<p>b</p>"),
            ("\\*not emphasized*\n", "<p>*not emphasized*</p>"),
            ("&amp; &copy; &#35;\n", "<p>&amp; © #</p>"),
        ])
    func specification(_ example: (source: String, html: String)) throws {
        #expect(try html(example.source) == example.html)
    }

    @Test("tables, strikethrough, task lists and bare addresses")
    func extensions() throws {
        let table = try html("| a | b |\n|---|--:|\n| 1 | 2 |\n")
        #expect(table.contains("<th>a</th>"))
        #expect(table.contains("<td class=\"has-text-align-right\">2</td>"))
        #expect(try html("~~gone~~ ~here~") == "<p><del>gone</del> ~here~</p>")
        #expect(
            try html("- [x] done\n- [ ] open\n")
                == "<ul>\n<li class=\"is-task is-done\">☑ done</li>\n<li class=\"is-task\">☐ open</li>\n</ul>")
        #expect(
            try html("See https://example.org/a.")
                == "<p>See <a href=\"https://example.org/a\">https://example.org/a</a>.</p>")
    }

    @Test("a footnote's anchors carry the post's number, so that two posts fit on one page")
    func footnotes() throws {
        let page = try html("The speech.[^speech]\n\n[^speech]: On the 25th.\n")
        #expect(page.contains("<a href=\"#fn-7-speech\" id=\"fnref-7-speech\">1</a>"))
        #expect(page.contains("<li id=\"fn-7-speech\">"))
        #expect(page.contains("href=\"#fnref-7-speech\""))
    }

    @Test("quotation marks and dashes are set by the language, but not in code")
    func typography() throws {
        #expect(try html("He said \"no\" -- `\"x\"`.") == "<p>He said “no” — <code>\"x\"</code>.</p>")
        let german = MarkdownContent(RenderingContext(postNumber: 1, language: "de"))
        #expect(try german.render("\"Nein\"").pages[0].markup == "<p>„Nein“</p>")
    }

    @Test("a picture alone is a figure, its title the caption")
    func figure() throws {
        let shown = try html("![The hall](/wp-content/uploads/hall.jpg \"In the *Kremlin*\")") { path in
            path.hasSuffix("hall.jpg") ? RenderingContext.File(path: path, width: 640, height: 480) : nil
        }
        #expect(
            shown.hasPrefix(
                "<figure class=\"wp-block-image\"><img src=\"/wp-content/uploads/hall.jpg\" alt=\"The hall\""))
        #expect(shown.hasSuffix("<figcaption>In the *Kremlin*</figcaption></figure>"))
        #expect(!shown.contains("title="))
    }

    @Test("a known site's address alone in its paragraph is a card; inside a sentence it is a link")
    func cards() throws {
        #expect(try html("https://www.youtube.com/watch?v=abcdefghijk").contains("embed-card"))
        #expect(try !html("See https://www.youtube.com/watch?v=abcdefghijk now").contains("embed-card"))
    }

    @Test("HTML stands beside Markdown, through the list of what posts may have")
    func mixed() throws {
        #expect(try html("A <kbd>key</kbd> and *more*") == "<p>A <kbd>key</kbd> and <em>more</em></p>")
        #expect(try html("<script>alert(1)</script>\n\nsafe") == "<p>safe</p>")
        #expect(try html("[x](javascript:alert(1))") == "<p><a>x</a></p>")
    }

    @Test("the marks of more and of the next page cut as they do in WordPress")
    func marks() throws {
        let content = try MarkdownContent(RenderingContext(postNumber: 7)).render(
            "One.\n<!--more Read on-->\nTwo *em*.\n\n<!--nextpage-->\n\nThree.")
        #expect(content.teaser?.markup == "<p>One.</p>")
        #expect(content.moreText == "Read on")
        #expect(content.pages.count == 2)
        #expect(content.pages[0].markup.contains("<span id=\"more-7\"></span>"))
        #expect(content.pages[0].markup.contains("<p>Two <em>em</em>.</p>"))
        #expect(content.excerpt == "One.")
        #expect(content.wordCount == 4)
    }
}
