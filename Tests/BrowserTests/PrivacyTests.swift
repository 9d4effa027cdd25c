import Accounts
import BrowserSupport
import DatabaseSupport
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("What a reader's browser is made to do", .serialized, .enabled(if: Browser.isAvailable, "no chromedriver"))
struct PrivacyTests {
    private static let export: String = {
        var export = TestExport()
        export.add(attachment: 11, "hall.png", parent: 2)
        export.add(
            .init(2, "Everything", "everything") {
                $0.content = """
                    <p><img src="https://elsewhere.example/seen.png" alt=""> <a href="https://a.example/">A link</a></p>
                    <figure class="wp-block-image"><img src="https://days.example/wp-content/uploads/2012/02/hall.png" alt="A hall"></figure>
                    https://vimeo.com/76979871

                    https://www.youtube.com/watch?v=dQw4w9WgXcQ
                    """
                $0.comments = TestExport.comment(21) + TestExport.comment(22, under: 21, by: "Bo")
            })
        export.add(
            .init(3, "Locked", "locked") {
                $0.date = "2012-02-26 10:30:00"
                $0.password = "slate"
            })
        export.add(.init(4, "About", "about") { $0.kind = "page" })
        return export.text
    }()

    @Test(
        "every public page asks this server alone and sets no cookie, with everything that readers can do switched on")
    func walk() async throws {
        let folder = try FilesToTake(["hall.png": SmallPNG.bytes(width: 640, height: 480)])
        try await TestSite.run(
            Self.export,
            {
                $0.address = "http://days.example"
                $0.media = folder.path
                $0.sendsMail = true
                $0.offersPlayers = true
            }
        ) { site in
            _ = folder
            let now = site.clock.now
            try await site.database.write { tx in
                guard let id = try tx.site()?.id else { return }
                var discussion = try tx.discussion(site: id)
                discussion.likes = .everybody
                discussion.likesComments = true
                try tx.set(discussion, site: id, at: now)
            }
            for provider in ["github", "google", "mastodon", "mail"] {
                try await site.services.logIn.providers.change(
                    provider,
                    to: Providers.Change(
                        name: "", isOn: true, client: "c", secret: "s", details: ProviderDetails()), actor: "test",
                    now: now)
            }
            var crawl = Crawl()
            try await crawl.run(
                site, from: ["/", "/sitemap.xml", "/follow-by-mail/", "/privacy/comments/", "/nothing/", "/?s=words"])
            let pages = crawl.answers.keys.filter { !$0.hasPrefix("/admin/") }.sorted()
            #expect(pages.contains("/2012/02/25/everything/") && pages.count > 30)
            let base = "http://127.0.0.1:\(site.port)"
            try await Browser.run(notesTraffic: true) { browser in
                _ = try await browser.takeRequests()
                for path in pages {
                    try await browser.open(base + path)
                    let asked = try await browser.takeRequests()
                    #expect(asked.contains(base + path), "\(path)")
                    let elsewhere = asked.filter { !$0.hasPrefix(base + "/") && !$0.hasPrefix("data:") }
                    #expect(elsewhere == [], "\(path)")
                    #expect(try await browser.cookies == [], "\(path)")
                }
            }
        }
    }
}
