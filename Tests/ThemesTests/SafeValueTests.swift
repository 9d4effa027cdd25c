import Testing

@testable import Themes

@Suite("Values that a page trusts")
struct SafeValueTests {
    @Test(
        "addresses of schemes that run something are refused",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x",
            "java\nscript:x", "//evil.example/", "/\\evil.example/", "", "relative", "http://a b/",
        ])
    func refused(text: String) { #expect(SafeURL(text) == nil) }

    @Test(
        "paths, queries, fragments and web addresses are taken",
        arguments: [
            "/", "/2012/02/25/x/", "?p=7", "#comment-21", "https://example.org/?a=1&b=2", "mailto:a@example.org",
        ])
    func taken(text: String) { #expect(SafeURL(text)?.text == text) }

    @Test("a path stays on this site")
    func paths() {
        #expect(SafeURL(path: "//evil.example/").text == "/evil.example/")
        #expect(SafeURL(path: "\\\\evil.example/").text == "/evil.example/")
        #expect(SafeURL(path: "a/b").text == "/a/b")
    }

    @Test("JSON in a page cannot end its script, and says what it said")
    func json() {
        let value = ScriptValue.object([
            .init("a", "</script><!-- & \u{2028}\"\\\n"), .init("b", .list([.number(1), .text("é")])),
            .init("c", nil as String?),
        ])
        #expect(
            ScriptJSON(value).text
                == #"{"a":"\u003c/script\u003e\u003c!-- \u0026 \u2028\"\\\u000a","b":[1,"é"]}"#)
    }
}
