import Accounts
import BrowserSupport
import Mailing
import Model
import Secrets
import SiteSupport
import Testing
import Web

@Suite("Responding in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct RespondingTests {
    private static let post = "/2012/02/25/a-day/"

    private static func run(_ body: @escaping @Sendable (TestSite, String) async throws -> Void) async throws {
        var export = TestExport()
        export.add(.init(1, "A day", "a-day"))
        try await TestSite.run(
            export.text,
            {
                $0.address = "http://days.example"
                $0.sendsMail = true
            }
        ) { site in try await body(site, "http://127.0.0.1:\(site.port)") }
    }

    private static func respond(_ browser: Browser, _ base: String) async throws {
        try await browser.open(base + post)
        try await browser.find("#reply-comment").type("Well *said*")
        try await browser.find("#reply-author").type("Ann")
        try await browser.find("#reply-email").type("ann@example.org")
        // By the keyboard, which brings what it reaches into view.
        try await browser.find("#reply-follow").type(" ")
        try await browser.find("#reply-email").type("\u{E007}")
        try await browser.waitAcrossPages(for: "#comment-1")
        #expect(try await browser.find("#comment-1").text.contains("Your comment is awaiting moderation."))
    }

    private static func signIn(_ browser: Browser, _ base: String) async throws {
        try await browser.open(base + "/admin/sign-in/")
        try await browser.find("#name").type("owner@example.org")
        try await browser.find("#password").type("a long password")
        try await browser.find("main button").click()
        try await browser.waitAcrossPages(for: ".menu")
    }

    @Test("a guest responds, is held, approved by a key, answered, hears of it by mail, and ends that")
    func journey() async throws {
        try await Self.run { site, base in
            _ = try await site.signUp(.owner)
            try await Browser.run { guest in
                try await Self.respond(guest, base)
                let asked = try await site.writtenMail().first { $0.to == "ann@example.org" }
                let link = try #require(asked?.link)
                try await guest.open(base + link)
                try await guest.find("main button[value=confirm]").click()
                try await guest.waitAcrossPages(for: "#manage-pace")

                try await Browser.run { owner in
                    try await Self.signIn(owner, base)
                    try await owner.open(base + "/admin/comments/")
                    try await owner.press(letter: "j")
                    try await owner.press(letter: "a")
                    try await owner.waitAcrossPages(for: ".notice")
                    try await owner.open(base + "/admin/comments/1/")
                    try await owner.find("#answer-words").type("So it is.")
                    try await owner.find("#answer button").click()
                    try await owner.waitAcrossPages(for: ".menu")
                }

                try await guest.open(base + Self.post)
                #expect(try await guest.find("#comment-1 .comment-content").text == "Well said")
                #expect(try await guest.find("#comment-2").text.contains("So it is."))
                let news = try #require(try await site.writtenMail().first { $0.to == "ann@example.org" })
                #expect(news.text.contains("So it is."))
                let end = try #require(news.unsubscribe).replacing(TestSite.address, with: base)
                try await guest.open(end)
                try await guest.find("main form.reply-form button").click()
                try await guest.waitAcrossPages(for: "main [role=status]")
                #expect(try await guest.find("main [role=status]").text == "You get no more mail about this.")
            }
        }
    }

    @Test("the same without scripts")
    func withoutScripts() async throws {
        try await Self.run { site, base in
            _ = try await site.signUp(.owner)
            try await Browser.run(refusing: .scripts) { browser in
                try await Self.respond(browser, base)
                try await Self.signIn(browser, base)
                try await browser.open(base + "/admin/comments/")
                try await browser.find("#comment-1 button[value='approved 1']").click()
                try await browser.waitAcrossPages(for: ".notice")
                try await browser.open(base + Self.post)
                #expect(try await browser.find("#comment-1 .comment-content").text == "Well said")
            }
        }
    }

    @Test("the site is set up by the link of its first start")
    func setUp() async throws {
        try await Self.run { site, base in
            let token = try #require(try await site.services.setUp.open())
            try await Browser.run { browser in
                try await browser.open(base + "/admin/set-up/\(token.text)/")
                for (field, text) in [("name", "Clio"), ("email", "clio@example.org"), ("password", "a long password")]
                {
                    try await browser.find("#\(field)").type(text)
                }
                try await browser.find("main form button").click()
                try await browser.waitAcrossPages(for: ".menu")
                #expect(try await browser.url.hasSuffix("/admin/?welcome=1"))
            }
        }
    }
}
