import Model
import Testing

@testable import Markup

@Suite("Markdown's properties")
struct MarkdownPropertyTests {
    private static let pieces = [
        "*", "**", "_", "`", "```\n", "~~", "[", "]", "(", ")", "![", "](", "[^1]", "[^1]: ", "[a]: /u \"t\"\n", "> ",
        "- ", "1. ", "- [x] ", "# ", "    ", "\t", "\n", "\n\n", "|", "|-|-|\n", "a", "é", "\"", "'", "--", "<b>",
        "</b>",
        "<div>", "</div>", "<script>", "<!--", "-->", "<!--more-->", "<!--nextpage-->", "&", "&quot;", "&#0;", "\u{0}",
        "\u{1}", "\\", "www.a.example", "https://youtu.be/abcdefghijk", "a@b.example", "<pre>", "<ul><li>",
        "javascript:",
        "<img src=x onerror=alert(1)>", "<a href=", ">", "===\n", "---\n",
    ]

    @Test("no soup crashes; what comes out is at rest", arguments: 0..<6)
    func soups(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &+ 5000)
        for _ in 0..<200 {
            let soup = (0..<Int.random(in: 1...40, using: &generator))
                .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            try expectAtRest(soup)
        }
    }

    @Test("no run of bytes crashes", arguments: 0..<4)
    func bytes(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &+ 6000)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            try expectAtRest(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("hostile markup is as harmless inside Markdown", arguments: HostileMarkup.own)
    func hostile(_ markup: String) throws { try expectAtRest(markup) }

    /// Each of these keeps cmark-gfm busy for seconds or makes hundreds of megabytes, let through.
    @Test("what cmark-gfm cannot afford is refused before it")
    func refused() {
        let wide = 2000
        let table =
            String(repeating: "|a", count: wide) + "|\n" + String(repeating: "|-", count: wide) + "|\n"
            + String(repeating: "a\n", count: wide)
        let uses = "[a]: /" + String(repeating: "u", count: 16_000) + "\n\n" + String(repeating: "[a]", count: 5_000)
        let quotes = String(repeating: ">", count: 16_000) + "\n" + String(repeating: "a\n", count: 8_000)
        for text in [
            table, "> " + table.replacing("\n", with: "\n> "), uses, quotes, String(repeating: "- ", count: 99) + "a",
        ] {
            #expect(throws: MarkupError.self) { try CommentMarkdown().render(text) }
            #expect(throws: MarkupError.self) { try MarkdownContent(RenderingContext(postNumber: 1)).render(text) }
        }
    }

    @Test(
        "what people write is not",
        arguments: [
            String(repeating: "-", count: 300), String(repeating: "* ", count: 100),
            "a | b\n" + String(repeating: "-", count: 90) + " | ---\n1 | 2",
            "|a|b|c|\n|-|-|-|\n" + String(repeating: "|1|2|3|\n", count: 2000),
            (0..<300).map { "[\($0)]" }.joined(separator: " ") + "\n\n"
                + (0..<300).map { "[\($0)]: https://example.org/a/long/enough/address/\($0)\n" }.joined(),
        ])
    func taken(_ text: String) throws {
        _ = try MarkdownContent(RenderingContext(postNumber: 1)).render(text)
    }

    @Test(
        "time grows with the length only",
        arguments: [
            "[", "![", "*a ", "_a*", "**a", "`", "~~a", "<a ", "<!--", "&", "|a", "[^1]", "[a](", "a@b", "www.a",
            "http://",
            "- a\n", "> a\n", "# \n", "```\n", "\\", "<div>\n\n", "a|\n-|\n", "[a]: /x\n", "x\n\n", "    x\n",
            "[^a]: x\n",
        ])
    func linear(_ piece: String) {
        let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
        _ = try? CommentMarkdown().render(text)
        _ = try? MarkdownContent(RenderingContext(postNumber: 1)).render(text)
    }

    private func expectAtRest(_ source: String) throws {
        let comment = try CommentMarkdown().render(source).html.markup
        #expect(try Sanitizer(.comment).sanitize(comment).html.markup == comment, "\(source)")
        for page in try MarkdownContent(RenderingContext(postNumber: 1)).render(source).pages {
            #expect(try Sanitizer(.post).sanitize(page.markup).html.markup == page.markup, "\(source)")
        }
    }
}
