import Markup
import Model
import Testing

@Suite("HTML that becomes Markdown")
struct MarkdownConversionTests {
    private static let context = RenderingContext(
        postNumber: 7,
        file: { url in
            url.hasSuffix("/here.jpg")
                ? .init(path: "/wp-content/uploads/here.jpg", mimeType: "image/jpeg", width: 800, height: 600) : nil
        })

    private func markdown(_ source: String) throws -> String {
        try MarkdownConversion(Self.context).markdown(of: source)
    }

    private func blocks(_ content: RenderedContent) -> [String] { content.pages.flatMap(\.blocks) }

    @Test(
        "what Markdown has words for",
        arguments: [
            ("One\n\nTwo <strong>bold</strong> and <em>soft</em>.", "One\n\nTwo **bold** and *soft*.\n"),
            ("<b>Old</b> <i>names</i>", "**Old** *names*\n"),
            ("a<strong> b </strong>c", "a **b** c\n"),
            ("<h2>Head</h2><p>x</p>", "## Head\n\nx\n"),
            ("<!-- wp:heading --><h2 class=\"wp-block-heading\">Head</h2><!-- /wp:heading -->", "## Head\n"),
            ("line<br>break", "line\\\nbreak\n"),
            ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c\n"),
            ("<ol start=\"3\"><li>a</li><li>b</li></ol>", "3. a\n4. b\n"),
            ("<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>", "- a\n\n  b\n\n- c\n"),
            ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
            (
                "<pre><code class=\"language-swift\">let a = 1\n\nlet b = `2`\n</code></pre>",
                "```swift\nlet a = 1\n\nlet b = `2`\n```\n"
            ),
            ("See <code>a`b</code>.", "See ``a`b``.\n"),
            (
                "<a href=\"https://a.example/x?b=1&amp;c=2\" title=\"T\">words</a>",
                "[words](https://a.example/x?b=1&amp;c=2 \"T\")\n"
            ),
            ("<a href=\"https://a.example/(x)\">p</a>", "[p](<https://a.example/(x)>)\n"),
            ("x <a href=\"https://a.example/\">https://a.example/</a>", "x <https://a.example/>\n"),
            ("He spoke [@taubman2003, p. 3] [x].", "He spoke [@taubman2003, p. 3] \\[x\\].\n"),
            ("<hr />", "---\n"), ("gone <del>by</del>", "gone ~~by~~\n"),
            ("one<!--more-->two", "one\n\n<!--more-->\n\ntwo\n"),
            ("one<!--nextpage-->two", "one\n\n<!--nextpage-->\n\ntwo\n"),
            (
                "<figure class=\"wp-block-image size-large\"><img src=\"https://old.example/here.jpg\" alt=\"A\" "
                    + "class=\"wp-image-7\"/><figcaption>B</figcaption></figure>",
                "![A](https://old.example/here.jpg \"B\")\n"
            ),
        ])
    func expressible(source: String, expected: String) throws {
        let made = try markdown(source)
        #expect(made == expected)
    }

    @Test(
        "letters that Markdown would take for signs stay letters",
        arguments: [
            "2 * 3 * 4", "a_b_c _d_ e", "[not a link](x)", "1. no list", "1986) a year", "# no heading", "- no item",
            "+ none", "&gt; no quotation", "a &lt;b&gt; c", "~~x~~", "\\ back", "`tick`", "![x](y)",
            "&amp;amp; &amp;lt;",
            "===", "a<br># c<br>2. d<br>+ e", "**", "*", "| a | b |", "x &amp;copy; y", "[^1]", "[ ] box", "C*",
            "*a**b*",
        ])
    func letters(source: String) throws {
        let text = try markdown(source)
        let (old, new) = (
            try WordPressContent(Self.context).render(source), try MarkdownContent(Self.context).render(text)
        )
        #expect(blocks(new) == blocks(old), "\(text)")
    }

    @Test(
        "what it has none for stays as it is, and shows the same",
        arguments: [
            "<p style=\"text-align:center\">middle</p>", "x<sup>2</sup> and H<sub>2</sub>O",
            "<table><tr><td>a</td></tr></table>", "<div class=\"wp-block-columns\"><p>a</p>\n\n<p>b</p></div>",
            "<pre>a\n\n\nb</pre>", "<div><pre>a\n\n\n  b</pre></div>", "<h2 id=\"here\">Named</h2>",
            "<blockquote><p>a</p><cite>C</cite></blockquote>", "<dl><dt>a</dt><dd>b</dd></dl>",
            "<details><summary>s</summary>\n\n<p>t</p></details>", "<a href=\"#x\" rel=\"me\" class=\"b\">m</a>",
            "<p>a</p><iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>",
            "<img class=\"alignleft\" src=\"https://old.example/gone.jpg\" width=\"30\" alt=\"G\" /> words",
            "[caption id=\"attachment_7\" align=\"alignright\" width=\"300\"]"
                + "<img src=\"https://old.example/here.jpg\" width=\"300\" /> Words[/caption]",
        ])
    func inexpressible(source: String) throws {
        let text = try markdown(source)
        let (old, new) = (
            try WordPressContent(Self.context).render(source), try MarkdownContent(Self.context).render(text)
        )
        #expect(blocks(new) == blocks(old), "\(text)")
    }

    @Test("nothing makes nothing") func empty() throws { #expect(try markdown(" \n") == "") }

    @Test("what is hostile stays as harmless as it was")
    func hostile() throws {
        for source in try HostileMarkup.all() {
            let shown = try MarkdownContent(Self.context).render(try markdown(source)).pages.map(\.markup).joined()
            #expect(try Sanitizer(.post).sanitize(shown).html.markup == shown, "\(source)")
        }
    }
}
