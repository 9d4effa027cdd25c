import Model
import Testing

@testable import Markup

@Suite("Links to copies")
struct ArchivedLinkTests {
    private let archived = ArchivedLinks(
        ["https://a.example/x?a=1&b=2": "https://archive.example/\"<x>&"], word: "archiviert <b>")

    private func page(_ source: String) throws -> SafeHTML {
        try MarkdownContent(RenderingContext(postNumber: 1)).render(source).pages[0]
    }

    @Test("a copy stands right behind its link, whatever the part of the page, and nothing else changes")
    func marked() throws {
        let before = try page("See [*it*](https://a.example/x?a=1&b=2#part), and [more](https://b.example/).")
        let after = archived.mark(before).markup
        let small =
            " <small>(<a class=\"archived\" href=\"https://archive.example/&quot;&lt;x&gt;&amp;\">archiviert &lt;b&gt;</a>)</small>"
        #expect(after.contains("#part\"><em>it</em></a>\(small), and <a"))
        #expect(after.replacing(small, with: "") == before.markup)
        #expect(try Sanitizer(.post).sanitize(after).html.markup.contains("class=\"archived\""))
        #expect(ArchivedLinks().mark(before).markup == before.markup)
    }

    @Test("addresses elsewhere are read from links alone, without fragments, and copies are not among them")
    func read() throws {
        let rendered = try page(
            """
            [a](https://a.example/x?a=1&b=2#p) [b](/here/) [c](#d) [e](mailto:f@g.example) https://h.example/#i

            > Words.
            >
            > — [j](https://a.example/x?a=1&b=2)

            `https://code.example/` <span title="https://title.example/">k</span>
            """)
        let expected: Set = ["https://a.example/x?a=1&b=2", "https://h.example/"]
        #expect(LinkedAddresses.read(rendered) == expected)
        #expect(LinkedAddresses.read(archived.mark(rendered)) == expected)
    }
}
