import DatabaseSupport
import Exchange
import ExportSupport
import Foundation
import Model
import Publishing
import Store
import Testing

@Suite("Several files, and several blogs")
struct SeveralFilesTests {
    private let first = Export([
        Item(7, "one") { $0.comments = [Response(21)] }, Item(9, "team", kind: "page") { $0.parent = 10 },
    ])
    private let second = Export([Item(8, "two"), Item(10, "about", kind: "page")])

    @Test("two files of one blog are one import; what spans them finds each other")
    func twoFiles() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take([
            "a.xml": Array(first.text.utf8), "b.xml": Array(second.text.utf8),
        ])
        #expect(report.taken == ["post": 2, "page": 2, "comment": 1, "author": 1])
        #expect(try await blog.numbers() == [7, 8, 9, 10])
        #expect(try await blog.post(9).post.parent == blog.post(10).post.id)
    }

    @Test("a zip of several parts is read by its parts' names, and what else it holds is listed")
    func zip() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take([
            "export.zip": StoredZip.bytes([
                (name: "days.010.xml", text: second.text), (name: "days.002.xml", text: first.text),
                (name: "readme.txt", text: "Hello."),
            ])
        ])
        #expect(report.taken == ["post": 2, "page": 2, "comment": 1, "author": 1])
        #expect(report.leftOut.map(\.key) == ["export.zip/readme.txt"])
        #expect(try await blog.post(9).post.parent == blog.post(10).post.id)
        let again = try await blog.take(["a.xml": Array(first.text.utf8)])
        #expect(again.taken.isEmpty && again.alreadyThere["post"] == 1)
    }

    @Test("files of two blogs are not mixed up in one import")
    func twoBlogsAtOnce() async throws {
        let blog = try await ImportFixture()
        let other = Export(blog: "https://other.example", [Item(7, "one")])
        let files = ["a.xml": Array(first.text.utf8), "b.xml": Array(other.text.utf8)]
        let refusal = await #expect(throws: ImportRefusal.self) { try await blog.take(files) }
        #expect(refusal?.description.contains("b.xml, line ") == true)
        #expect(refusal?.description.contains("https://other.example") == true)
        #expect(blog.openings == 0)
    }

    @Test("a second blog moves in beside the first: its numbers give way, and the old ones still lead there")
    func secondBlog() async throws {
        let blog = try await ImportFixture()
        try await blog.take(first)
        let other = Export(
            blog: "https://other.example",
            [
                Item(7, "uno", comments: [Response(21, content: "Si."), Response(22, under: 21)]),
                Item(8, "one"),
            ])
        let report = try await blog.take(other)
        #expect(report.taken["post"] == 2 && report.taken["comment"] == 2)
        #expect(report.notes.contains { $0.key == "7" && $0.reason.contains("its number 7 is taken here") })
        #expect(report.notes.contains { $0.key == "8" && $0.reason.contains("belongs to another post here") })

        #expect(try await blog.post(7).post.slug == "one")
        #expect(try await blog.number(at: "/2012/02/25/one/") == 7)
        let uno = try #require(try await blog.number(at: "/2012/02/25/uno/"))
        #expect(uno != 7)
        let aliased = try await blog.read { tx, site in
            try tx.localID(ofAliased: .post, oldNumber: 7, site: site.id)
        }
        #expect(aliased == (try await blog.post(uno).post.id.rawValue))
        let thread = try await blog.thread(uno)
        #expect(thread.count == 2 && thread.last == "-22")
        let response = try #require(thread.first.flatMap { Int64($0) })
        #expect(response != 21)
        #expect(try await blog.comment(response).source == "Si.")
        let alias = try await blog.read { tx, site in
            try tx.localID(ofAliased: .comment, oldNumber: 21, site: site.id)
        }
        #expect(alias != nil)

        let before = try await blog.everything()
        let again = try await blog.take(other)
        #expect(again.taken.isEmpty && again.updated.isEmpty && again.conflicts.isEmpty)
        #expect(try await blog.everything() == before)
    }

    @Test("a number is never given to a post while the export that moves in still has one of that number")
    func reserved() async throws {
        let blog = try await ImportFixture()
        try await blog.take(first)
        let other = Export(blog: "https://other.example", [Item(7, "uno"), Item(8, "due"), Item(400, "last")])
        try await blog.take(other)
        #expect(try await blog.number(at: "/2012/02/25/due/") == 8)
        #expect(try await blog.number(at: "/2012/02/25/last/") == 400)
        #expect(try await blog.number(at: "/2012/02/25/uno/") ?? 0 > 400)
    }
}
