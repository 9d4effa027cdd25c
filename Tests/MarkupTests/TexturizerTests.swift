import Testing

@testable import Markup

@Suite("Typography")
struct TexturizerTests {
    private func texturize(_ markup: String, language: String = "en") -> String {
        String(decoding: Texturizer(quotes: Quotes(language: language)).texturize(Bytes(markup.utf8)), as: UTF8.self)
    }

    @Test(
        "quotation marks, apostrophes, primes, dashes and signs",
        arguments: [
            (#"He said "yes"."#, "He said “yes”."),
            (#""Yes," she said, "it's 'fine'.""#, "“Yes,” she said, “it’s ‘fine’.”"),
            ("the '90s and the 1980's", "the ’90s and the 1980’s"),
            ("rock 'n' roll, 'twas, don't", "rock ‘n’ roll, ’twas, don’t"),
            (#"6'4" tall"#, "6′4″ tall"),
            (#"a "size 9" shoe"#, "a “size 9” shoe"),
            ("a -- b", "a — b"), ("1914--1918", "1914–1918"), ("a---b", "a—b"), ("a - b", "a – b"),
            ("well-known", "well-known"),
            ("xn--bcher", "xn--bcher"), ("and so on...", "and so on…"), ("3x4 and 0x70", "3×4 and 0x70"),
            ("Thaw(tm)", "Thaw™"),
            ("``quoted''", "“quoted”"), ("(\"x\")", "(“x”)"), ("\u{201C}kept\u{201D}", "“kept”"),
            ("dogs' bones", "dogs’ bones"),
            (#"<em>"x"</em> "y""#, "<em>“x”</em> “y”"), (#""<em>x</em>""#, "“<em>x</em>”"),
            ("<b>Bob</b>'s", "<b>Bob</b>’s"),
            (#"&#8220;a&#8221; &amp; "b""#, "&#8220;a&#8221; &amp; “b”"),
        ])
    func cases(_ source: String, _ expected: String) {
        #expect(texturize(source) == expected)
    }

    @Test(
        "tags, code and preformatted text are never touched",
        arguments: [
            #"<a title="it's 'x' -- y" href='a'>z</a>"#, #"<code>"a" -- 'b'...</code>"#, "<pre>\"a\" -- b</pre>",
            "<kbd>'</kbd>",
            "<script>var a = 'b'--</script>",
        ])
    func untouched(_ markup: String) {
        #expect(texturize(markup) == markup)
    }

    @Test(
        "marks follow the language",
        arguments: [
            ("de", "„a“ ‚b‘"), ("fr-FR", "«\u{A0}a\u{A0}» ‹\u{A0}b\u{A0}›"), ("ru", "«a» „b“"), ("en-GB", "“a” ‘b’"),
            ("xx", "“a” ‘b’"),
        ])
    func languages(_ language: String, _ expected: String) {
        #expect(texturize(#""a" 'b'"#, language: language) == expected)
    }

    @Test("a title stays text")
    func title() {
        let content = WordPressContent(RenderingContext(postNumber: 1))
        #expect(content.texturize(title: #"The "Thaw" - 1956's turn & more"#) == "The “Thaw” – 1956’s turn & more")
    }
}
