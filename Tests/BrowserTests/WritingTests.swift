import Accounts
import BrowserSupport
import DatabaseSupport
import Foundation
import Model
import Publishing
import SiteSupport
import Testing

@Suite("Writing in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct WritingTests {
    @Test("a post with a picture is written beside its preview, kept before it is saved, published and revised")
    func writing() async throws {
        try await TestSite.run(TestExport().text, { $0.address = "http://days.example" }) { site in
            _ = try await AddAccount(site.database, hasher: TestSite.hasher, actor: "test").add(
                name: "Clio", email: "clio@example.org", password: "a long password", role: .owner,
                now: site.clock.now)
            let picture = site.folder.path("The hall.png")
            try Data(SmallPNG.bytes(width: 640, height: 480)).write(to: URL(filePath: picture))
            try await Browser.run { browser in
                let base = "http://127.0.0.1:\(site.port)"
                try await browser.open(base + "/admin/sign-in/")
                try await browser.find("#name").type("clio@example.org")
                try await browser.find("#password").type("a long password")
                try await browser.find("main button").click()
                try await browser.waitAcrossPages(for: ".menu")

                try await browser.open(base + "/admin/media/")
                try await browser.find("#file").type(picture)
                try await browser.find("#alternative").type("A hall")
                try await browser.find("#caption").type("In the Kremlin")
                try await browser.find(".upload button").click()
                try await browser.waitAcrossPages(for: ".medium img")
                let markdown = try await browser.find("main code").text
                #expect(markdown == "![A hall](/wp-content/uploads/2026/04/the-hall.png \"In the Kremlin\")")

                try await browser.open(base + "/admin/posts/new/")
                try await browser.find("#title").type("The speech")
                try await browser.find("#source").type("He *spoke*.\n\n" + markdown)
                try await browser.wait(
                    for: "the preview",
                    until: "document.querySelector('.preview figcaption')?.textContent === 'In the Kremlin'")
                try await browser.wait(
                    for: "the picture", until: "document.querySelector('.preview img')?.naturalWidth > 0")
                try await browser.find("button[value=save]").click()
                try await browser.waitAcrossPages(for: ".notice")

                try await browser.find("#source").type(" More.")
                try await browser.wait(
                    for: "it is kept", until: "document.querySelector('.autosave').textContent === 'Kept.'")
                _ = try await browser.execute("document.querySelector('#standing').value = 'published'")
                try await browser.find("button[value=save]").click()
                try await browser.wait(
                    for: "it is published",
                    until: "document.querySelector('.notice')?.textContent.includes('published')")
                let editor = try await browser.url.replacing("?saved=1", with: "")
                try await browser.open(base + "/2026/04/08/the-speech/")
                #expect(try await browser.source.contains("More."))

                try await browser.open(editor + "revisions/")
                #expect(try await !browser.findAll(".difference .added").isEmpty)
                try await browser.find("main form button").click()
                try await browser.waitAcrossPages(for: ".editor")
                try await browser.open(base + "/2026/04/08/the-speech/")
                #expect(try await !browser.source.contains("More."))
            }
        }
    }

    @Test("without scripts: looked at, scheduled, out when its time comes, revised and put back")
    func withoutScripts() async throws {
        try await TestSite.run(TestExport().text, { $0.address = "http://days.example" }) { site in
            _ = try await site.signUp(.owner)
            try await Browser.run(refusing: .scripts) { browser in
                let base = "http://127.0.0.1:\(site.port)"
                try await browser.open(base + "/admin/sign-in/")
                try await browser.find("#name").type("owner@example.org")
                try await browser.find("#password").type("a long password")
                try await browser.find("main button").click()

                try await browser.open(base + "/admin/posts/new/")
                try await browser.find("#title").type("The speech")
                try await browser.find("#source").type("He *spoke*.")
                try await browser.find("button[value=preview]").click()
                #expect(try await browser.find(".preview em").text == "spoke")

                // The site's clock shows noon of April 8, 2026.
                try await browser.find("#standing option[value=published]").click()
                try await browser.find("#date").type("04092026\t0900AM")
                try await browser.find("button[value=save]").click()
                let date = try await browser.find("#date").property("value").string
                #expect(date == "2026-04-09T09:00")
                let editor = try await browser.url.replacing("?saved=1", with: "")
                let address = "/2026/04/09/the-speech/"
                #expect(try await site.get(address).status == 404)
                site.clock.advance(seconds: 22 * 3600)
                _ = try await site.publish.publishDue(now: site.clock.now)
                #expect(try await site.get(address).text.contains("<em>spoke</em>"))

                try await browser.open(editor)
                try await browser.find("#source").type(" More.")
                try await browser.find("button[value=save]").click()
                #expect(try await site.get(address).text.contains("More."))
                try await browser.open(editor + "revisions/")
                #expect(try await !browser.findAll(".difference .added").isEmpty)
                try await browser.find("main form button").click()
                #expect(try await !site.get(address).text.contains("More."))
            }
        }
    }
}
