import ExportSupport
import Model
import Publishing
import Store
import Testing

@Suite("The state in which items move in")
struct ImportStateTests {
    @Test(
        "a post keeps its state",
        arguments: zip(
            ["publish", "private", "pending", "draft", "trash"],
            [Post.Status.published, .private, .pending, .draft, .trash]))
    func states(old: String, new: Post.Status) async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(Export([Item(7, "a-speech") { $0.status = old }]))
        #expect(try await blog.post(7).post.status == new)
        #expect(report.notes.isEmpty)
        // What is not for readers has no address, but for private posts, which their writers reach.
        let isAt = try await blog.number(at: "/2012/02/25/a-speech/")
        #expect((isAt == 7) == (new == .published || new == .private))
    }

    @Test("a post scheduled for later stays so; one whose time has passed is a draft, and noted")
    func scheduled() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(
            Export([
                Item(7, "later") {
                    $0.status = "future"
                    $0.date = "2030-01-01 10:00:00"
                },
                Item(8, "missed") {
                    $0.status = "future"
                    $0.date = "2012-01-01 10:00:00"
                },
            ]))
        let later = try await blog.post(7).post
        #expect(later.status == .scheduled)
        #expect(later.publishedAt == LocalDateTime("2030-01-01 15:00:00")?.asUTC)
        #expect(try await blog.post(8).post.status == .draft)
        #expect(report.notes.map(\.key) == ["8"])
        #expect(report.notes.first?.reason.contains("scheduled for a time that has passed") == true)
    }

    @Test("password, stickiness, format, closed comments, excerpt and order come along")
    func belongings() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export([
                Item(7, "a-speech") {
                    $0.password = "enter"
                    $0.isSticky = true
                    $0.commentStatus = "closed"
                    $0.excerpt = "In short."
                    $0.menuOrder = 4
                    $0.terms = [.init("post_format", "post-format-quote", "Quote")]
                }
            ]))
        let full = try await blog.post(7)
        #expect(full.post.password == "enter")
        #expect(full.post.isSticky)
        #expect(!full.post.commentsOpen && full.post.pingsOpen)
        #expect(full.post.menuOrder == 4)
        #expect(full.post.format == .quote)
        #expect(full.body.excerptSource == "In short." && full.body.excerpt == "In short.")
        #expect(full.terms.isEmpty)
    }

    @Test("attachments of what readers do not see are not shown either")
    func hiddenAttachments() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Export(
                [
                    Item(12, "shown", kind: "attachment") { $0.parent = 7 },
                    Item(13, "hidden", kind: "attachment") { $0.parent = 8 },
                    Item(14, "alone", kind: "attachment"),
                    Item(7, "a-speech"), Item(8, "a-draft") { $0.status = "draft" },
                ].map { item in item.with { if $0.kind == "attachment" { $0.status = "inherit" } } }))
        #expect(try await blog.post(12).post.status == .published)
        #expect(try await blog.post(13).post.status == .private)
        #expect(try await blog.post(14).post.status == .published)
    }

    @Test("revisions and empty drafts that WordPress made by itself are left out, with the reason")
    func leftOut() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(
            Export([
                Item(7, "a-speech"), Item(8, "7-revision-v1", kind: "revision") { $0.status = "inherit" },
                Item(9, "nothing") { $0.status = "auto-draft" },
            ]))
        #expect(try await blog.numbers() == [7])
        #expect(report.leftOut.map(\.key) == ["8", "9"])
        #expect(report.leftOut.allSatisfy { !$0.reason.isEmpty && $0.place?.file == "export.xml" })
        #expect(report.failed.isEmpty)
    }

    @Test("kinds of posts that are not known here are kept, source and fields")
    func unknownKinds() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(
            Export([
                Item(7, "soup", kind: "recipe", content: "[ingredients]<b>Salt</b>") {
                    $0.meta = [(key: "minutes", value: "20"), (key: "minutes", value: "30")]
                }
            ]))
        #expect(report.taken["recipe"] == 1)
        let full = try await blog.post(7)
        #expect(full.body.source == "[ingredients]<b>Salt</b>")
        let meta = try await blog.read { tx, _ in try tx.meta(of: full.post.id) }
        #expect(meta == [MetaEntry(key: "minutes", value: "20"), MetaEntry(key: "minutes", value: "30")])
        #expect(try await blog.number(at: "/soup/") == nil)
    }

    @Test("a comment keeps its state, and what is no comment for readers is left out")
    func comments() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(
            Export([
                Item(
                    7, "a-speech",
                    comments: [
                        Response(1), Response(2, approved: "0"), Response(3, approved: "trash"),
                        Response(4, approved: "post-trashed"), Response(5, approved: "spam"),
                        Response(6, type: "pingback"), Response(7, type: "trackback"),
                        Response(8, type: "order_note"),
                    ])
            ]))
        var states: [Model.Comment.Status] = []
        for number in Int64(1)...5 { states.append(try await blog.comment(number).status) }
        #expect(states == [.approved, .held, .trash, .postTrashed, .spam])
        #expect(try await blog.thread(7) == ["1"])
        let post = try await blog.post(7).post
        #expect(try await blog.read { tx, _ in try tx.pings(of: post.id).map(\.number) } == [6, 7])
        #expect(report.taken["comment"] == 5 && report.taken["pingback"] == 1 && report.taken["trackback"] == 1)
        #expect(report.leftOut.map(\.key) == ["8"])
    }
}
