import Markup
import Model
import Testing

@Suite("Sanitizer")
struct SanitizerTests {
    private func post(_ markup: String) throws -> String { try Sanitizer(.post).sanitize(markup).html.markup }

    private func comment(_ markup: String) throws -> String { try Sanitizer(.comment).sanitize(markup).html.markup }

    @Test(
        "what is allowed stays as it is",
        arguments: [
            "<p>Text with <strong>weight</strong> and <em>stress</em>.</p>",
            #"<figure class="wp-caption alignright"><img src="/wp-content/uploads/a.jpg" alt="A"><figcaption>B</figcaption></figure>"#,
            #"<ol start="3" reversed=""><li value="7">x</li></ol>"#,
            #"<table><tbody><tr><td colspan="2">x</td></tr></tbody></table>"#,
            #"<blockquote cite="https://example.org/"><p>x</p></blockquote>"#,
            "<details open=\"\"><summary>More</summary><p>x</p></details>",
            "<p>H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>, <ruby>漢<rt>kan</rt></ruby></p>",
            "<pre>\n\ntwo lines   down</pre>",
        ])
    func keepsAllowed(_ markup: String) throws {
        #expect(try post(markup) == markup)
    }

    @Test(
        "elements that run, load or ask go; words stay",
        arguments: [
            ("<p>a<script>b</script>c</p>", "<p>ac</p>"),
            ("<form action=x><p>Name <input name=n></p></form>", "<p>Name </p>"),
            ("<svg><title>x</title></svg>after", "after"),
            ("<style>p{}</style>x", "x"),
            ("<marquee>news</marquee>", "news"),
            ("a < b and <unfinished tag", "a &lt; b and &lt;unfinished tag"),
            ("<!-- note -->x", "x"),
        ])
    func drops(_ markup: String, _ expected: String) throws {
        #expect(try post(markup) == expected)
    }

    @Test(
        "an address may lead to the web, mail or a telephone only",
        arguments: [
            ("https://example.org/?a=1&amp;b=2", true), ("/about/", true), ("#note-1", true),
            ("mailto:a@example.org", true),
            ("tel:+49", true), ("page.html", true), ("?p=7", true), ("javascript:x", false), ("JAVASCRIPT:x", false),
            ("java&#10;script:x", false), (" javascript:x", false), ("&#14;javascript:x", false),
            ("data:text/html,x", false),
            ("vbscript:x", false), ("file:///etc/passwd", false), ("blob:x", false), ("feed:javascript:x", false),
        ])
    func addresses(_ address: String, _ isKept: Bool) throws {
        #expect(try post("<a href=\"\(address)\">x</a>").contains("href") == isKept)
        #expect(try comment("<a href=\"\(address)\">x</a>").contains("href") == isKept)
    }

    @Test(
        "nothing is loaded from another host",
        arguments: [
            "<img src='https://example.org/a.jpg'>", "<img src='//example.org/a.jpg'>",
            "<img src='/\\example.org/a.jpg'>",
            "<img src='/&#9;/example.org/a.jpg'>", "<audio src='https://example.org/a.mp3'></audio>",
            "<img src='a.jpg'>",
            "<video poster='https://example.org/a.jpg'></video>", "<img srcset='https://example.org/a.jpg 2x'>",
        ])
    func nothingRemote(_ markup: String) throws {
        let html = try post(markup)
        #expect(!html.contains("example.org") && !html.contains("a.jpg"))
    }

    @Test(
        "styles that WordPress writes become classes",
        arguments: [
            ("<p style='text-align: center;'>x</p>", #"<p class="has-text-align-center">x</p>"#),
            ("<p align=right>x</p>", #"<p class="has-text-align-right">x</p>"#),
            ("<center>x</center>", #"<div class="has-text-align-center">x</div>"#),
            (
                "<div class=wp-block-column style='flex-basis:66.66%'>x</div>",
                #"<div class="wp-block-column w-65">x</div>"#
            ),
            (
                "<figure class='wp-block-image' style='float:left'>x</figure>",
                #"<figure class="wp-block-image alignleft">x</figure>"#
            ),
            (
                "<span style='text-decoration: underline'>x</span>",
                #"<span class="has-text-decoration-underline">x</span>"#
            ),
            ("<div class='wp-caption' style='width: 310px'>x</div>", #"<div class="wp-caption caption-w-350">x</div>"#),
            ("<p class='has-red-color own-class' style='color:#f00'>x</p>", #"<p class="has-red-color">x</p>"#),
        ])
    func styles(_ markup: String, _ expected: String) throws {
        #expect(try post(markup) == expected)
    }

    @Test("what is dropped is counted by name")
    func counts() throws {
        let dropped = try Sanitizer(.post).sanitize(
            "<script>x</script><p onclick=a onclick=b style='color:red;margin:0'>x</p><font>y</font>"
        ).dropped
        #expect(dropped.elements == ["script": 1, "font": 1])
        #expect(dropped.attributes == ["onclick": 2])
        #expect(dropped.styles == ["color": 1, "margin": 1])
    }

    @Test(
        "anchors of the content stay; names of the page and of scripts do not",
        arguments: [
            ("chapter-2", true), ("Überblick", true), ("more-11", true), ("attachment_12", true), ("location", false),
            ("comment-7", false), ("respond", false), ("a b", false), ("innerHTML", false),
        ])
    func ids(_ id: String, _ isKept: Bool) throws {
        #expect(try post("<h2 id='\(id)'>x</h2>").contains("id=") == isKept)
        #expect(try post("<a name='\(id)'></a>").contains("id=") == isKept)
        #expect(try !comment("<p id='\(id)'>x</p>").contains("id="))
    }

    @Test("an anchor stands in one place: the first")
    func anchorsOnce() throws {
        #expect(try post("<p id='a'>x</p><p id='a'>y</p>") == #"<p id="a">x</p><p>y</p>"#)
        #expect(
            try post("<p id='a'>x<table><tr><td>t</td></tr></table>y</p>").ranges(of: "id=").count == 1)
    }

    @Test("what an address cannot have is written with percent signs")
    func addresses() throws {
        #expect(try post("<a href='/a b|c'>x</a>") == #"<a href="/a%20b%7Cc">x</a>"#)
        #expect(try post("<ins cite='so be it'>x</ins>") == #"<ins cite="so%20be%20it">x</ins>"#)
    }

    @Test("a comment has WordPress's list, and its links vouch for nobody")
    func comments() throws {
        #expect(
            try comment("<a href='https://example.org/' title=t rel=follow target=_blank onclick=x>x</a>")
                == #"<a href="https://example.org/" title="t" rel="nofollow ugc noopener">x</a>"#)
        #expect(try comment("<h2>x</h2><img src=/a.png><div class=alignleft>y</div><strike>z</strike>") == "xy<s>z</s>")
    }

    @Test("wrong nesting is repaired")
    func nesting() throws {
        #expect(try post("<b><i>x</b>y</i>") == "<b><i>x</i></b><i>y</i>")
        #expect(try post("<p>a<object><p>b</object>") == "<p>a</p><p>b</p>")
        #expect(try post("<a href=/a>x<a href=/b>y") == #"<a href="/a">x</a><a href="/b">y</a>"#)
    }

    @Test("control characters do not come back through references")
    func controls() throws {
        #expect(try post("a&#1;b&#0;c&#13;d\u{2}e") == "ab\u{FFFD}cde")
    }

    @Test("what comes out goes in again unchanged, whatever went in")
    func idempotence() throws {
        for markup in try HostileMarkup.all() {
            for sanitizer in [Sanitizer(.post), Sanitizer(.comment)] {
                let once = try sanitizer.sanitize(markup).html.markup
                #expect(try sanitizer.sanitize(once).html.markup == once, "\(markup)")
            }
        }
    }
}
