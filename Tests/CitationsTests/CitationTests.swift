import Citations
import Testing

@Suite("Citations")
struct CitationTests {
    private static let items: [(String, Citation.Item)] = [
        ("@taubman2003, p. 273", .init(key: "taubman2003", locator: Locator(.page, "273"))),
        ("@taubman2003 p.273", .init(key: "taubman2003", locator: Locator(.page, "273"))),
        ("@a, 33-35, 38 and more", .init(key: "a", locator: Locator(.page, "33-35, 38"), suffix: " and more")),
        (
            "see @a, pp. iv, vi-xi and *passim*",
            .init(key: "a", prefix: "see", locator: Locator(.page, "iv, vi-xi"), suffix: " and *passim*")
        ),
        ("-@key", .init(key: "key", isAuthorSuppressed: true)),
        (
            "see -@key, §§ 3–4",
            .init(key: "key", prefix: "see", locator: Locator(.section, "3–4"), isAuthorSuppressed: true)
        ),
        ("@a, chap. 2.", .init(key: "a", locator: Locator(.chapter, "2"), suffix: ".")),
        ("@a, Chapter 2", .init(key: "a", locator: Locator(.chapter, "2"))),
        ("@a, s.v. Thaw, great", .init(key: "a", locator: Locator(.subVerbo, "Thaw"), suffix: ", great")),
        ("@a, chap. Introduction", .init(key: "a", suffix: ", chap. Introduction")),
        ("@a and nowhere else", .init(key: "a", suffix: " and nowhere else")),
        ("@a {ii, A, D-Z}, with more", .init(key: "a", locator: Locator(.page, "ii, A, D-Z"), suffix: ", with more")),
        ("@a, {chap. X} then", .init(key: "a", locator: Locator(.chapter, "X"), suffix: " then")),
        ("@a{}, 99 years later", .init(key: "a", suffix: ", 99 years later")),
        ("@Foo_bar.baz.", .init(key: "Foo_bar.baz", suffix: ".")), ("@foo--bar", .init(key: "foo", suffix: "--bar")),
        ("@{https://example.org/b?n=1}, p. 3", .init(key: "https://example.org/b?n=1", locator: Locator(.page, "3"))),
        ("@пункт3 p. 34-35", .init(key: "пункт3", locator: Locator(.page, "34-35"))),
    ]

    @Test("one of each form", arguments: items)
    func one(text: String, item: Citation.Item) {
        #expect(Citation(text)?.items == [item])
    }

    @Test("several between semicolons")
    func several() {
        #expect(
            Citation("see @a, pp. 33-35; @b, chap. 2")?.items == [
                .init(key: "a", prefix: "see", locator: Locator(.page, "33-35")),
                .init(key: "b", locator: Locator(.chapter, "2")),
            ])
    }

    @Test(
        "what is no citation",
        arguments: ["", "a", "me@example.org", "@", "@a; and b", "@ a", "\\@a", "@{a b}", "@{", ";"])
    func none(text: String) {
        #expect(Citation(text) == nil)
    }

    @Test("brackets of a text that cite, with their places")
    func found() {
        let text =
            "Ä said [@a, p. 3] and [me@example.org] [see @b [sic]] [@c](http://example.org) \\[@d] [x [@e] y] [@f"
        #expect(FoundCitation.all(in: text).map { String(text[$0.range]) } == ["[@a, p. 3]", "[see @b [sic]]", "[@e]"])
    }

    @Test(
        "a key is written so that it is read back",
        arguments: ["taubman2003", "a.b.", "x--y", "https://example.org/?a=1", "é"])
    func keys(key: String) {
        #expect(CitationKey.isValid(key))
        #expect(Citation(CitationKey.cited(key) + ", p. 3")?.items.first?.key == key)
    }

    @Test(
        "what can be no key",
        arguments: ["", "a b", "a,b", "a{b", "a]", "a\"", "a\\", "a\u{7}", String(repeating: "k", count: 201)])
    func noKeys(key: String) {
        #expect(!CitationKey.isValid(key))
    }
}
