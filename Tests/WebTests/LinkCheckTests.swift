import Citations
import Jobs
import LoopbackSupport
import Model
import Outbound
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Synchronization
import Testing

@Suite("Links that are checked")
struct LinkCheckTests {
    /// Runs the jobs of a site by its clock, which stands still while one runs.
    private struct Work: Sendable {
        let site: TestSite
        let jobs: RunJobs

        init(_ site: TestSite) {
            var outbound = OutboundSettings(program: RunningThaw.executable(named: "thaw-fetch"))
            outbound.allowed = ["127.0.0.0/8"]
            outbound.totalSeconds = 1
            let (database, clock) = (site.database, site.clock)
            self.site = site
            jobs = RunJobs(
                database,
                handlers: [
                    CheckLinks(database, outbound: outbound, base: TestSite.address, clock: { clock.now }).handler,
                    ShowArchives(database).handler,
                ], rules: JobRules(), now: { clock.now }, jitter: { 0 })
        }

        /// Lets so much time pass, and does what is due in it.
        func pass(seconds: Int64) async throws {
            let end = site.clock.now.adding(seconds: seconds)
            while let due = try await jobs.nextDue(), due <= end {
                let wait = due.milliseconds - site.clock.now.milliseconds
                if wait > 0 { site.clock.advance(seconds: (wait + 999) / 1000) }
                while try await jobs.runOne() {}
            }
            site.clock.advance(seconds: max(0, (end.milliseconds - site.clock.now.milliseconds) / 1000))
        }
    }

    /// What was asked, when by the site's clock, and how.
    private final class Seen: Sendable {
        private let all = Mutex<[(at: Int64, line: String)]>([])
        func note(_ line: String, at now: Instant) { all.withLock { $0.append((now.milliseconds / 1000, line)) } }
        var lines: [String] { all.withLock { $0.map(\.line) } }
        var times: [Int64] { all.withLock { $0.map(\.at) } }
    }

    private static let day: Int64 = 86_400

    private static func export(_ links: [String]) -> String {
        var export = TestExport()
        export.add(
            .init(2, "The speech", "speech") {
                $0.content = links.map { "<p>See <a href=\"\($0)\">it</a>.</p>" }.joined(separator: "\n")
            })
        export.add(
            .init(3, "Nobody’s", "nobodys") {
                $0.status = "draft"
                $0.content = "<p><a href=\"https://draft.example/\">x</a></p>"
            })
        return export.text
    }

    private func server(_ seen: Seen, _ clock: TestClock) throws -> LoopbackServer {
        try LoopbackServer(answering: { request in
            let method = String(request.head.prefix { $0 != " " })
            seen.note("\(method) \(request.path)", at: clock.now)
            switch request.path {
            case "/moved": return .init(301, "Location: /new")
            case "/gone": return .init(410)
            case "/missing": return .init(404)
            case "/no-head": return .init(method == "HEAD" ? 405 : 200, body: method == "HEAD" ? [] : [1, 2, 3])
            case "/busy": return .init(429, "Retry-After: 172800")
            case "/broken": return .init(500)
            case "/slow": return .init(bytes: [], holds: true)
            default: return .init(200)
            }
        })
    }

    @Test(
        "nothing is asked before the owner says so; then each address once, with pauses, and dead is dead by the rule")
    func rounds() async throws {
        let (seen, clock) = (Seen(), TestClock("2026-04-08 12:00:00"))
        let server = try server(seen, clock)
        // Nobody listens there any more.
        let refused = try LoopbackServer { _, _ in .init(200) }.url("/refused")
        // A host that asks for a pause has it for all of its addresses.
        let busy = try self.server(seen, clock)
        let names = ["/fine#part", "/moved", "/gone", "/missing", "/no-head", "/broken", "/slow"]
        let export = Self.export(
            names.map(server.url) + [
                busy.url("/busy"), busy.url("/waits"),
                refused, "http://10.0.0.1/private", "https://days.example/2012/", "mailto:a@b.example",
            ])
        try await TestSite.run(export, { $0.clock = clock }) { site in
            let (work, cookie) = (Work(site), try await site.signUp(.owner))
            try await work.pass(seconds: Self.day)
            #expect(seen.lines.isEmpty)
            #expect(try await site.get("/admin/links/", cookie).text.contains("Links are not checked."))
            let turned = try await site.post("/admin/links/settings/", form: "turn=on", cookie)
            #expect(turned.location == "/admin/links/?saved=1")

            try await work.pass(seconds: 600)
            #expect(seen.lines.filter { $0 == "HEAD /fine" }.count == 1)
            #expect(seen.lines.filter { $0.hasSuffix("/no-head") } == ["HEAD /no-head", "GET /no-head"])
            #expect(
                server.heads.allSatisfy {
                    $0.contains("User-Agent: Thaw (a publishing server; checks links of https://days.example)")
                })
            // The step that a redirect takes belongs to its question.
            let questions = zip(seen.times, seen.lines).filter { !$0.1.hasSuffix("/new") && !$0.1.hasSuffix("/busy") }
                .map(\.0)
            #expect(zip(questions, questions.dropFirst()).allSatisfy { $1 - $0 >= 10 }, "\(questions)")
            func page(_ list: String) async throws -> String {
                try await site.get("/admin/links/?list=\(list)", cookie).text
            }
            #expect(try await page("dead").contains("No address is dead"))
            #expect(try await page("moved").contains("It has moved to \(server.url("/new"))"))
            let barred = try await page("barred")
            #expect(barred.contains("http://10.0.0.1/private") && barred.contains("outbound.allow"))
            #expect(barred.contains("asked less often (429)"))
            #expect(try await page("failing").contains("/missing"))
            #expect(try await page("unchecked").contains("One address is still to be asked."))
            #expect(busy.paths == ["/busy"])

            try await work.pass(seconds: Self.day)
            let soon = try await page("dead")
            #expect(soon.contains("/gone") && soon.contains("/missing") && !soon.contains("/broken"))
            #expect(seen.lines.filter { $0.hasSuffix("/missing") } == ["HEAD /missing", "GET /missing"])
            #expect(soon.contains("href=\"/admin/posts/2/\"") && soon.contains("Not working since April 9, 2026"))
            try await work.pass(seconds: 3 * Self.day)
            let later = try await page("dead")
            #expect(busy.paths.contains("/waits"))
            for name in ["/gone", "/missing", "/broken", "/slow", "/refused"] {
                #expect(later.contains(name), "\(name)")
            }
            for name in ["/busy", "/fine", "/no-head", "/moved", "10.0.0.1", "days.example/2012", "draft.example"] {
                #expect(!later.contains(">http") || !later.contains("\(name)</a></h2>"), "\(name)")
            }
            #expect(try await site.get("/admin/", cookie).text.contains("addresses that posts link to are dead"))
            #expect(seen.lines.filter { $0 == "HEAD /fine" }.count == 1)
            try await work.pass(seconds: 27 * Self.day)
            #expect(seen.lines.filter { $0 == "HEAD /fine" }.count == 2)
        }
    }

    @Test("a copy that somebody attaches stands behind the link, the text stays, and so it goes again")
    func copies() async throws {
        let clock = TestClock("2026-04-08 12:00:00")
        let server = try LoopbackServer { path, _ in .init(path == "/gone" ? 410 : 200) }
        try await TestSite.run(Self.export([server.url("/gone"), server.url("/fine")]), { $0.clock = clock }) { site in
            let (work, cookie) = (Work(site), try await site.signUp(.editor))
            try await ChangeLinks(site.database, actor: "test").change(to: LinkChecking(isOn: true), now: clock.now)
            try await work.pass(seconds: 2 * Self.day)
            let page = try await site.get("/admin/links/", cookie).text
            #expect(
                page.contains("One address is dead")
                    && page.contains("https://web.archive.org/web/*/\(server.url("/gone"))"))
            let id = try #require(page.firstMatch(of: /name="link" value="(\d+)"/)?.1)
            let copy = "https://archive.example/gone"
            let before = try await site.get("/2012/02/25/speech/").text
            let wrong = try await site.post(
                "/admin/links/", form: "link=\(id)&deed=attach&archive=javascript:x", cookie)
            #expect(wrong.status == 422 && wrong.text.contains("value=\"javascript:x\""))
            #expect(try await site.post("/admin/links/", form: "link=999&deed=ignore", cookie).status == 404)
            let attached = try await site.post("/admin/links/", form: "link=\(id)&deed=attach&archive=\(copy)", cookie)
            #expect(attached.status == 303)
            #expect(try await site.get("/2012/02/25/speech/").text == before)
            try await work.pass(seconds: 1)
            let after = try await site.get("/2012/02/25/speech/").text
            let small = " <small>(<a class=\"archived\" href=\"\(copy)\">archived</a>)</small>"
            #expect(after.replacing(small, with: "") != after)
            #expect(after.contains("/gone\">it</a>\(small)."))
            #expect(!(try await site.get("/admin/links/", cookie).text.contains("/gone</a></h2>")))
            #expect(try await site.get("/admin/links/?list=archived", cookie).text.contains("/gone</a></h2>"))
            // The copy is no address of the writer’s, and another rendering keeps it.
            try await work.pass(seconds: 2 * Self.day)
            #expect(
                !(try await site.get("/admin/links/?list=unchecked", cookie).text.contains(
                    "archive.example/gone</a></h2>")))
            _ = try await ShowMedia(site.database).run(now: clock.now)
            #expect(try await site.get("/2012/02/25/speech/").text.contains(small))
            _ = try await site.post("/admin/links/", form: "link=\(id)&deed=detach", cookie)
            try await work.pass(seconds: 1)
            #expect(!(try await site.get("/2012/02/25/speech/").text.contains(small)))
        }
    }

    @Test("what is ignored is neither listed nor asked; checking again and now asks at once")
    func ignoring() async throws {
        let (seen, clock) = (Seen(), TestClock("2026-04-08 12:00:00"))
        let server = try server(seen, clock)
        try await TestSite.run(Self.export([server.url("/gone"), server.url("/fine")]), { $0.clock = clock }) { site in
            let (work, cookie) = (Work(site), try await site.signUp(.owner))
            _ = try await site.post("/admin/links/settings/", form: "turn=on", cookie)
            try await work.pass(seconds: 2 * Self.day)
            let id = try #require(
                try await site.get("/admin/links/", cookie).text.firstMatch(of: /name="link" value="(\d+)"/)?.1)
            let asked = seen.lines.count
            _ = try await site.post("/admin/links/", form: "link=\(id)&deed=check", cookie)
            try await work.pass(seconds: 30)
            #expect(seen.lines.dropFirst(asked) == ["GET /gone"])
            _ = try await site.post("/admin/links/", form: "link=\(id)&deed=ignore", cookie)
            #expect(try await site.get("/admin/links/", cookie).text.contains("No address is dead"))
            #expect(try await site.post("/admin/links/check/", form: "", cookie).status == 303)
            try await work.pass(seconds: 30)
            #expect(seen.lines.dropFirst(asked + 1) == ["HEAD /fine"])
            _ = try await site.post("/admin/links/", form: "link=\(id)&deed=watch", cookie)
            try await work.pass(seconds: 30)
            #expect(seen.lines.last == "GET /gone")
            #expect(try await site.post("/admin/links/settings/", form: "interval=1&pause=1", cookie).status == 422)
            _ = try await site.post("/admin/links/settings/", form: "interval=60&pause=20", cookie)
            try await work.pass(seconds: 90 * Self.day)
            #expect(seen.lines.count == asked + 3)
        }
    }

    @Test("two processes ask each address once between them, and a source's addresses are asked as posts' are")
    func together() async throws {
        let clock = TestClock("2026-04-08 12:00:00")
        let servers = try (0..<5).map { _ in try LoopbackServer { _, _ in .init(200) } }
        var named = Reference(key: "one", type: .webpage)
        named.url = servers[4].url("/source#page=3")
        let source = named
        try await TestSite.run(Self.export(servers.dropLast().map { $0.url("/a") }), { $0.clock = clock }) { site in
            let owner = Writer(account: nil, role: .owner)
            try await SaveSource(site.database).add(source, by: owner, now: clock.now)
            try await ChangeLinks(site.database, actor: "test").change(to: LinkChecking(isOn: true), now: clock.now)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for work in [Work(site), Work(site)] {
                    group.addTask {
                        while servers.contains(where: \.paths.isEmpty) {
                            if try await !work.jobs.runOne() { clock.advance(seconds: 1) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(servers.map(\.paths) == Array(repeating: ["/a"], count: 4) + [["/source"]])
            try await RemoveSource(site.database).remove("one", evenCited: true, by: owner, now: clock.now)
            let known = try await site.database.write { tx -> [Bool] in
                guard let id = try tx.site()?.id else { return [] }
                try tx.forgetUnnamedLinks(site: id)
                return try (1...5).map { try tx.link(Link.ID($0), site: id) != nil }
            }
            #expect(known.count { $0 } == 4)
        }
    }
}
