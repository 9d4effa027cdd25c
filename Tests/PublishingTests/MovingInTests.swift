import ExportSupport
import Foundation
import Model
import Publishing
import Store
import Testing

@Suite("A blog moves in")
struct MovingInTests {
    static let picture = """
        [caption id="attachment_12" align="alignleft" width="300"]<a href="https://days.example/speech.jpg">\
        <img class="size-medium wp-image-12" alt="Khrushchev speaking" width="300" height="200" \
        src="https://files.example/speech.jpg?w=300" /></a> Speaking, 1956[/caption]

        """

    static let export: Export = {
        var export = Export([
            Item(
                7, "a-speech", title: "February 25, 1956 – A Speech", content: picture + "In “secret”.\n\nNot for long."
            ) {
                $0.comments = [Response(21, content: "I was there.")]
                $0.terms = [
                    .init("category", "cold-war", "Cold War"), .init("post_tag", "moscow", "Moscow"),
                ]
            },
            Item(12, "speech", kind: "attachment") {
                $0.status = "inherit"
                $0.parent = 7
                $0.attachmentURL = "https://files.example/2012/02/speech.jpg"
                $0.meta = [(key: "_wp_attachment_image_alt", value: "Khrushchev speaking")]
            },
        ])
        export.terms = [
            .init(id: 5, taxonomy: "category", slug: "century-20", name: "Twentieth Century"),
            .init(id: 6, taxonomy: "category", slug: "cold-war", name: "Cold War", parent: "century-20"),
            .init(id: 8, taxonomy: "post_tag", slug: "moscow", name: "Moscow"),
        ]
        return export
    }()

    @Test("the site has the blog's title, tagline, language, time zone and permalinks")
    func site() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(Self.export)
        let site = try await blog.read { _, site in site }
        #expect(site.title == "Days Gone By")
        #expect(site.tagline == "What happened & when")
        #expect(site.language == "en-US")
        #expect(site.timeZone == "-05:00")
        #expect(site.permalinks == .dayAndName)
        #expect(site.origin == "https://days.example")
        #expect(report.taken == ["post": 1, "attachment": 1, "comment": 1, "category": 2, "post_tag": 1, "author": 1])
        #expect(report.failed.isEmpty && report.conflicts.isEmpty && report.leftOut.isEmpty)
        #expect(report.backup == nil)
    }

    @Test("a post stands under its address with its words, author, terms, date and guid")
    func post() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        let full = try await blog.post(7)
        #expect(full.post.title == "February 25, 1956 – A Speech")
        #expect(full.path == "/2012/02/25/a-speech/")
        #expect(full.post.guid == "https://days.example/?p=7")
        #expect(full.post.localDate == LocalDateTime("2012-02-25 09:30:00"))
        #expect(full.post.publishedAt == LocalDateTime("2012-02-25 14:30:00")?.asUTC)
        #expect(full.author?.displayName == "Clio Müller")
        #expect(full.terms.map(\.slugs) == [["century-20", "cold-war"], ["moscow"]])
        #expect(full.body.source == Self.picture + "In “secret”.\n\nNot for long.")
        #expect(full.body.pages.map(\.markup).joined().contains("<p>Not for long.</p>"))
        #expect(try await blog.number(at: "/2012/02/25/a-speech") == 7)
    }

    @Test("a picture is shown by caption and alternative text, and nothing is asked of another host")
    func picture() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        let markup = try await blog.post(7).body.pages.map(\.markup).joined()
        #expect(markup.contains("<figcaption"))
        #expect(markup.contains("Speaking, 1956</figcaption>"))
        #expect(markup.contains("Khrushchev speaking"))
        #expect(!markup.contains("src=") && !markup.contains("srcset="))
        let medium = try await blog.read { tx, site in try tx.medium(number: 12, site: site.id) }
        #expect(medium?.sourceURL == "https://files.example/2012/02/speech.jpg")
        #expect(medium?.alternativeText == "Khrushchev speaking")
        #expect(medium?.mimeType == "image/jpeg")
    }

    @Test(
        "names are the characters that WordPress stored as HTML",
        arguments: [
            ("Ping 1 &laquo; What&#8217;s new?", "Ping 1 « What’s new?"), ("Tom &amp; Clio", "Tom & Clio"),
            ("A &lt;b&gt;", "A <b>"), ("A <b", "A <b"), ("R&D", "R&D"), ("\u{202e}&amp;amp;", "\u{202e}&amp;"),
        ])
    func storedNames(stored: String, name: String) async throws {
        let blog = try await ImportFixture()
        try await blog.take(Export([Item(7, "one") { $0.comments = [Response(21, author: stored)] }]))
        #expect(try await blog.comment(21).authorName == name)
    }

    @Test("a response stands under the post; its e-mail and IP are kept apart")
    func response() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        #expect(try await blog.thread(7) == ["21"])
        #expect(try await blog.post(7).post.commentCount == 1)
        let comment = try await blog.comment(21)
        #expect(comment.authorName == "Ann")
        #expect(comment.authorEmail == "ann@example.org")
        #expect(comment.authorIP == "192.0.2.7")
        #expect(comment.source == "I was there.")
        #expect(comment.localDate == LocalDateTime("2012-02-26 08:00:00"))
        #expect(comment.createdAt == LocalDateTime("2012-02-26 13:00:00")?.asUTC)
    }

    @Test("nobody is notified, and the record says what came")
    func record() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export)
        let events = try await blog.read { tx, site in try tx.events(of: "site", site.id.rawValue, site: site.id) }
        #expect(events.map(\.verb) == ["import"])
        #expect(events.first?.after?.contains("\"comment\":1") == true)
    }

    @Test("an export of version 1.0, which declares no authors, brings those that its items name")
    func firstVersion() async throws {
        let blog = try await ImportFixture()
        var export = Export([
            Item(7, "a-speech"), Item(8, "another") { $0.creator = "herodotus" },
        ])
        export.version = "1.0"
        export.authors = []
        let report = try await blog.take(export)
        #expect(report.taken["author"] == 2)
        #expect(try await blog.post(8).author?.displayName == "herodotus")
    }

    private static let seed = ProcessInfo.processInfo.environment["THAW_TEST_DATA"].map { "\($0)/wxr/seed-page.xml" }

    @Test(
        "the page where it all began stands again",
        .enabled(if: seed != nil, "THAW_TEST_DATA names no folder"))
    func seedPage() async throws {
        let blog = try await ImportFixture()
        let report = try await blog.take(paths: [try #require(Self.seed)])
        #expect(
            report.taken == ["post": 1, "attachment": 1, "comment": 1, "category": 1, "post_tag": 1, "author": 1])
        let site = try await blog.read { _, site in site }
        #expect(site.timeZone == "-05:00")
        let full = try await blog.post(11)
        let markup = full.body.pages.map(\.markup).joined()
        #expect(markup.split(separator: "<figcaption").count == 3)
        #expect(markup.contains("Nikita Khrushchev, February 24, 1956</figcaption>"))
        #expect(markup.contains("Soviet tanks in Budapest, 1956</figcaption>"))
        #expect(markup.contains("A “thaw” was initiated inside the Soviet Union"))
        #expect(!markup.contains("src=") && !markup.contains("srcset="))
        #expect(full.path == "/2012/02/25/february-25-1956-nikita-khrushchev-delivers-his-secret-speech/")
        #expect(full.post.guid == "http://thisday.wordpress.com/?p=11")
        #expect(full.author?.displayName == "historian")
        #expect(full.terms.map(\.name) == ["History", "Cold War"])
        #expect(try await blog.thread(11) == ["21"])
        let comment = try await blog.comment(21)
        #expect(comment.authorEmail == "reader@example.org")
        #expect(comment.authorIP == "192.0.2.7")
    }
}
