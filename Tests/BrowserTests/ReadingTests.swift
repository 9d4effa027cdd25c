import BrowserSupport
import SiteSupport
import Testing

@Suite("Reading in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct ReadingTests {
    private static let speech = "/2026/02/25/february-25-1956-khrushchev-speaks-behind-closed-doors/"
    private static let locked = "/2026/03/20/a-walk-along-washington-place/"

    /// Serves the sample chronicle; gives where.
    private func sample(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
        var setting = TestSite.Setting(exports: [TestFiles.sample])
        setting.address = "http://127.0.0.1"
        try await TestSite.run(setting) { site in try await body("http://127.0.0.1:\(site.port)") }
    }

    @Test(
        "pages fit the window, ask nothing of another host and break no rule of their own", arguments: [320, 768, 1280])
    func widths(width: Int) async throws {
        try await sample { root in
            try await Browser.run { browser in
                try await browser.view(width: width, height: 900)
                try await browser.noteFaults()
                for path in ["/", Self.speech, Self.locked, "/about/", "/nothing/"] {
                    try await browser.open(root + path)
                    let layout = try await browser.execute(
                        """
                        const root = document.documentElement;
                        return [innerWidth, root.scrollWidth - root.clientWidth, document.styleSheets.length];
                        """)
                    #expect(layout == [.number(Double(width)), .number(0), .number(1)], "\(path)")
                    let foreign = try await browser.execute(
                        """
                        return performance.getEntriesByType('resource').map(entry => entry.name)
                            .filter(name => !name.startsWith(location.origin + '/'));
                        """)
                    #expect(foreign == [], "\(path)")
                    #expect(try await browser.faults == [], "\(path)")
                }
            }
        }
    }

    @Test("with scripts switched off everything can be read")
    func withoutScripts() async throws {
        try await sample { root in
            try await Browser.run(refusing: .scripts) { browser in
                try await browser.open(root + Self.speech)
                #expect(
                    try await browser.find("h1").text == "February 25, 1956 – Khrushchev Speaks Behind Closed Doors")
                #expect(try await browser.find("#comments-heading").text == "One Response")
                #expect(try await browser.findAll(".comment").count == 1)
                for element in try await browser.findAll("main, #comments, .site-header, .site-footer") {
                    #expect(try await element.isDisplayed)
                }
                try await browser.find(".site-title a").click()
                #expect(try await browser.url == root + "/")
                #expect(try await browser.findAll("article.h-entry").count == 11)
            }
        }
    }

    @Test("the first Tab reaches the link that skips to the content")
    func keyboard() async throws {
        try await sample { root in
            try await Browser.run { browser in
                try await browser.open(root + Self.speech)
                try await browser.find("body").type("\u{E004}")
                let focus = try await browser.execute("return document.activeElement.className")
                #expect(focus == "skip-link")
                let box = try await browser.execute(
                    """
                    const box = document.activeElement.getBoundingClientRect();
                    return box.width > 40 && box.left >= 0 && box.top >= 0;
                    """)
                #expect(box == .bool(true))
                try await browser.find(".skip-link").type("\u{E007}")
                #expect(try await browser.execute("return document.activeElement.id") == "main")
            }
        }
    }

    @Test("the password of a protected post opens it, a wrong one says so")
    func password() async throws {
        try await sample { root in
            try await Browser.run { browser in
                try await browser.noteFaults()
                try await browser.open(root + Self.locked)
                try await browser.find("#post-password").type("slate\u{E007}")
                try await browser.waitAcrossPages(for: "[role=alert]")
                try await browser.find("#post-password").type("chalk\u{E007}")
                try await browser.waitAcrossPages(for: ".e-content")
                #expect(try await browser.url == root + Self.locked)
                #expect(try await browser.faults == [])
                try await browser.reload()
                #expect(try await browser.findAll(".e-content").count == 1)
            }
        }
    }
}
