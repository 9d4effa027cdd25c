import Accounts
import Conversation
import Database
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Likes")
struct LikeTests {
    private static let speech = DaysGoneBy.speech

    private static func run(
        _ liking: Discussion.Liking, _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            try await site.change { $0.likes = liking }
            try await body(site)
        }
    }

    @Test("a browser likes once, sees it on a page that is kept for all who like, and takes it back")
    func browser() async throws {
        try await Self.run(.everybody) { site in
            let before = try await site.get(Self.speech)
            #expect(before.text.contains("aria-pressed=\"false\"") && !before.text.contains("likes this"))
            let liked = try await site.post("\(Self.speech)likes/", form: "like=1")
            #expect(liked.status == 303 && liked.location == Self.speech + "#likes")
            let cookie = "Cookie: \(try #require(liked.cookie))"
            #expect(liked.field("set-cookie")?.contains("Path=\(Self.speech)") == true)
            // Again, and doubled without the cookie: still one.
            _ = try await site.post("\(Self.speech)likes/", form: "like=1", cookie)
            _ = try await site.post("\(Self.speech)likes/", form: "like=1")
            let own = try await site.get(Self.speech, cookie)
            #expect(own.text.contains("One blogger likes this") && own.text.contains("aria-pressed=\"true\""))
            #expect(try await site.get("/feed/json/").text.contains("\"_thaw\":{\"likes\":1}"))
            let others = try await site.get(Self.speech)
            #expect(others.text.contains("One blogger likes this") && others.text.contains("aria-pressed=\"false\""))
            // Both are pages of the store.
            let hits = try await site.metric("thaw_page_hits_total")
            #expect(try await site.get(Self.speech, cookie).body == own.body)
            #expect(try await site.get(Self.speech).body == others.body)
            #expect(try await site.metric("thaw_page_hits_total") == hits + 2)

            site.clock.advance(seconds: 11)
            _ = try await site.post("\(Self.speech)likes/", form: "like=1", "User-Agent: another")
            #expect(try await site.get(Self.speech).text.contains("2 bloggers like this"))
            let back = try await site.post("\(Self.speech)likes/", form: "like=0", cookie)
            #expect(back.cookies == ["__Secure-thaw-liked="])
            #expect(try await site.get(Self.speech).text.contains("One blogger likes this"))
            // Who never liked takes nothing back, and a made-up cookie is none.
            _ = try await site.post("\(Self.speech)likes/", form: "like=0", "Cookie: thaw-liked=0123")
            #expect(try await site.get(Self.speech).text.contains("One blogger likes this"))
        }
    }

    @Test("those who log in are shown with their places, the newest first, and only where likes are on")
    func people() async throws {
        try await Self.run(.loggedIn) { site in
            let sessions = try await site.readers(["Anna", "Bob"])
            for session in sessions {
                let cookie = "Cookie: __Host-thaw-reader=\(session)"
                #expect(try await site.post("\(Self.speech)likes/", form: "like=1", cookie).status == 303)
                #expect(try await site.post("\(Self.speech)likes/", form: "like=1", cookie).status == 303)
            }
            let page = try await site.get(Self.speech).text
            #expect(page.contains("2 bloggers like this") && page.contains("class=\"u-like h-cite\""))
            let bob = try #require(page.firstRange(of: "https://Bob.example"))
            let anna = try #require(page.firstRange(of: "https://Anna.example"))
            #expect(bob.lowerBound < anna.lowerBound)
            let all = try await site.get("\(Self.speech)likes/")
            #expect(all.status == 200 && all.text.contains(">Anna</a>") && all.text.contains("noindex"))
            let own = try await site.get(Self.speech, "Cookie: __Host-thaw-reader=\(sessions[0])")
            #expect(own.text.contains("<section id=\"likes\""))
            _ = try await site.post("\(Self.speech)likes/", form: "like=0", "Cookie: __Host-thaw-reader=\(sessions[1])")
            #expect(try await site.get(Self.speech).text.contains("One blogger likes this"))

            let guest = try await site.post("\(Self.speech)likes/", form: "like=1")
            #expect(guest.status == 422 && guest.cookies.isEmpty)
            try await site.change { $0.likes = .off }
            #expect(try await !site.get(Self.speech).text.contains("likes this"))
            #expect(try await site.post("\(Self.speech)likes/", form: "like=1").status == 403)
            #expect(try await site.post("/nowhere/likes/", form: "like=1").status == 400)
        }
    }

    /// The button under a response, from its attributes to its words.
    private static func button(_ number: Int, _ site: TestSite, _ cookie: String = "Accept: */*") async throws -> String
    {
        let page = try await site.get(speech, cookie).text
        let parts = page.split(separator: "name=\"comment\" value=\"\(number)\">", omittingEmptySubsequences: false)
        return String(try #require(parts.dropFirst().first).prefix { $0 != "\n" }.split(separator: "</button>")[0])
    }

    @Test("responses are liked by those who are logged in, each on a page that is kept for all of them")
    func comments() async throws {
        try await Self.run(.loggedIn) { site in
            try await site.services.logIn.providers.change(
                "github",
                to: Providers.Change(name: "", isOn: true, client: "c", secret: "s", details: ProviderDetails()),
                actor: "test", now: site.clock.now)
            #expect(try await !site.get(Self.speech).text.contains("comment-like"))
            #expect(try await site.post("\(Self.speech)likes/", form: "like=1&comment=21").status == 403)
            try await site.change { $0.likesComments = true }
            let cookies = try await site.readers(["Anna", "Bob"]).map { "Cookie: __Host-thaw-reader=\($0)" }
            let liked = try await site.post("\(Self.speech)likes/", form: "like=1&comment=21", cookies[0])
            #expect(liked.status == 303 && liked.location == "\(Self.speech)#comment-21")
            _ = try await site.post("\(Self.speech)likes/", form: "like=1&comment=21", cookies[0])
            #expect(try await Self.button(21, site, cookies[0]).contains("pressed=\"true\""))
            #expect(try await Self.button(21, site, cookies[1]).contains("pressed=\"false\""))
            #expect(try await Self.button(21, site).contains("pressed=\"false\""))
            #expect(try await Self.button(21, site, cookies[1]).hasSuffix("Like 1"))
            // All of them are pages of the store.
            let hits = try await site.metric("thaw_page_hits_total")
            for cookie in cookies { _ = try await site.get(Self.speech, cookie) }
            #expect(try await site.metric("thaw_page_hits_total") >= hits + 2)
            _ = try await site.post("\(Self.speech)likes/", form: "like=0&comment=21", cookies[0])
            #expect(try await Self.button(21, site, cookies[0]) == Self.button(21, site))
            #expect(try await Self.button(21, site).hasSuffix("Like"))

            let guest = try await site.post("\(Self.speech)likes/", form: "like=1&comment=21")
            #expect(guest.status == 422 && guest.text.contains("Click an icon to log in, then like it."))
            for wrong in ["comment=9999", "comment=x"] {
                let answer = try await site.post("\(Self.speech)likes/", form: "like=1&\(wrong)", cookies[0])
                #expect([400, 403].contains(answer.status))
            }
        }
    }

    @Test("another site's page likes nothing")
    func crossSite() async throws {
        try await Self.run(.everybody) { site in
            let answer = try await site.post("\(Self.speech)likes/", form: "like=1", "Sec-Fetch-Site: cross-site")
            #expect(answer.status == 403)
            #expect(try await !site.get(Self.speech).text.contains("likes this"))
        }
    }
}
