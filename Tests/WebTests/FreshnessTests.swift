import DatabaseSupport
import Foundation
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Synchronization
import Testing

@Suite("The next request sees every write")
struct FreshnessTests {
    @Test("what is published or trashed shows at once, on every page that lists it")
    func publishing() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let pages = ["/", "/2026/", "/tag/moscow/", "/feed/", "/sitemap-1.xml", "/author/clio/"]
            for _ in 0..<3 { for path in pages { #expect(!(try await site.get(path).text.contains("SECRET"))) } }
            let path = try await site.publish.publish(number: 11, now: site.clock.now)
            for page in pages { #expect(try await site.get(page).text.contains(path), "\(page)") }
            #expect(try await site.get(path).status == 200)
            #expect(try await site.get("/?p=11").location == path)
            try await site.trash.trash(number: 11, now: site.clock.now)
            for page in pages { #expect(!(try await site.get(page).text.contains(path)), "\(page)") }
            #expect(try await site.get(path).status == 404)
        }
    }

    @Test("a response shows at once under its post, in the counts of lists and in its feeds")
    func response() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let path = DaysGoneBy.speech
            for _ in 0..<3 {
                #expect(try await site.get(path).text.contains("2 Responses"))
                #expect(try await site.get("/").text.contains("2 Responses"))
                _ = try await site.get("/comments/feed/")
            }
            try await Self.respond(to: 7, in: site.database, at: site.clock.now)
            #expect(try await site.get(path).text.contains("3 Responses"))
            #expect(try await site.get("/").text.contains("3 Responses"))
            #expect(try await site.get("/comments/feed/").text.contains("Nobody yet"))
            #expect(try await site.get("\(path)feed/").text.contains("Nobody yet"))
        }
    }

    @Test("neighbours learn of a post that comes between them, and of one that goes")
    func neighbours() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for _ in 0..<3 { #expect(try await site.get(DaysGoneBy.speech).text.contains(DaysGoneBy.parts)) }
            try await site.trash.trash(number: 8, now: site.clock.now)
            let html = try await site.get(DaysGoneBy.speech).text
            #expect(!html.contains(DaysGoneBy.parts))
            #expect(html.contains(DaysGoneBy.locked))
        }
    }

    @Test("a page that goes leaves the menu of every page")
    func navigation() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for _ in 0..<3 { #expect(try await site.get(DaysGoneBy.parts).text.contains("href=\"/about/\"")) }
            try await site.trash.trash(number: 2, now: site.clock.now)
            #expect(!(try await site.get(DaysGoneBy.parts).text.contains("href=\"/about/\"")))
        }
    }

    @Test("an import by another connection shows at once, also the first one into an empty folder")
    func importing() async throws {
        let file = try TestExportFile(DaysGoneBy.export)
        try await TestSite.run(TestSite.Setting(exports: [])) { site in
            let empty = try await site.get("/")
            #expect(empty.status == 200)
            #expect(empty.text.contains("thaw import"))
            let other = try SQLiteDatabase(path: site.folder.path("thaw.sqlite"))
            try await TestSite.take(file.path, into: other, now: site.clock.now)
            #expect(try await site.get("/").text.contains("Days Gone By"))
            #expect(try await site.get(DaysGoneBy.speech).status == 200)
            try await other.close()
        }
    }

    @Test("a change by the command line shows in a server that runs beside it")
    func commandLine() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for _ in 0..<3 { #expect(try await site.get("/").text.contains("A Speech")) }
            let code = try await RunningThaw.run("post", "trash", "7", "--data", site.folder.url.path)
            #expect(code == 0)
            #expect(!(try await site.get("/").text.contains("A Speech")))
            #expect(try await site.get(DaysGoneBy.speech).status == 404)
        }
    }

    @Test("a scheduled post appears when its time has come", .timeLimit(.minutes(1)))
    func schedule() async throws {
        let clock = TestClock("2026-04-09 11:59:58")
        try await TestSite.run(DaysGoneBy.export, { $0.clock = clock }) { site in
            for _ in 0..<3 { #expect(!(try await site.get("/").text.contains("Tomorrow"))) }
            clock.advance(seconds: 2)
            var html = ""
            // The server looks for what is due by a timer of its own.
            while !html.contains("Tomorrow") { html = try await site.get("/").text }
            #expect(try await site.get("/2026/04/09/tomorrow/").status == 200)
        }
    }

    @Test(
        "no reader ever sees less than was acknowledged before it asked", .timeLimit(.minutes(2)),
        arguments: [true, false])
    func race(byAnotherConnection: Bool) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let other = byAnotherConnection ? try SQLiteDatabase(path: site.folder.path("thaw.sqlite")) : site.database
            let race = Race()
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for reader in 0..<12 {
                    let path = ["/", DaysGoneBy.speech, "/feed/"][reader % 3]
                    tasks.addTask {
                        try await SiteClient.connect(port: site.port) { client in
                            while !race.isDone.load(ordering: .acquiring) {
                                let least = race.acknowledged.load(ordering: .acquiring)
                                let answer = try await client.request("GET", path)
                                let version = answer.text.firstMatch(of: /Version (\d+)\./).flatMap { Int($0.1) } ?? 0
                                #expect(version >= least, "\(path)")
                            }
                        }
                    }
                }
                for version in 1...150 {
                    try await Self.rename(7, "Version \(version).", in: other, at: site.clock.now)
                    race.acknowledged.store(version, ordering: .releasing)
                }
                race.isDone.store(true, ordering: .releasing)
                try await tasks.waitForAll()
            }
            #expect(try await site.get("/feed/").text.contains("Version 150."))
            if byAnotherConnection { try await other.close() }
        }
    }

    /// What readers and writer know of each other.
    private final class Race: Sendable {
        let acknowledged = Atomic<Int>(0)
        let isDone = Atomic<Bool>(false)
    }

    private static func rename(_ number: Int64, _ title: String, in database: SQLiteDatabase, at now: Instant)
        async throws
    {
        try await database.write { tx in
            guard let site = try tx.site(), var post = try tx.post(number: number, site: site.id) else { return }
            post.title = title
            try tx.update(post, at: now)
        }
    }

    private static func respond(to number: Int64, in database: SQLiteDatabase, at now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id) else { return }
            let comment = NewComment(
                reference: 1, number: 0, authorName: "Nobody yet", source: "New.",
                html: SafeHTML(stored: "<p>New.</p>"),
                sanitizerVersion: 1, createdAt: now, localDate: now.utc)
            _ = try tx.insertThread(of: post.id, site: site.id, [comment], at: now)
        }
    }
}
