import Accounts
import BrowserSupport
import Conversation
import Database
import LoopbackSupport
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

/// With a real provider of OpenID Connect.
@Suite("Logging in in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct LoggingInTests {
    private static let post = "/2012/02/25/a-day/"
    private static let anna =
        #"{"sub":"a1","name":"Anna Liddell","preferred_username":"anna","email":"anna@example.org","email_verified":true}"#

    private static func run(_ body: @escaping @Sendable (TestSite, String, IdentityServer) async throws -> Void)
        async throws
    {
        let server = try await IdentityServer(people: [anna])
        var export = TestExport()
        export.add(.init(1, "A day", "a-day"))
        let port = try IdentityServer.freePort()
        // Another site than the provider’s.
        let base = "http://localhost:\(port)"
        try await TestSite.run(
            export.text,
            {
                $0.address = base
                $0.port = port
                $0.clock = .today()
                $0.asksLoopback = true
            }
        ) { site in
            var details = ProviderDetails()
            details.issuer = server.issuer
            try await site.services.logIn.providers.change(
                "openid",
                to: Providers.Change(name: "Wonderland", isOn: true, client: "days", secret: "s", details: details),
                actor: "test", now: site.clock.now)
            try await body(site, base, server)
        }
    }

    /// Types something, and goes to the provider with it.
    private static func depart(_ browser: Browser, _ base: String) async throws {
        try await browser.open(base + post)
        try await browser.find("#reply-comment").type("Curiouser")
        try await browser.find("button[value=openid]").type("\u{E007}")
        try await browser.waitAcrossPages(for: "input[name=sub]")
    }

    private static func logIn(_ browser: Browser, _ base: String) async throws {
        try await depart(browser, base)
        try await browser.find("input[name=sub]").type("a1\u{E007}")
        try await browser.waitAcrossPages(for: ".identity")
    }

    @Test(
        "one trip and back with the words, responding, changing and leaving",
        arguments: [nil, .scripts, .foreignCookies] as [Browser.Refusal?])
    func journey(refusal: Browser.Refusal?) async throws {
        try await Self.run { site, base, _ in
            try await Browser.run(refusing: refusal) { browser in
                try await Self.logIn(browser, base)
                #expect(try await browser.url == "\(base)\(Self.post)#respond")
                let strip = try await browser.find(".identity").text
                #expect(strip.contains("You are commenting using your Wonderland account."))
                #expect(try await browser.find("#reply-comment").property("value").string == "Curiouser")

                try await browser.find(".reply-buttons button").type("\u{E007}")
                try await browser.waitAcrossPages(for: "#comment-1")
                let comment = try await browser.find("#comment-1").text
                #expect(comment.contains("Anna Liddell") && comment.contains("anna"))
                #expect(comment.contains("Curiouser"))

                try await browser.find("#reply-comment").type("Once more")
                try await browser.find("button[value=change]").type("\u{E007}")
                try await browser.waitAcrossPages(for: "button[value=openid]")
                #expect(try await browser.find("#reply-comment").property("value").string == "Once more")
                try await browser.open(base + Self.post)
                try await browser.find("button[value=out]").type("\u{E007}")
                try await browser.waitAcrossPages(for: "button[value=openid]")
                try await browser.open(base + Self.post)
                #expect(try await browser.findAll(".identity").isEmpty)
            }
        }
    }

    /// A click, and what stands there then.
    private static func press(_ place: String, _ pressed: Bool, _ browser: Browser) async throws -> String {
        try await browser.find("\(place) button[name=like]").type("\u{E007}")
        try await browser.waitAcrossPages(for: "\(place) button[aria-pressed=\(pressed)][value='\(pressed ? 0 : 1)']")
        return try await browser.find(place).text
    }

    @Test("liking a post and a response, and taking it back", arguments: [nil, .scripts] as [Browser.Refusal?])
    func likes(refusal: Browser.Refusal?) async throws {
        try await Self.run { site, base, _ in
            let now = site.clock.now
            try await site.database.write { tx in
                let id = try #require(try tx.site()).id
                var discussion = try tx.discussion(site: id)
                discussion.likesComments = true
                try tx.set(discussion, site: id, at: now)
            }
            try await Browser.run(refusing: refusal) { browser in
                try await browser.open(base + Self.post)
                try await browser.find("#likes button").type("\u{E007}")
                try await browser.waitAcrossPages(for: ".form-error, #respond .like-note, .logins")
                try await Self.logIn(browser, base)
                #expect(try await Self.press("#likes", true, browser).contains("One blogger likes this"))
                #expect(try await !Self.press("#likes", false, browser).contains("likes this"))
                try await browser.find(".reply-buttons button").type("\u{E007}")
                try await browser.waitAcrossPages(for: "#comment-1")
                // Until it is approved there is nothing to like.
                #expect(try await browser.findAll(".comment-like").isEmpty)
                _ = try await ModerateComments(site.database, actor: "test").set(.approved, of: [1], now: now)
                try await browser.open(base + Self.post)
                #expect(try await Self.press("#comment-1 .comment-like", true, browser) == "Like 1")
                try await browser.open(base + Self.post)
                #expect(try await browser.find("#comment-1 .comment-like").text == "Like 1")
                #expect(try await Self.press("#comment-1 .comment-like", false, browser) == "Like")
            }
        }
    }

    @Test("a provider that is lost in between, or says no, leads back to the words")
    func lost() async throws {
        try await Self.run { site, base, server in
            try await Browser.run { browser in
                try await Self.depart(browser, base)
                // What the provider says when its person declines.
                let url = try await browser.url
                let state = try #require(url.firstMatch(of: /[?&]state=([0-9a-f]+)/))
                try await browser.open("\(base)/identity/openid/?error=access_denied&state=\(state.1)")
                try await browser.waitAcrossPages(for: ".form-error")
                #expect(try await browser.find(".form-error").text.contains("Wonderland was told not to log you in."))
                #expect(try await browser.find("#reply-comment").property("value").string == "Curiouser")

                server.stop()
                site.clock.advance(seconds: 7200)
                try await browser.find("button[value=openid]").type("\u{E007}")
                try await browser.waitAcrossPages(for: "body")
                try await browser.wait(
                    for: "the sentence", until: "document.body.textContent.includes('Wonderland cannot be reached')")
                #expect(try await browser.find("#reply-comment").property("value").string == "Curiouser")
            }
        }
    }
}
