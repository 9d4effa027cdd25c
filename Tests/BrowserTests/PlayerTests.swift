import BrowserSupport
import SiteSupport
import Testing

@Suite("Players in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct PlayerTests {
    private func film(
        offers: Bool = true, _ body: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        var export = TestExport()
        export.add(.init(2, "A film", "film") { $0.content = "https://vimeo.com/76979871" })
        try await TestSite.run(export.text, { $0.offersPlayers = offers }) { site in
            try await body("http://127.0.0.1:\(site.port)/2012/02/25/film/")
        }
    }

    private static let foreign = """
        return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => !name.startsWith(location.origin + '/'));
        """

    @Test("a key or a click loads the player where the button was, and nothing is asked of its provider before")
    func loading() async throws {
        try await film { address in
            try await Browser.run { browser in
                try await browser.noteFaults()
                try await browser.open(address)
                #expect(try await browser.findAll("iframe").isEmpty)
                #expect(try await browser.execute(Self.foreign) == [])
                #expect(try await browser.find(".embed-card-note").text.contains("Vimeo"))
                let button = try await browser.find(".embed-card button")
                #expect(try await button.text == "Play here")
                try await button.type("\u{E007}")
                let frame = try await browser.find(".embed-card iframe")
                #expect(
                    try await frame.attribute("src") == "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1")
                let shape = try await browser.execute(
                    """
                    const box = document.querySelector('iframe').getBoundingClientRect();
                    return [Math.round(box.width / box.height * 9), document.activeElement.tagName,
                        document.querySelectorAll('.embed-card button, .embed-card-note').length];
                    """)
                #expect(shape == [.number(16), "IFRAME", .number(0)])
                #expect(try await browser.find(".embed-card a").attribute("href") == "https://vimeo.com/76979871")
                #expect(try await browser.faults == [])
            }
        }
    }

    @Test("without scripts, and where players are off, the card stays a link")
    func link() async throws {
        for (offers, javaScript) in [(true, false), (false, true)] {
            try await film(offers: offers) { address in
                try await Browser.run(refusing: javaScript ? nil : .scripts) { browser in
                    try await browser.open(address)
                    #expect(try await browser.findAll(".embed-card button").isEmpty)
                    #expect(try await browser.find(".embed-card a").isDisplayed)
                }
            }
        }
    }
}
