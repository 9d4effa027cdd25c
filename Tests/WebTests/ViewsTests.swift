import Database
import DatabaseSupport
import Foundation
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Views per post and day")
struct ViewsTests {
    private static let browser =
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"

    private static func counted(_ site: TestSite) -> [Int] { site.services.views.take().values.sorted() }

    @Test("who reads a post is counted, whether its page was kept or made, also for a reader with cookies")
    func counts() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for _ in 0..<2 { _ = try await site.get(DaysGoneBy.speech, Self.browser) }
            #expect(try await site.get(DaysGoneBy.speech, Self.browser).status == 200)
            #expect(try await site.metric("thaw_page_hits_total") == 2)
            let form = "comment=Words&author=Ann&email=ann%40example.org"
            let sent = try await site.post(DaysGoneBy.speech + "comments/", form: form, Self.browser)
            #expect(try await site.get(DaysGoneBy.speech, Self.browser, "Cookie: \(sent.cookie ?? "")").status == 200)
            let known = try await site.get(DaysGoneBy.speech, Self.browser).field("etag") ?? ""
            #expect(try await site.get(DaysGoneBy.speech, Self.browser, "If-None-Match: \(known)").status == 304)
            #expect(Self.counted(site) == [6])
        }
    }

    @Test(
        "programs are not, nor what is asked for ahead",
        arguments: [
            "Accept: */*", "User-Agent: curl/8.14.1", "User-Agent: Python-urllib/3.13",
            "User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "User-Agent: Mozilla/5.0 (compatible; Yahoo! Slurp)",
            browser + "\r\nSec-Purpose: prefetch;prerender", browser + "\r\nPurpose: prefetch",
        ])
    func programs(field: String) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            _ = try await site.get(DaysGoneBy.speech, field)
            #expect(try await site.get(DaysGoneBy.speech, field).status == 200)
            #expect(Self.counted(site) == [])
        }
    }

    @Test("lists, feeds, errors, previews of what was typed, heads and what the administration shows are no views")
    func others() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let owner = try await site.signUp(.owner)
            for path in ["/", "/tag/moscow/", DaysGoneBy.speech + "feed/", "/nothing/", "/?p=7"] {
                for _ in 0..<2 { _ = try await site.get(path, Self.browser) }
            }
            for _ in 0..<2 { _ = try await site.head(DaysGoneBy.speech, Self.browser) }
            let wrong = try await site.post(DaysGoneBy.speech + "comments/", form: "comment=", Self.browser)
            #expect(wrong.status == 422)
            _ = try await site.get("/admin/theme/", Self.browser, owner)
            #expect(Self.counted(site) == [])
        }
    }

    @Test("they are told by day of the site's clock and by post, to who may publish")
    func told() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let (owner, contributor) = (try await site.signUp(.owner), try await site.signUp(.contributor))
            let zone = "title=T&language=en&time-zone=Asia%2FTokyo&date-format=language&category=&icon="
            #expect(try await site.post("/admin/site/", form: zone, owner).status == 303)
            let add = AddViews(site.database)
            let speech = try await Self.post(7, of: site)
            try await add.add([speech: 41], now: site.clock.now.adding(seconds: -86_400))
            // Noon in Greenwich is the evening of the same day there; four hours later it is the next.
            try await add.add([speech: 1, Post.ID(999): 5], now: site.clock.now.adding(seconds: 4 * 3600))
            site.clock.advance(seconds: 4 * 3600)
            let page = try await site.get("/admin/views/", owner).text
            #expect(page.contains("42 views in 30 days, 1 today"), "\(page)")
            #expect(page.contains("April 9, 2026</th><td data-label=\"Views\">1<"))
            #expect(page.contains("April 7, 2026</th><td data-label=\"Views\">41<"))
            #expect(page.contains("/admin/views/7/?days=30"))
            let one = try await site.get("/admin/views/7/?days=7", owner).text
            #expect(one.contains("42 views in 7 days, 1 today, 42 since it is counted"))
            #expect(try await site.get("/admin/views/12345/", owner).status == 404)
            #expect(try await site.get("/admin/views/", contributor).status == 403)
        }
    }

    @Test("a setting turns it off, from the next page on")
    func off() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let owner = try await site.signUp(.owner)
            for _ in 0..<2 { _ = try await site.get(DaysGoneBy.speech, Self.browser) }
            let form = "per-page=10&feed-items=10&feeds=full&front-page=&posts-page="
            #expect(try await site.post("/admin/reading/", form: form, owner).status == 303)
            #expect(Self.counted(site) == [2])
            for _ in 0..<2 { _ = try await site.get(DaysGoneBy.speech, Self.browser) }
            #expect(Self.counted(site) == [])
            #expect(try await site.get("/admin/views/", owner).text.contains("Views are not counted"))
            #expect(try await site.post("/admin/reading/", form: form + "&counts-views=1", owner).status == 303)
            for _ in 0..<2 { _ = try await site.get(DaysGoneBy.speech, Self.browser) }
            #expect(Self.counted(site) == [2])
        }
    }

    @Test("a server that is asked to end writes down what it counted")
    func ending() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("thaw.sqlite")
        let database = try SQLiteDatabase(path: path)
        try await database.migrate(at: TestClock("2026-04-08 12:00:00").now)
        let export = try TestExportFile(DaysGoneBy.export)
        try await TestSite.take(export.path, into: database, now: TestClock("2026-04-08 12:00:00").now)
        try await database.close()
        let server = try RunningThaw(serving: folder.url.path)
        for _ in 0..<3 {
            let answer = try await SiteClient.connect(port: server.port) { client in
                try await client.request("GET", DaysGoneBy.speech, [Self.browser])
            }
            #expect(answer.status == 200)
        }
        server.terminate()
        #expect(await server.exitCode() == 0)
        let again = try SQLiteDatabase(path: path)
        let views = try await again.read { tx in try tx.all("SELECT views FROM post_view") { $0.int(0) } }
        #expect(views == [3])
        try await again.close()
    }

    private static func post(_ number: Int64, of site: TestSite) async throws -> Post.ID {
        let post = try await site.database.read { tx in
            try tx.site().flatMap { site in try tx.post(number: number, site: site.id) }
        }
        return try #require(post).id
    }
}
