import Database
import DatabaseSupport
import Exchange
import ExportSupport
import Foundation
import Model
import Publishing
import SQLiteDatabase
import Store
import Testing

private let testData = ProcessInfo.processInfo.environment["THAW_TEST_DATA"]

@Suite("A blog that moves out and in again")
struct RoundTripTests {
    /// What a blog may hold, in one.
    private static let blog: Export = {
        var export = Export([
            Item(7, "one", content: "First.\n\nA ]]> in the middle & an <b>element</b>.\n<!--more-->Rest.") {
                $0.title = "Khrushchev &amp; the <em>25th</em> -- \"secret\""
                $0.excerpt = "Short."
                $0.isSticky = true
                $0.terms = [
                    .init("category", "cold-war", "Cold War"), .init("post_tag", "a-b", "A &amp; B"),
                    .init("post_format", "post-format-aside", "Aside"), .init("mood", "grim", "Grim"),
                ]
                $0.meta = [
                    (key: "_thumbnail_id", value: "30"), (key: "_wp_old_slug", value: "uno"),
                    (key: "source", value: " two\nlines ]]> "), (key: "source", value: "twice"),
                ]
                $0.comments = [
                    Response(
                        22, under: 21, author: "Bo &lt;i&gt; &amp; Co", approved: "0",
                        content: "No ]]> & no.\n\nAgain."),
                    Response(21), Response(23, approved: "spam"), Response(24, approved: "trash"),
                    Response(25, type: "pingback"), Response(26, under: 22),
                ]
            },
            Item(8, "%d0%b4%d0%b5%d0%bd%d1%8c", title: "День") {
                $0.password = "s3cret"
                $0.commentStatus = "closed"
            },
            Item(9, "three") { $0.status = "draft" }, Item(10, "four") { $0.status = "pending" },
            Item(11, "five") { $0.status = "private" }, Item(12, "six__trashed") { $0.status = "trash" },
            Item(13, "seven") {
                $0.status = "future"
                $0.date = "2040-02-25 09:30:00"
            },
            Item(20, "about", kind: "page") { $0.menuOrder = 3 },
            Item(21, "team", kind: "page") {
                $0.parent = 20
                $0.link = "https://days.example/about/team/"
            },
            Item(22, "welcome", kind: "page") { $0.link = "https://days.example/" },
            Item(30, "picture", kind: "attachment") {
                $0.status = "inherit"
                $0.parent = 7
                $0.attachmentURL = "https://days.example/wp-content/uploads/2012/02/a.jpg"
                $0.meta = [(key: "_wp_attachment_image_alt", value: "A man at a desk")]
            },
            Item(31, "hidden-picture", kind: "attachment") {
                $0.status = "inherit"
                $0.parent = 9
                $0.attachmentURL = "https://days.example/wp-content/uploads/b.jpg"
            },
            Item(40, "", kind: "nav_menu_item", title: "Start") {
                $0.terms = [.init("nav_menu", "main", "Main")]
                $0.meta = [
                    (key: "_menu_item_type", value: "post_type"), (key: "_menu_item_object_id", value: "22"),
                ]
            },
            Item(41, "reused", kind: "wp_block", content: "<!-- wp:paragraph --><p>Again</p><!-- /wp:paragraph -->"),
            Item(42, "dish", kind: "recipe", content: "Salt, <script>fat</script>."),
        ])
        export.title = "Days &amp; Nights"
        export.terms = [
            .init(id: 5, taxonomy: "category", slug: "cold-war", name: "Cold War", parent: "war"),
            .init(id: 6, taxonomy: "category", slug: "war", name: "War &amp; Peace"),
            .init(id: 3, taxonomy: "post_tag", slug: "a-b", name: "A &amp; B"),
            .init(id: 9, taxonomy: "nav_menu", slug: "main", name: "Main"),
        ]
        return export
    }()

    /// What is left of a record when its place in a file and the time of the export are taken off.
    private static func comparable(_ records: [ExportRecord]) -> [ExportRecord] {
        let place = FilePlace(file: "", line: 0, byte: 0)
        return records.map { record in
            switch record {
            case .blog(var blog):
                blog.place = place
                blog.pubDate = ""
                return .blog(blog)
            case .author(var author):
                author.place = place
                return .author(author)
            case .term(var term):
                term.place = place
                return .term(term)
            case .item(var item):
                item.place = place
                for index in item.comments.indices { item.comments[index].place = place }
                return .item(item)
            case .oversized: return record
            }
        }
    }

    private func records(_ path: String) throws -> [ExportRecord] {
        var records: [ExportRecord] = []
        let input = try ExportInput(paths: [path])
        _ = try WXRReader(parts: input.parts).read { records.append($0) }
        return Self.comparable(records)
    }

    /// The path of an export of what has moved in.
    private func export(
        _ blog: ImportFixture, as name: String, baseURL: String? = nil, pieceSize: Int = 3
    ) async throws -> String {
        var bytes: [UInt8] = []
        let use = ExportBlog(blog.database, now: ImportFixture.now, baseURL: baseURL, pieceSize: pieceSize)
        let summary = try await use.run(as: WXRWriter()) { bytes += $0 }
        let path = blog.folder.path(name)
        try Data(bytes).write(to: URL(filePath: path))
        let items = Self.items(try records(path))
        #expect(summary.items == items.count)
        #expect(summary.comments == items.reduce(0) { $0 + $1.comments.count })
        return path
    }

    @Test("who likes a post and a response, and who signed it, come along")
    func readers() async throws {
        let first = try await ImportFixture()
        try await first.take(Self.blog)
        try await first.database.write { tx in
            let site = try #require(try tx.site()).id
            let post = try #require(try tx.post(number: 7, site: site))
            let comment = try #require(try tx.comment(number: 21, site: site))
            let people = try ["Anna", "Bo"].map { name in
                try tx.note(
                    Identity(
                        site: site, provider: "github", issuer: "https://github.com", subject: name, name: name,
                        email: "never@example.org"), at: ImportFixture.now)
            }
            for person in people { try tx.like(post.id, by: person.id, site: site, at: ImportFixture.now) }
            try tx.setBrowserLikes(3, of: post.id)
            try tx.set(true, likeOf: comment, by: people[1].id, site: site, at: ImportFixture.now)
            try tx.run("UPDATE comment SET identity_id = \(people[0].id) WHERE id = \(comment.id)")
        }
        let path = try await export(first, as: "first.xml")
        #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("never@example.org"))
        let second = try await ImportFixture()
        _ = try await second.take(paths: [path])
        let (likes, comment, commentLikes, signer) = try await second.database.read { tx in
            let site = try #require(try tx.site()).id
            let post = try #require(try tx.post(number: 7, site: site))
            let comment = try #require(try tx.comment(number: 21, site: site))
            return (
                try tx.likes(of: post.id, newest: 9), comment, try tx.likes(ofComments: [comment.id]),
                try comment.identity.flatMap { try tx.identity($0) }
            )
        }
        #expect(likes.count == 5 && likes.people.map(\.name) == ["Bo", "Anna"])
        #expect(commentLikes == [comment.id: 1] && signer?.name == "Anna" && signer?.subject == "Anna")
        let again = try await export(second, as: "second.xml")
        #expect(try Data(contentsOf: URL(filePath: again)) == Data(contentsOf: URL(filePath: path)))
    }

    @Test("what was exported, imported into an empty folder and exported again is the same, byte for byte")
    func roundTrip() async throws {
        let first = try await ImportFixture()
        try await first.take(Self.blog)
        let path = try await export(first, as: "first.xml")
        let second = try await ImportFixture()
        let report = try await second.take(paths: [path])
        #expect(report.failed.isEmpty && report.conflicts.isEmpty)
        let again = try await export(second, as: "second.xml", pieceSize: 100)
        #expect(try records(again) == records(path))
        #expect(try Data(contentsOf: URL(filePath: again)) == Data(contentsOf: URL(filePath: path)))
    }

    @Test("the export says what the blog's own export said")
    func sameAsTheOriginal() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.blog)
        let before = try records(blog.folder.path("export.xml"))
        let after = try records(try await export(blog, as: "out.xml"))
        #expect(after.contains { if case .blog(let blog) = $0 { blog.title == "Days &amp; Nights" } else { false } })
        let (olds, news) = (Self.items(before), Self.items(after))
        #expect(news.map(\.id) == olds.map(\.id))
        for (old, new) in zip(olds, news) {
            let name = Comment(rawValue: "item \(old.id ?? 0)")
            #expect(new.title == old.title && new.guid == old.guid, name)
            // What readers do not reach has no link but its number.
            #expect(new.link == old.link || new.link == "https://days.example/?p=\(old.id ?? 0)", name)
            #expect(new.content == old.content && new.excerpt == old.excerpt && new.type == old.type, name)
            #expect(new.status == old.status && new.date == old.date && new.password == old.password, name)
            #expect(new.dateGMT == old.dateGMT, name)
            #expect(new.parent == old.parent && new.menuOrder == old.menuOrder && new.isSticky == old.isSticky, name)
            #expect(new.commentStatus == old.commentStatus && new.pingStatus == old.pingStatus, name)
            #expect(new.creator == old.creator && new.attachmentURL == old.attachmentURL, name)
            #expect(Set(new.terms) == Set(old.terms) && new.meta == old.meta, name)
            #expect(new.comments == old.comments.sorted { ($0.id ?? 0) < ($1.id ?? 0) }, name)
        }
        #expect(news.first { $0.id == 12 }?.slug == "six")
        #expect(news.first { $0.id == 8 }?.slug == "%d0%b4%d0%b5%d0%bd%d1%8c")
    }

    private static func items(_ records: [ExportRecord]) -> [ItemRecord] {
        records.compactMap { if case .item(let item) = $0 { item } else { nil } }
    }

    @Test("links, and nothing else, name the place where the blog lives now")
    func movedAddress() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.blog)
        let path = try await export(blog, as: "out.xml", baseURL: "https://new.example")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("<link>https://new.example/2012/02/25/one/</link>"))
        #expect(text.contains("<wp:base_blog_url>https://new.example</wp:base_blog_url>"))
        #expect(text.contains(#"<guid isPermaLink="false">https://days.example/?p=7</guid>"#))
    }

    @Test("the JSON export is one object with everything, settings, addresses and HTML too")
    func json() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.blog)
        var bytes: [UInt8] = []
        let use = ExportBlog(blog.database, now: ImportFixture.now, baseURL: nil, pieceSize: 3)
        let summary = try await use.run(as: JSONExportWriter()) { bytes += $0 }
        let export = try JSONDecoder().decode(JSONExport.self, from: Data(bytes))
        #expect(export.format == "thaw-export" && export.version == 1)
        #expect(export.site.settings["permalinks"] == "/%year%/%monthnum%/%day%/%postname%/")
        #expect(export.site.settings["time-zone"] == "-05:00" && export.site.settings["front-page"] == "22")
        #expect(export.authors.map(\.login) == ["clio"])
        #expect(export.terms.first { $0.slug == "cold-war" }?.parent == "war")
        #expect(export.posts.count == summary.items && summary.items == Self.blog.items.count)
        let post = try #require(export.posts.first { $0.id == 7 })
        #expect(post.source == Self.blog.items[0].content && post.html?.isEmpty == false)
        #expect(post.addresses == ["/2012/02/25/one/", "/2012/02/25/uno/"])
        #expect(post.dateUTC == "2012-02-25T14:30:00Z")
        #expect(post.comments?.map(\.status) == ["approved", "held", "spam", "trash", "approved", "approved"])
        #expect(post.comments?.map(\.parent) == [nil, 21, nil, nil, nil, 22])
    }

    private struct JSONExport: Decodable {
        struct Site: Decodable { let settings: [String: String] }
        struct Author: Decodable { let login: String }
        struct Term: Decodable { let slug: String, parent: String? }
        struct Comment: Decodable { let status: String, parent: Int64? }
        struct Post: Decodable {
            let id: Int64, source: String, html: String?, addresses: [String]?, dateUTC: String?, comments: [Comment]?
        }

        let format: String, version: Int, site: Site, authors: [Author], terms: [Term], posts: [Post]
    }

    @Test("the JSON export of a blog without posts is whole too")
    func emptyJSON() async throws {
        let blog = try await ImportFixture()
        var export = Export()
        export.authors = []
        try await blog.take(export)
        var bytes: [UInt8] = []
        let use = ExportBlog(blog.database, now: ImportFixture.now, baseURL: nil)
        #expect(try await use.run(as: JSONExportWriter()) { bytes += $0 }.items == 0)
        let read = try JSONDecoder().decode(JSONExport.self, from: Data(bytes))
        #expect(read.authors.isEmpty && read.terms.isEmpty && read.posts.isEmpty)
    }

    @Test("an empty database has nothing to export")
    func nothing() async throws {
        let blog = try await ImportFixture()
        await #expect(throws: ExportBlog.NoSite.self) { _ = try await export(blog, as: "out.xml") }
    }

    @Test(
        "blogs from elsewhere too", .enabled(if: testData != nil, "THAW_TEST_DATA names no folder"),
        arguments: [
            "64-block-test-data.xml", "themeunittestdata.wordpress.xml", "wptrt-2021-themeunittestdata.xml",
            "seed-page.xml", "theme-preview.xml", "ghost-migrate/sample.xml", "ghost-migrate/co-authors-plus.xml",
            "ghost-migrate/has-audio-enclosure.xml", "importer-fixtures/a11y-unit-test-data.xml",
            "importer-fixtures/small-export.xml", "importer-fixtures/crazy-cdata.xml",
            "importer-fixtures/wxr-utf-8-challenges.xml", "importer-fixtures/test-serialized-term-meta.xml",
            "importer-fixtures/term-formats.xml", "importer-fixtures/valid-wxr-1.0.xml",
        ])
    func elsewhere(file: String) async throws {
        let first = try await ImportFixture()
        _ = try await first.take(paths: ["\(try #require(testData))/wxr/\(file)"])
        let path = try await export(first, as: "first.xml", pieceSize: 32)
        let second = try await ImportFixture()
        let report = try await second.take(paths: [path])
        #expect(report.failed.isEmpty && report.conflicts.isEmpty)
        let again = try await export(second, as: "second.xml", pieceSize: 32)
        for (first, second) in zip(try records(path), try records(again)) { #expect(first == second) }
        #expect(try Data(contentsOf: URL(filePath: again)) == Data(contentsOf: URL(filePath: path)))
    }
}
