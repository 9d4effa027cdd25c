import BrowserSupport
import LoopbackSupport
import Model
import SiteSupport
import Testing
import Web

/// With Chromium's own authenticator.
@Suite("Passkeys in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct PasskeyTests {
    private static func run(_ body: @escaping @Sendable (TestSite, String, Browser) async throws -> Void) async throws {
        let port = try IdentityServer.freePort()
        // Keys are made for names alone.
        let base = "http://localhost:\(port)"
        try await TestSite.run(
            TestExport().text,
            {
                $0.address = base
                $0.port = port
                $0.clock = .today()
            }
        ) { site in
            _ = try await site.signUp(.owner)
            try await Browser.run { browser in
                try await browser.addAuthenticator()
                try await browser.open(base + "/admin/sign-in/")
                try await browser.find("#name").type("owner@example.org")
                try await browser.find("#password").type("a long password\u{E007}")
                try await browser.waitAcrossPages(for: ".menu")
                try await body(site, base, browser)
            }
        }
    }

    private static func add(_ name: String, _ password: String, _ browser: Browser, _ base: String) async throws {
        try await browser.open(base + "/admin/profile/passkeys/")
        try await browser.find("#name").type(name)
        try await browser.find("#present").type(password)
        try await browser.find("button[name=add]").click()
    }

    private static func signOut(_ browser: Browser) async throws {
        try await browser.find(".person button").click()
        try await browser.waitAcrossPages(for: "#password")
    }

    @Test("one is made, signs in without a code, is known to be there already, and is taken away")
    func journey() async throws {
        try await Self.run { site, base, browser in
            try await Self.add("Phone", "not it", browser, base)
            try await browser.wait(
                for: "the sentence", until: "document.body.textContent.includes('not your present password')")
            try await Self.add("Phone", "a long password", browser, base)
            try await browser.waitAcrossPages(for: "button[name=remove]")
            #expect(try await browser.find(".rows").text.contains("Phone"))

            try await Self.add("Once more", "a long password", browser, base)
            try await browser.wait(
                for: "the sentence", until: "document.body.textContent.includes('has a passkey of yours already')")

            try await Self.signOut(browser)
            try await browser.find("[data-passkey] button").click()
            try await browser.waitAcrossPages(for: ".menu")
            #expect(try await browser.url == base + "/admin/")

            try await browser.open(base + "/admin/profile/passkeys/")
            #expect(try await browser.find(".rows").text.contains("last used"))
            try await browser.find("#present").type("a long password")
            try await browser.find("button[name=remove]").click()
            try await browser.waitAcrossPages(for: ".notice")
            #expect(try await browser.findAll("button[name=remove]").isEmpty)
            try await Self.signOut(browser)
            #expect(try await browser.findAll("[data-passkey]").isEmpty)
        }
    }

    @Test("instead of the password: that one is given up, and the last key stays")
    func withoutPassword() async throws {
        try await Self.run { site, base, browser in
            try await Self.add("Phone", "a long password", browser, base)
            try await browser.waitAcrossPages(for: "button[name=forget]")
            try await browser.find("#present").type("a long password")
            try await browser.find("button[name=forget]").click()
            try await browser.waitAcrossPages(for: ".notice")
            let answer = try await site.post("/admin/sign-in/", form: "name=owner@example.org&password=a+long+password")
            #expect(answer.status == 403)
            try await browser.find("button[name=remove]").click()
            try await browser.waitAcrossPages(for: "main > .fault")
            #expect(try await browser.find("main > .fault").text.contains("your last way in"))
            // Where it was asked for the password, a session that has just begun is enough, and an older one is not.
            site.clock.advance(seconds: 700)
            try await browser.find("button[name=remove]").click()
            try await browser.wait(
                for: "the sentence", until: "document.body.textContent.includes('more than ten minutes ago')")
            try await Self.signOut(browser)
            try await browser.find("[data-passkey] button").click()
            try await browser.waitAcrossPages(for: ".menu")
        }
    }
}
