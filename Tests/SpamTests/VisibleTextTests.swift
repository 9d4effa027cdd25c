import Testing

@testable import Spam

@Suite("What a reader sees of markup")
struct VisibleTextTests {
    private func visible(_ text: String) -> String { String(String.UnicodeScalarView(VisibleText(text))) }

    @Test(
        "tags are gone, and character references are read",
        arguments: [
            ("<a rel=\"nofollow\" href=\"https://a.example/?b&amp;c\">here</a>, please", "here, please"),
            ("one<br />two<BR>three", "one\ntwo\nthree"), ("<p class='x y'>a</p>", "\na\n"),
            ("<b>bo</b>ld", "bold"), ("<img src=x.png alt=\"\">", ""),
            ("I&#39;m &quot;here&quot; &amp; there&#x21;&nbsp;&lt;3", "I'm \"here\" & there! <3"),
        ])
    func markup(given: String, seen: String) { #expect(visible(given) == seen) }

    @Test(
        "what is no markup stays",
        arguments: [
            "", "<3 you", "a < b and c > d", "if x<y then z>w", "AT&T; Q&A", "&#0; &#xD800; &unknown; &", "<", "<a",
            "<a href=\"x>",
            "<!-- note -->", "https://a.example/?b=1&lt=2",
        ])
    func plain(text: String) {
        // NUL is a scalar; half of a pair and an unknown name are none.
        #expect(visible(text) == text.replacing("&#0;", with: "\0"))
    }

    @Test(
        "words do not hide between < and >, where they are no tag",
        arguments: ["<b casino bonus>", "<casino>", "<a x=\"casino\">", "<b class=\"a\"casino>", "<i =casino>"])
    func hiding(text: String) { #expect(visible(text) == text) }

    @Test("no text takes long, and none is lost", arguments: ["<a ", "<a href='", "&#", "<b class=\"", "</", "<<a>"])
    func hostile(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        #expect(visible(text + "end").hasSuffix("end"))
        #expect(visible(text + ">end").hasSuffix("end"))
    }
}
