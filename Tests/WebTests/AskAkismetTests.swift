import Conversation
import Database
import Foundation
import LoopbackSupport
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Synchronization
import Testing
import Web

@Suite("Akismet is asked")
struct AskAkismetTests {
    private static let speech = DaysGoneBy.speech

    /// What the stand-in for Akismet was asked, and what it answers.
    private final class StandIn: Sendable {
        let server: LoopbackServer
        private let asked: Asked

        /// `/1.1/comment-check a=b&c=d`
        private final class Asked: Sendable {
            let questions = Mutex<[String]>([])
        }

        /// - Parameter answer: of a comment-check: its body and head fields, by how often it was asked.
        init(_ answer: @escaping @Sendable (_ times: Int) -> LoopbackServer.Answer) throws {
            let asked = Asked()
            self.asked = asked
            server = try LoopbackServer(answering: { request in
                asked.questions.withLock { $0.append("\(request.path) \(request.body)") }
                switch request.path {
                case "/1.1/verify-key":
                    return request.body.contains("key=0123456789ab")
                        ? LoopbackServer.Answer(body: Array("valid".utf8))
                        : LoopbackServer.Answer(body: Array("invalid".utf8), "X-akismet-debug-help: Unknown key")
                case "/1.1/comment-check": return answer(request.times)
                default:
                    return LoopbackServer.Answer(body: Array("Thanks for making the web a better place.".utf8))
                }
            })
        }

        var address: String { "http://127.0.0.1:\(server.port)" }

        var questions: [String] { asked.questions.withLock { $0 } }
    }

    private static func says(_ body: String, _ fields: String...) -> LoopbackServer.Answer {
        let head =
            ["HTTP/1.1 200 OK", "Content-Length: \(body.utf8.count)", "Connection: close"] + fields + ["", ""]
        return LoopbackServer.Answer(bytes: Array((head.joined(separator: "\r\n") + body).utf8))
    }

    private static func run(
        _ answer: @escaping @Sendable (_ times: Int) -> LoopbackServer.Answer, refuses: Bool = false,
        _ body: @escaping @Sendable (TestSite, StandIn, _ cookie: String) async throws -> Void
    ) async throws {
        let standIn = try StandIn(answer)
        try await TestSite.run(DaysGoneBy.export, { $0.asksLoopback = true }) { site in
            try await site.database.write { tx in
                guard let stored = try tx.site() else { return }
                var discussion = try tx.discussion(site: stored.id)
                discussion.holding = .nobody
                try tx.set(discussion, site: stored.id, at: site.clock.now)
            }
            let cookie = try await site.signUp(.owner)
            let saved = try await site.post(
                "/admin/spam/akismet/",
                form: "on=1&key=0123456789ab&server=\(standIn.address)" + (refuses ? "&refuses=1" : ""), cookie)
            #expect(saved.location == "/admin/spam/akismet/?saved=1", "\(saved.text)")
            try await body(site, standIn, cookie)
        }
    }

    private static func send(_ text: String, to site: TestSite) async throws -> (number: Int64, Answer) {
        let answer = try await site.post(
            "\(speech)comments/", form: "comment=\(text)&author=Ann&email=ann%40example.org", "User-Agent: Browser/1",
            "Referer: https://days.example/2012/")
        return (answer.location?.split(separator: "-").last.flatMap { Int64($0) } ?? 0, answer)
    }

    private static func status(_ number: Int64, on site: TestSite) async throws -> Model.Comment.Status? {
        try await site.database.read { tx in
            try tx.site().flatMap { try tx.comment(number: number, site: $0.id)?.status }
        }
    }

    private static func recheck(_ site: TestSite) throws -> RecheckAkismet {
        RecheckAkismet(site.database, ask: try #require(site.services.akismet))
    }

    @Test("a key is tried before it is saved, and never shown")
    func key() async throws {
        try await Self.run({ _ in Self.says("false") }) { site, standIn, cookie in
            let page = try await site.get("/admin/spam/akismet/", cookie).text
            #expect(!page.contains("0123456789ab") && page.contains("There is one; empty leaves it."))
            let wrong = try await site.post(
                "/admin/spam/akismet/", form: "on=1&key=ffffffffffff&server=\(standIn.address)", cookie)
            #expect(wrong.status == 422 && wrong.text.contains("does not know this key: Unknown key"))
            #expect(
                try await site.post("/admin/spam/akismet/", form: "on=1&key=&server=nowhere", cookie).status == 422)
            let form = try await site.get(Self.speech).text
            #expect(form.contains("This site uses Akismet to reduce spam."))
            #expect(try await site.get("/privacy/comments/").text.contains("Akismet receives each comment"))
            let off = try await site.post("/admin/spam/akismet/", form: "key=&server=\(standIn.address)", cookie)
            #expect(off.status == 303)
            #expect(try await site.get(Self.speech).text.contains("This site filters spam on its own server."))
        }
    }

    @Test("every documented field is sent; what Akismet calls real is shown")
    func fields() async throws {
        try await Self.run({ _ in Self.says("false", "X-akismet-guid: g1") }) { site, standIn, _ in
            let (number, _) = try await Self.send("Quite+so+%26+more", to: site)
            #expect(try await Self.status(number, on: site) == .approved)
            let asked = try #require(standIn.questions.first { $0.hasPrefix("/1.1/comment-check ") })
            for part in [
                "api_key=0123456789ab", "blog=https%3A%2F%2Fdays.example", "user_ip=127.0.0.1",
                "user_agent=Browser%2F1",
                "comment_type=comment", "comment_author=Ann", "comment_author_email=ann%40example.org",
                "comment_content=Quite%20so%20%26%20more", "blog_charset=UTF-8", "honeypot_field_name=subject",
                "comment_date_gmt=2026-04-08T12%3A00%3A00Z", "callback=https%3A%2F%2Fdays.example%2Fwp-json%2Fakismet",
                "permalink=https%3A%2F%2Fdays.example%2F", "referrer=https%3A%2F%2Fdays.example%2F2012",
                "comment_post_modified_gmt=", "blog_lang=",
            ] { #expect(asked.lowercased().contains(part.lowercased()), "\(part) in \(asked)") }
        }
    }

    @Test("what it calls spam goes to spam; approved by somebody, it is submitted as first asked")
    func spam() async throws {
        try await Self.run({ _ in Self.says("true", "X-akismet-guid: g1") }) { site, standIn, cookie in
            let (number, _) = try await Self.send("Quite+so", to: site)
            #expect(try await Self.status(number, on: site) == .spam)
            let queue = try await site.get("/admin/comments/?state=spam", cookie).text
            #expect(queue.contains("Akismet calls it spam"))
            _ = try await ModerateComments(site.database, actor: "test").set(
                .approved, of: [number], now: site.clock.now)
            let tell = TellAkismet(site.database, ask: try #require(site.services.akismet))
            try await tell.run(number)
            let told = try #require(standIn.questions.first { $0.hasPrefix("/1.1/submit-ham ") })
            let asked = try #require(standIn.questions.first { $0.hasPrefix("/1.1/comment-check ") })
            #expect(told.split(separator: " ").last == asked.split(separator: " ").last)
            // Taken back, there is nothing to tell.
            _ = try await ModerateComments(site.database, actor: "test").set(.spam, of: [number], now: site.clock.now)
            try await tell.run(number)
            #expect(standIn.questions.count { $0.contains("submit-") } == 1)
        }
    }

    @Test("what it is certain of is refused where the owner says so, with its words")
    func certain() async throws {
        try await Self.run({ _ in Self.says("true", "X-akismet-pro-tip: discard") }, refuses: true) { site, _, _ in
            let (_, answer) = try await Self.send("Keep+these+words", to: site)
            #expect(answer.status == 422 && answer.text.contains("Keep these words"))
        }
    }

    @Test(
        "without an answer a response waits, and is asked about again",
        arguments: ["nonsense", "", "invalid"])
    func faults(body: String) async throws {
        try await Self.run({ $0 == 1 ? Self.says(body) : Self.says("false", "X-akismet-guid: g2") }) {
            site, _, cookie in
            let (number, _) = try await Self.send("Quite+so", to: site)
            #expect(try await Self.status(number, on: site) == .held)
            let queue = try await site.get("/admin/comments/?state=held", cookie).text
            #expect(queue.contains("Akismet has not said its last word"))
            #expect(try await Self.recheck(site).run(number, now: site.clock.now) == nil)
            #expect(try await Self.status(number, on: site) == .approved)
        }
    }

    @Test("a recheck that fails is tried again later; what somebody decided meanwhile stays")
    func rechecks() async throws {
        try await Self.run({ times in
            times < 3
                ? Self.says(
                    "false", "X-akismet-recheck-after: 120", "X-akismet-alert-code: 10502", "X-akismet-alert-msg: Over")
                : Self.says("true")
        }) { site, _, cookie in
            let (number, _) = try await Self.send("Quite+so", to: site)
            let (other, _) = try await Self.send("Indeed", to: site)
            #expect(try await Self.status(number, on: site) == .held)
            #expect(try await site.get("/admin/spam/akismet/", cookie).text.contains("10502: Over"))
            _ = try await ModerateComments(site.database, actor: "test").set(
                .approved, of: [other], now: site.clock.now)
            for each in [number, other] { _ = try await Self.recheck(site).run(each, now: site.clock.now) }
            #expect(try await Self.status(number, on: site) == .spam)
            #expect(try await Self.status(other, on: site) == .approved)
        }
    }

    @Test("Akismet may say its word by itself, to who shows the key")
    func webhook() async throws {
        try await Self.run({ times in
            Self.says("false", "X-akismet-guid: g\(times)", "X-akismet-recheck-after: 120")
        }) { site, _, _ in
            let (spam, _) = try await Self.send("One", to: site)
            let (real, _) = try await Self.send("Two", to: site)
            func say(_ json: String) async throws -> Answer {
                try await SiteClient.connect(port: site.port) { client in
                    try await client.request(
                        "POST", "/wp-json/akismet/v1/webhook", ["Content-Type: application/json"], body: json)
                }
            }
            let words =
                #""comments":[{"guid":"g1","result":"true"},{"guid":"g2","result":"false"},{"guid":"no","result":"true"},{}]"#
            let stranger = try await say(#"{"key":"ffffffffffff","endpoint":"comment-check",\#(words)}"#)
            #expect(stranger.status == 401)
            #expect(try await Self.status(spam, on: site) == .held)
            let answer = try await say(#"{"key":"0123456789AB","endpoint":"comment-check",\#(words)}"#)
            #expect(answer.status == 200)
            #expect(answer.text.contains(#""g1":{"status":"success"}"#))
            #expect(answer.text.contains("Could not find matching comment."))
            #expect(try await Self.status(spam, on: site) == .spam)
            #expect(try await Self.status(real, on: site) == .approved)
            let broken = try await say("[")
            #expect(broken.status == 400)
            let malformed = try await say(#"{"key":"0123456789ab"}"#)
            #expect(malformed.status == 400)
        }
    }

    @Test("one server of this kind asks another")
    func eachOther() async throws {
        try await TestSite.run(DaysGoneBy.export) { asked in
            let key = try await FilterKeys(asked.database, actor: "test").make("Days", now: asked.clock.now)
            try await TestSite.run(DaysGoneBy.export, { $0.asksLoopback = true }) { site in
                let cookie = try await site.signUp(.owner)
                let saved = try await site.post(
                    "/admin/spam/akismet/", form: "on=1&key=\(key)&server=http://127.0.0.1:\(asked.port)", cookie)
                #expect(saved.status == 303)
                let (spam, _) = try await Self.send("akismet-guaranteed-spam", to: site)
                #expect(try await Self.status(spam, on: site) == .spam)
                let (real, _) = try await Self.send("Quite+so", to: site)
                #expect(try await Self.status(real, on: site) == .held)
            }
        }
    }
}
