import Exchange
import ExportSupport
import Foundation
import Model
import Publishing
import Testing

@Suite("An export that is cut off or broken")
struct CutOffExportTests {
    private static let export = Export([
        Item(7, "one") { $0.comments = [Response(21)] }, Item(8, "two"), Item(9, "three"),
    ])

    /// Words before which the file ends, and whole items before them.
    private static let places: [(before: String, items: Int)] = [
        ("<title><![CDATA[About one", 0), ("<wp:comment>", 0), ("<title><![CDATA[About two", 1),
        ("<wp:post_id>8", 1), ("<title><![CDATA[About three", 2), ("</channel>", 3), ("</rss>", 3),
    ]

    private func cut(before words: String) throws -> [UInt8] {
        let text = Self.export.text
        return Array(text[..<(try #require(text.range(of: words))).lowerBound].utf8)
    }

    @Test("it is refused with the place and the number of whole items, and nothing is written", arguments: places)
    func refused(before words: String, items: Int) async throws {
        let blog = try await ImportFixture()
        let bytes = try cut(before: words)
        let before = try await blog.everything()
        let error = await #expect(throws: ImportFileError.self) { try await blog.take(["cut.xml": bytes]) }
        guard case .truncated(let place, let whole)? = error else {
            Issue.record("refused otherwise: \(String(describing: error))")
            return
        }
        #expect(whole == items)
        #expect(place.file == "cut.xml" && place.byte == bytes.count)
        #expect(place.line == bytes.count { $0 == UInt8(ascii: "\n") } + 1)
        #expect(blog.openings == 0)
        #expect(try await blog.everything() == before)
    }

    @Test("its whole items are taken if that is asked for; the rest counts as failed", arguments: places)
    func partial(before words: String, items: Int) async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(["cut.xml": try cut(before: words)], partial: true)
        #expect(try await blog.numbers() == Array([7, 8, 9].prefix(items)))
        #expect(report.failed.map(\.kind) == ["file"])
        #expect(report.failed.first?.place?.file == "cut.xml")

        // The whole file, once it is there, brings the rest.
        let rest = try await blog.take(Self.export)
        #expect(rest.taken["post", default: 0] == 3 - items)
        #expect(rest.failed.isEmpty && rest.conflicts.isEmpty)
        #expect(try await blog.thread(7) == ["21"])
    }

    @Test("broken markup is refused in the same way, and its place is named")
    func broken() async throws {
        let blog = try await ImportFixture()
        let text = Self.export.text.replacing("<wp:post_id>8</wp:post_id>", with: "<wp:post_id>8</wp:post_number>")
        let error = await #expect(throws: ImportFileError.self) { try await blog.take(["x.xml": Array(text.utf8)]) }
        guard case .malformed(let place, _, 1)? = error else {
            Issue.record("refused otherwise: \(String(describing: error))")
            return
        }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)[place.line - 1]
        #expect(line.contains("</wp:post_number>"))
        #expect(blog.openings == 0)
    }

    @Test(
        "what is no export, or carries entity declarations, is never taken, not even in part",
        arguments: [true, false])
    func hostile(partial: Bool) async throws {
        let blog = try await ImportFixture()
        let bomb = Self.export.text.replacing(
            "<rss ", with: "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<rss ")
        let external = Self.export.text.replacing(
            "<rss ", with: "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>\n<rss ")
        for text in [bomb, external, "<html><body>Not found</body></html>", "{\"db\": []}", ""] {
            await #expect(throws: ImportFileError.self) {
                try await blog.take(["x.xml": Array(text.utf8)], partial: partial)
            }
        }
        #expect(blog.openings == 0)
    }
}
