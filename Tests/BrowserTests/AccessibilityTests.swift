import BrowserSupport
import Foundation
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Nothing that axe-core knows hinders anybody", .serialized, .enabled(if: Browser.isAvailable, "no chromedriver"))
struct AccessibilityTests {
    struct Screen: Sendable, CustomTestStringConvertible {
        let width: Int
        let scheme: String
        var testDescription: String { "\(width) pixels, \(scheme)" }
    }

    private static let screens = [Screen(width: 1200, scheme: "light"), Screen(width: 390, scheme: "dark")]

    private static let export: String = {
        var export = TestExport()
        export.add(attachment: 11, "hall.png", parent: 2)
        export.add(
            .init(2, "Everything", "everything") {
                $0.content = """
                    <h2>A part</h2><p>A <a href="https://a.example/">link</a>, <code>code</code> and a note[@taubman2003, p. 273].</p>
                    <blockquote><p>Said […] by [him].</p><cite>Somebody</cite></blockquote>
                    <figure class="quotation"><blockquote><p>Said.</p></blockquote><figcaption>— Somebody</figcaption></figure>
                    <figure class="wp-block-image"><img src="https://days.example/wp-content/uploads/2012/02/hall.png" alt="A hall"><figcaption>The hall</figcaption></figure>
                    <table><thead><tr><th>Year</th></tr></thead><tbody><tr><td>1956</td></tr></tbody></table>
                    <details><summary>More of it</summary><p>Hidden.</p></details>
                    https://vimeo.com/76979871

                    [gallery ids="11"]
                    """
                $0.comments = TestExport.comment(21) + TestExport.comment(22, under: 21, by: "Bo")
                $0.more = TestExport.meta(
                    "_thaw_sources",
                    #"[{"id": "taubman2003", "type": "book", "title": "Khrushchev", "author": [{"family": "Taubman"}]}]"#
                )
            })
        export.add(
            .init(3, "Locked", "locked") {
                $0.date = "2012-02-26 10:30:00"
                $0.password = "slate"
            })
        export.add(.init(4, "About", "about") { $0.kind = "page" })
        export.add(.init(5, "April 8, 1820 – A find on an island", "find") { $0.date = "2012-02-27 10:30:00" })
        export.add(.init(6, "1917 – Two revolutions", "two") { $0.date = "2012-02-28 10:30:00" })
        return export.text
    }()

    private func walk(
        _ screen: Screen, signedIn: Bool, _ paths: @escaping @Sendable (TestSite) -> [String]
    ) async throws {
        let folder = try FilesToTake(["hall.png": SmallPNG.bytes(width: 640, height: 480)])
        try await TestSite.run(
            Self.export,
            {
                $0.address = "http://days.example"
                $0.media = folder.path
                $0.sendsMail = true
            }
        ) { site in
            _ = folder
            let base = "http://127.0.0.1:\(site.port)"
            _ = try await site.signUp(.owner)
            try await Self.noteLink(site)
            try await Browser.run { browser in
                try await browser.view(width: screen.width, height: 900)
                try await browser.devTools(
                    "Emulation.setEmulatedMedia",
                    ["features": [["name": "prefers-color-scheme", "value": .string(screen.scheme)]]])
                if signedIn {
                    try await browser.open(base + "/admin/sign-in/")
                    try await browser.find("#name").type("owner@example.org")
                    try await browser.find("#password").type("a long password")
                    try await browser.find("main button").click()
                    try await browser.waitAcrossPages(for: ".menu")
                }
                for path in paths(site) {
                    try await browser.open(base + path)
                    let barriers = try await browser.barriers()
                    #expect(barriers == [], "\(path)")
                }
            }
        }
    }

    /// An address that waits to be asked, with its row on the page of links.
    private static func noteLink(_ site: TestSite) async throws {
        let now = site.clock.now
        try await site.database.write { tx in
            guard let id = try tx.site()?.id, let post = try tx.post(number: 2, site: id) else { return }
            let named = NamedAddress(address: "https://a.example/", host: "a.example")
            try tx.setAddresses([named], namedBy: .post, post.id.rawValue, site: id, at: now)
        }
    }

    @Test("what readers see", arguments: screens)
    func reading(screen: Screen) async throws {
        try await walk(screen, signedIn: false) { _ in
            [
                "/", "/2012/02/25/everything/", "/2012/02/25/everything/?replytocom=21", "/2012/02/26/locked/",
                "/about/", "/2012/", "/tag/moscow/", "/category/centuries/twentieth/", "/author/clio/", "/?s=words",
                "/today/", "/on/04-08/", "/on/04/", "/in/1820/", "/in/19th-century/", "/timeline/",
                "/?s=nothing+at+all", "/nothing/", "/follow-by-mail/", "/admin/sign-in/", "/admin/forgotten/",
            ]
        }
    }

    @Test("what people of the site see", arguments: screens)
    func administration(screen: Screen) async throws {
        try await walk(screen, signedIn: true) { site in
            let whole = AdminRoute.all(site.services).filter { "\($0.method)" == "GET" && !$0.path.contains(":") }
                .map { "/\($0.path)/" }.filter { !$0.contains("export") && !$0.hasSuffix("picture/") }
            return whole + [
                "/admin/posts/2/", "/admin/posts/2/revisions/", "/admin/posts/2/markdown/", "/admin/pages/4/",
                "/admin/media/11/", "/admin/comments/?status=approved", "/admin/comments/21/", "/admin/views/2/",
                "/admin/links/?list=unchecked",
                "/admin/sources/edit/?key=taubman2003",
            ]
        }
    }
}
