import Exchange
import ExportSupport
import Model
import Publishing
import Store
import Testing

@Suite("An export with oddities")
struct DamagedExportTests {
    @Test("two items with one number are both taken, also by the next import")
    func numberTwice() async throws {
        let blog = try await ImportFixture()
        let export = Export([Item(7, "one"), Item(7, "two"), Item(8, "three")])
        let report = try await blog.take(export)
        #expect(report.taken["post"] == 3)
        #expect(report.notes.map(\.key) == ["7"])
        #expect(try await blog.post(7).post.slug == "one")
        #expect(try await blog.number(at: "/2012/02/25/two/") == 9)
        let before = try await blog.everything()
        let again = try await blog.take(export)
        #expect(again.alreadyThere["post"] == 3 && again.taken.isEmpty && again.updated.isEmpty)
        #expect(try await blog.everything() == before)
    }

    @Test("an item that stands twice, word for word, is taken once")
    func itemTwice() async throws {
        let blog = try await ImportFixture()
        let item = Item(7, "one", comments: [Response(21)])
        let export = Export([item, Item(8, "two"), item])
        let foreseen = try await blog.take(export, dryRun: true)
        let report = try await blog.take(export)
        #expect(foreseen.taken == report.taken)
        #expect(report.taken["post"] == 2 && report.taken["comment"] == 1)
        #expect(try await blog.numbers() == [7, 8])
        #expect(try await blog.thread(7) == ["21"])
    }

    @Test("two comments with one number are both taken, and left alone by the next import")
    func commentNumberTwice() async throws {
        let blog = try await ImportFixture()
        let export = Export([
            Item(7, "one", comments: [Response(21, content: "First.")]),
            Item(8, "two", comments: [Response(21, content: "Second.")]),
        ])
        let report = try await blog.take(export)
        #expect(report.taken["comment"] == 2)
        #expect(try await blog.comment(21).source == "First.")
        let other = try #require(try await blog.thread(8).first.flatMap { Int64($0) })
        #expect(try await blog.comment(other).source == "Second.")
        let before = try await blog.everything()
        let again = try await blog.take(export)
        #expect(again.alreadyThere["comment"] == 2 && again.updated.isEmpty)
        #expect(try await blog.everything() == before)
    }

    @Test("two comments with one number under one post are both taken")
    func commentNumberTwiceInOneItem() async throws {
        let blog = try await ImportFixture()
        let export = Export([
            Item(
                7, "one",
                comments: [
                    Response(21, content: "First."), Response(21, content: "Second."), Response(21, content: "First."),
                    Response(22, under: 21),
                ])
        ])
        let report = try await blog.take(export)
        #expect(report.taken["comment"] == 3 && report.alreadyThere["comment"] == 1)
        #expect(try await blog.thread(7).count == 3)
        let before = try await blog.everything()
        #expect(try await blog.take(export).alreadyThere["comment"] == 4)
        #expect(try await blog.everything() == before)
    }

    @Test("items without a number are taken, and found again")
    func noNumber() async throws {
        let blog = try await ImportFixture()
        let export = Export([Item(nil, "one"), Item(nil, "two")])
        #expect(try await blog.take(export).taken["post"] == 2)
        let before = try await blog.everything()
        #expect(try await blog.take(export).alreadyThere["post"] == 2)
        #expect(try await blog.everything() == before)
    }

    @Test("what carries no date is dated by the import, noted, and left alone by the next one")
    func noDate() async throws {
        let blog = try await ImportFixture()
        var comment = Response(21)
        comment.date = ""
        let export = Export([Item(7, "one", comments: [comment]) { $0.date = "" }])
        let report = try await blog.take(export)
        #expect(report.notes.map(\.key) == ["7"])
        #expect(try await blog.post(7).post.publishedAt == ImportFixture.now)
        #expect(try await blog.comment(21).createdAt == ImportFixture.now)
        let before = try await blog.everything()
        let again = try await blog.take(export, now: ImportFixture.now.adding(seconds: 3600))
        #expect(again.alreadyThere == report.taken)
        #expect(try await blog.everything() == before)
    }

    @Test("children that come before their parents find them; pages that are each other's parent stay apart")
    func hierarchy() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export([
                Item(3, "grandchild", kind: "page") { $0.parent = 2 },
                Item(2, "child", kind: "page") { $0.parent = 1 },
                Item(1, "page", kind: "page"),
                Item(5, "five", kind: "page") { $0.parent = 6 },
                Item(6, "six", kind: "page") { $0.parent = 5 },
                Item(7, "own", kind: "page") { $0.parent = 7 },
                Item(8, "orphan", kind: "page") { $0.parent = 99 },
            ]))
        #expect(try await blog.post(3).post.parent == blog.post(2).post.id)
        #expect(try await blog.post(2).post.parent == blog.post(1).post.id)
        #expect(try await blog.post(7).post.parent == nil)
        #expect(try await blog.post(8).post.parent == nil)
        // A loop would have no page at its top.
        let loop = [try await blog.post(5).post.parent, try await blog.post(6).post.parent]
        #expect(loop.contains(nil))
    }

    @Test("comments come in any order, answers before what they answer, with loops and lost parents")
    func comments() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export([
                Item(
                    7, "one",
                    comments: [
                        Response(4, under: 3), Response(3, under: 1), Response(1), Response(2, under: 99),
                        Response(10, under: 11), Response(11, under: 10), Response(12, under: 12),
                    ])
            ]))
        let thread = try await blog.thread(7)
        #expect(thread.count == 7)
        #expect(Array(thread.prefix(3)) == ["1", "-3", "--4"])
        #expect(thread.contains("2") && thread.contains("12"))
        #expect(thread.contains("10") && thread.contains("-11") || thread.contains("11") && thread.contains("-10"))
        #expect(try await blog.post(7).post.commentCount == 7)
    }

    @Test("answers that only a newer export brings find their parents here")
    func laterAnswers() async throws {
        let blog = try await ImportFixture()
        var export = Export([Item(7, "one", comments: [Response(5, under: 4), Response(1)])])
        try await blog.take(export)
        #expect(try await blog.thread(7) == ["1", "5"])
        export.items[0].comments = [Response(1), Response(6, under: 1), Response(7, under: 6)]
        try await blog.take(export)
        #expect(try await blog.thread(7) == ["1", "-6", "--7", "5"])
    }

    @Test("a thread of a thousand answers, each to the one before, moves in")
    func deepThread() async throws {
        let blog = try await ImportFixture()
        let comments = (Int64(1)...1000).map { Response($0, under: $0 - 1) }
        let report = try await blog.take(Export([Item(7, "one", comments: comments)]))
        #expect(report.taken["comment"] == 1000)
        #expect(try await blog.post(7).post.commentCount == 1000)
    }

    @Test("content that is nested too deeply is kept as plain text and counts as failed; the rest goes on")
    func tooDeep() async throws {
        let blog = try await ImportFixture()
        let deep = String(repeating: "<div>", count: 300) + "depth" + String(repeating: "</div>", count: 300)
        let export = Export([Item(7, "deep", content: deep, comments: [Response(21)]), Item(8, "two")])
        let report = try await blog.take(export)
        #expect(report.taken["post"] == 2 && report.taken["comment"] == 1)
        #expect(report.failed.map(\.key) == ["7"])
        #expect(report.failed.first?.place?.file == "export.xml")
        let body = try await blog.post(7).body
        #expect(body.source == deep)
        #expect(!body.pages.contains { $0.markup.contains("<div") })
        #expect(body.pages.contains { $0.markup.contains("depth") })
    }

    @Test("an item larger than the limit is left behind with its place; the rest goes on")
    func oversize() async throws {
        let blog = try await ImportFixture()
        let export = Export([
            Item(7, "one"), Item(8, "huge", content: String(repeating: "Many words. ", count: 20_000)),
            Item(9, "three"),
        ])
        var limits = ImportLimits()
        limits.textBytes = 100_000
        let report = try await blog.take(export, limits: limits)
        #expect(try await blog.numbers() == [7, 9])
        #expect(report.failed.map(\.key) == ["8"])
        #expect(report.failed.first?.reason.contains("100000") == true)
        #expect(report.failed.first?.place != nil)
        #expect(try await blog.take(export).taken == ["post": 1])
    }

    @Test("bytes that XML does not allow are mended, and counted")
    func mended() async throws {
        let blog = try await ImportFixture()
        var bytes = Array(Export([Item(7, "one", content: "before\u{5}after MARK")]).text.utf8)
        let mark = try #require(bytes.firstRange(of: Array("MARK".utf8)))
        bytes.replaceSubrange(mark, with: [0xFF, 0xFE])
        let report = try await blog.take(["export.xml": bytes])
        #expect(try await blog.post(7).body.source.hasPrefix("beforeafter"))
        #expect(report.mended.values.reduce(0, +) >= 2)
        #expect(report.failed.isEmpty)
    }
}
