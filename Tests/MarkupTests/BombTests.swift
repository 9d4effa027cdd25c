import Markup
import Model
import Testing

@Suite("Bombs")
struct BombTests {
    /// Markup that would keep gumbo busy for seconds or hours: a piece many times, behind a head that may hide it.
    struct Bomb: Sendable, CustomTestStringConvertible {
        var head = ""
        let piece: String

        var markup: String { head + String(repeating: piece, count: 100_000) }

        var testDescription: String { head + piece + "…" }
    }

    @Test(
        "markup that nests too deep is refused, whatever hides the depth",
        arguments: [
            Bomb(piece: "<div>"), Bomb(piece: "<b><div>"), Bomb(piece: "<ul><li>"), Bomb(piece: "<table><tr><td>"),
            Bomb(piece: "<em><strong><code>"), Bomb(piece: "<div><!--</div>-->"),
            Bomb(piece: "<div><script></div></script>"),
            Bomb(piece: "<div><svg></div></svg>"), Bomb(piece: "<div><table></div>"), Bomb(piece: "<span><div></span>"),
            Bomb(piece: "<li><ul></li>"), Bomb(head: "<ruby>", piece: "<div><rt>"),
            Bomb(head: "<xmp><!--</xmp>", piece: "<div>"),
            Bomb(head: "<a title=\"\">", piece: "<div><p title=\"</div>\">"), Bomb(piece: "<table><caption>"),
        ])
    func depth(_ bomb: Bomb) {
        #expect(throws: MarkupError.self) { try Sanitizer(.post).sanitize(bomb.markup) }
        #expect(throws: MarkupError.self) { try WordPressContent(RenderingContext(postNumber: 1)).render(bomb.markup) }
    }

    @Test("the refusal names the element and the limit")
    func sentence() {
        #expect(throws: MarkupError.tooDeep(element: "div", limit: 256)) {
            try Sanitizer(.post).sanitize(String(repeating: "<div>", count: 257))
        }
        #expect(throws: MarkupError.tooLong(bytes: 11, limit: 10)) {
            try Sanitizer(.comment, limit: 10).sanitize("hello world")
        }
    }

    @Test(
        "elements that end by themselves do not count as depth",
        arguments: [
            "<p>x", "<li>x", "<tr><td>x", "<dt>x<dd>y", "<br>", "<img src=/a.png>", "</div>", "<svg>", "<a href=/x>y",
        ])
    func impliedEnds(_ markup: String) throws {
        for wrapper in ["", "<ul>", "<table>", "<dl>"] {
            _ = try Sanitizer(.post).sanitize(wrapper + String(repeating: markup, count: 2000))
        }
    }

    @Test("what a cell left open ends with the cell", arguments: ["<td><b>x", "<td><em>x</td>", "<tr><th><i>x"])
    func cells(_ markup: String) throws {
        _ = try Sanitizer(.post).sanitize("<table><tr>" + String(repeating: markup, count: 2000))
    }

    /// Large enough that anything quadratic would stand out as a run of minutes.
    @Test(
        "time grows with the length only",
        arguments: [
            "<a title=\"", "<!--", "<svg>", "[caption]", "[gallery ids=\"", "[[x", "<!-- wp:x {\"a\":", "<b a=1 b=2 c",
            "<x y",
            "http://", "''\"\"", "\n\n\n", "<!-- wp:query -->", "<br>\n", "[a [b [c", "&", "<textarea>", "</b>",
            "<!--more-->",
            "1x1", "<p", "</", "<object data=x>", "<![CDATA[", "www.x.y(", "https://youtu.be/x\n",
        ])
    func linear(_ piece: String) throws {
        let markup = String(repeating: piece, count: 100_000 / piece.utf8.count)
        _ = try WordPressContent(RenderingContext(postNumber: 1)).render(markup)
        _ = try CommentContent().render(markup)
    }

    @Test("a tag with very many attributes costs no more than their number")
    func attributes() throws {
        let names = (0..<20_000).map { " a\($0)=1" }.joined()
        #expect(try Sanitizer(.post).sanitize("<p\(names)>x</p>").html.markup == "<p>x</p>")
    }
}
