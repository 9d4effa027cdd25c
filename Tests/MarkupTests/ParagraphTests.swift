import Testing

@testable import Markup

@Suite("Paragraphs from line breaks")
struct ParagraphTests {
    @Test(
        "blank lines make paragraphs, line ends make breaks, blocks stay as they are",
        arguments: [
            ("one", "<p>one</p>"),
            ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
            ("one\n \n\n two  ", "<p>one</p>\n<p>two</p>"),
            ("one\ntwo", "<p>one<br>\ntwo</p>"),
            ("one<br />\ntwo", "<p>one<br>\ntwo</p>"),
            ("one<br><br>two", "<p>one</p>\n<p>two</p>"),
            ("<h2>Title</h2>\ntext", "<h2>Title</h2>\n<p>text</p>"),
            (
                "text\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nmore",
                "<p>text</p>\n<ul>\n<li>a</li>\n\n<li>b</li>\n\n</ul>\n<p>more</p>"
            ),
            ("<blockquote>said</blockquote>", "<blockquote><p>said</p>\n</blockquote>"),
            ("<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p>\n<p>b</p>\n</blockquote>"),
            ("<div>plain</div>", "<div>plain</div>"),
            ("<div>a\n\nb</div>", "<div><p>a</p>\n<p>b</p>\n</div>"),
            ("<div><h3>T</h3>\ntext</div>", "<div><h3>T</h3>\n<p>text</p>\n</div>"),
            ("<p>own</p>\n\nnext", "<p>own</p>\n<p>next</p>"),
            ("<p class=\"x\">a\nb</p>", "<p class=\"x\">a<br>\nb</p>"),
            ("<p>a\n\nb</p>", "<p>a</p>\n<p>b</p>"),
            ("<pre>a\n\nb\n</pre>", "<pre>a\n\nb\n</pre>"),
            ("a <em>b\nc</em> d", "<p>a <em>b<br>\nc</em> d</p>"),
            ("a <a\nhref=\"x\">b</a>", "<p>a <a\nhref=\"x\">b</a></p>"),
            ("<td>a\nb</td>", "<td>a<br>\nb</td>"),
            ("<h2>a\nb</h2>", "<h2>a<br>\nb</h2>"),
            ("a<hr />b", "<p>a</p>\n<hr /><p>b</p>"),
            ("<strong>a</strong>\n\n<em>b</em>", "<p><strong>a</strong></p>\n<p><em>b</em></p>"),
            ("<!-- note -->\n\na", "<p>a</p>"),
            ("\n\n", ""),
            (
                "<figure><img src=\"/a.png\">\n<figcaption>c</figcaption></figure>",
                "<figure><img src=\"/a.png\"><figcaption>c</figcaption>\n</figure>"
            ),
        ])
    func cases(_ source: String, _ expected: String) {
        let made = String(decoding: Paragraphs.make(from: Bytes(source.utf8)), as: UTF8.self)
        #expect(made.trimmed == expected)
    }
}
