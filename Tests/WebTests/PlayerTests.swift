import SiteSupport
import Testing

@Suite("Players on a click")
struct PlayerTests {
    private func run(
        offers: Bool, _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        var export = TestExport()
        export.add(.init(2, "A film", "film") { $0.content = "https://vimeo.com/76979871" })
        export.add(
            .init(3, "Words", "words") {
                $0.date = "2012-02-26 10:30:00"
                $0.content = "No film."
            })
        try await TestSite.run(export.text, { $0.offersPlayers = offers }) { site in try await body(site) }
    }

    @Test("by default no page has a script or lets a frame in")
    func off() async throws {
        try await run(offers: false) { site in
            let answer = try await site.get("/2012/02/25/film/")
            #expect(answer.text.contains("embed-vimeo"))
            #expect(!answer.text.contains("players.js"))
            #expect(answer.field("content-security-policy")?.contains("frame-src") == false)
        }
    }

    @Test("where they are on, a page lets in the providers that it shows, and the script comes from here")
    func on() async throws {
        try await run(offers: true) { site in
            for path in ["/2012/02/25/film/", "/"] {
                let answer = try await site.get(path)
                let policy = try #require(answer.field("content-security-policy"))
                #expect(
                    policy.hasPrefix("default-src 'none'; ") && policy.hasSuffix("; frame-src https://player.vimeo.com")
                )
                #expect(answer.fields.count { $0.name.lowercased() == "content-security-policy" } == 1)
                let script = try #require(
                    answer.text.firstMatch(of: /<script src="([^"]+)" defer data-label="Play here"/)?.1)
                let file = try await site.get(String(script))
                #expect(file.status == 200 && file.field("content-type")?.hasPrefix("text/javascript") == true)
                // A page that did not change keeps its policy.
                let again = try await site.get(path, "If-None-Match: \(try #require(answer.field("etag")))")
                #expect(again.status == 304 && again.field("content-security-policy") == policy)
            }
            let words = try await site.get("/2012/02/26/words/")
            #expect(!words.text.contains("players.js"))
            #expect(words.field("content-security-policy")?.contains("frame-src") == false)
        }
    }
}
