import Markup
import Model
import Testing

@Suite("Comments as they are typed")
struct CommentMarkdownTests {
    private func html(_ source: String) throws -> String {
        try CommentMarkdown(origins: ["https://thisday.wordpress.com"]).render(source).html.markup
    }

    @Test(
        "what people type comes out as they see it",
        arguments: [
            ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
            (
                "*so* **very** ~~not~~ `code`",
                "<p><em>so</em> <strong>very</strong> <del>not</del> <code>code</code></p>"
            ),
            ("> quoted\n> twice\n\nyes", "<blockquote>\n<p>quoted<br>\ntwice</p>\n</blockquote>\n<p>yes</p>"),
            ("a < b, <3 & \"so\"", "<p>a &lt; b, &lt;3 &amp; “so”</p>"),
            ("# Loud", "<p><strong>Loud</strong></p>"),
            ("1956. That year", "<ol start=\"1956\">\n<li>That year</li>\n</ol>"),
            ("<b>old</b> <i>ways</i>", "<p><b>old</b> <i>ways</i></p>"),
            ("<script>alert(1)</script>", ""),
            ("|a|b|\n|-|-|", "<p>|a|b|<br>\n|-|-|</p>"),
        ])
    func typed(_ example: (source: String, html: String)) throws {
        #expect(try html(example.source) == example.html)
    }

    @Test("lines and addresses count inside a block of HTML too")
    func blocks() throws {
        #expect(
            try html("<blockquote>one\ntwo https://a.example/</blockquote>")
                == """
                <blockquote><p>one<br>
                two <a href="https://a.example/" rel="nofollow ugc noopener">https://a.example/</a></p>
                </blockquote>
                """)
    }

    @Test("every link is marked as a visitor's; one to the old blog leads here")
    func links() throws {
        #expect(
            try html("[there](https://a.example/) [here](https://thisday.wordpress.com/2012/02/25/x/)")
                == """
                <p><a href="https://a.example/" rel="nofollow ugc noopener">there</a> \
                <a href="/2012/02/25/x/" rel="nofollow ugc noopener">here</a></p>
                """)
        #expect(try html("[x](javascript:alert(1))") == "<p><a>x</a></p>")
    }

    @Test("a picture becomes a link to it, so that a reader's browser asks nobody")
    func pictures() throws {
        #expect(
            try html("![a cat](https://a.example/cat.jpg)")
                == "<p><a href=\"https://a.example/cat.jpg\" rel=\"nofollow ugc noopener\">a cat</a></p>")
    }

    @Test("what is too long is refused with its measure")
    func limit() {
        #expect(throws: MarkupError.tooLong(bytes: 65_537, limit: 65_536)) {
            try CommentMarkdown().render(String(repeating: "a", count: 65_537))
        }
    }
}
