import Citations
import DatabaseSupport
import Exchange
import ExportSupport
import Foundation
import Model
import Publishing
import SQLiteDatabase
import Store
import Testing

@Suite("Sources that move out and in again with the posts that cite them")
struct CarriedSourcesTests {
    private static let item =
        #"[{"DOI":"10.1/x","author":[{"family":"Taubman","given":"William"}],"custom":{"shelf":3},"id":"taubman2003","title":"Khrushchev","type":"book"}]"#

    private static let blog = Export([
        Item(7, "one", content: "He spoke [@taubman2003, p. 273] and [@nobody].") {
            $0.meta = [(key: "_thaw_sources", value: item)]
        }
    ])

    private func export(_ blog: ImportFixture, _ name: String) async throws -> (path: String, bytes: [UInt8]) {
        var bytes: [UInt8] = []
        _ = try await ExportBlog(blog.database, now: ImportFixture.now, baseURL: nil)
            .run(as: WXRWriter()) { bytes += $0 }
        let path = blog.folder.path(name)
        try Data(bytes).write(to: URL(filePath: path))
        return (path, bytes)
    }

    private func body(_ number: Int64, in blog: ImportFixture) async throws -> PostBody {
        try await blog.database.read { tx in
            let site = try #require(try tx.site()).id
            let post = try #require(try tx.post(number: number, site: site))
            return try #require(try tx.body(of: post.id))
        }
    }

    @Test("they come with an import, its notes are there at once, and an export says the same again")
    func roundTrip() async throws {
        let first = try await ImportFixture()
        let report = try await first.take(Self.blog)
        #expect(report.sources == 1)
        let body = try await body(7, in: first)
        #expect(body.cited == ["taubman2003", "nobody"])
        #expect(body.pages[0].markup.contains("William Taubman, <em>Khrushchev</em>"))
        #expect(body.pages[0].markup.contains("[@nobody]"))
        let out = try await export(first, "first.xml")
        let second = try await ImportFixture()
        _ = try await second.take(paths: [out.path])
        #expect(try await self.body(7, in: second).pages == body.pages)
        #expect(try await export(second, "second.xml").bytes == out.bytes)
        let meta = try await second.database.read { tx in
            let site = try #require(try tx.site()).id
            return try tx.meta(of: try #require(try tx.post(number: 7, site: site)).id)
        }
        #expect(!meta.contains { $0.key == "_thaw_sources" })
    }

    @Test("a source that is here with other words stays as it is here")
    func collision() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Export([Item(3, "three")]))
        let mine = #"[{"id": "taubman2003", "type": "book", "title": "Mine"}]"#
        let writer = Writer(account: nil, role: .owner)
        _ = try await ImportSources(blog.database).take(Array(mine.utf8), .keep, by: writer, now: ImportFixture.now)
        #expect(try await blog.take(Self.blog).sources == 0)
        #expect(try await body(7, in: blog).pages[0].markup.contains("<em>Mine</em>"))
    }

    @Test("a text in Markdown goes as HTML, and its notes are not doubled when it comes back")
    func markdown() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.blog)
        let writer = Writer(account: nil, role: .owner)
        let draft = PostDraft(
            title: "Two", source: "Said[^1] so [@taubman2003, p. 1].\n\n[^1]: In [@taubman2003, p. 2].",
            standing: .published(at: nil))
        let saved = try await WritePost(blog.database).create(draft, by: writer, now: ImportFixture.now)
        let html = try await body(saved.number, in: blog).pages[0].markup
        let out = try await export(blog, "out.xml")
        #expect(String(decoding: out.bytes, as: UTF8.self).contains("_thaw_sources"))
        let second = try await ImportFixture()
        _ = try await second.take(paths: [out.path])
        let again = try await body(saved.number, in: second).pages[0].markup
        for sign in ["<li", "<section", "footnote-ref\"", "↩"] {
            #expect(again.components(separatedBy: sign).count == html.components(separatedBy: sign).count, "\(sign)")
        }
    }

    @Test("one job renders all that cite, and writes only what looks otherwise")
    func shown() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.blog)
        #expect(try await ShowSources(blog.database).run(now: ImportFixture.now) == 0)
        let changed = #"[{"id": "taubman2003", "type": "book", "title": "Other"}]"#
        let writer = Writer(account: nil, role: .owner)
        _ = try await ImportSources(blog.database)
            .take(Array(changed.utf8), .replace, by: writer, now: ImportFixture.now)
        #expect(try await ShowSources(blog.database).run(now: ImportFixture.now) == 1)
        #expect(try await body(7, in: blog).pages[0].markup.contains("<em>Other</em>"))
    }

    @Test("thousands of sources come in pieces, and a broken one costs none of the others")
    func many() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Export([Item(3, "three")]))
        let entries = (0..<3_000).map { "@book{key\($0), title = {Book \($0)}}" } + ["@book{broken, title = {"]
        let report = try await ImportSources(blog.database).take(
            Array(entries.joined(separator: "\n").utf8), .keep, by: Writer(account: nil, role: .owner),
            now: ImportFixture.now)
        #expect(report.added.count == 3_000)
        #expect(report.faults.map(\.description).first?.hasPrefix("line 3001") == true)
        let found = try await blog.database.read { tx in
            let site = try #require(try tx.site()).id
            return try tx.sources(SourceSelection(words: "book 2999"), site: site).map(\.key)
        }
        #expect(found == ["key2999"])
    }
}
