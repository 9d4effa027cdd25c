import Database
import Model
import SQLiteDatabase
import SiteSupport
import Store
import Testing
import Web

@Suite("Pages of readers who are logged in")
struct ReaderPageTests {
    private static let speech = DaysGoneBy.speech

    private static func run(_ body: @escaping @Sendable (TestSite, [String]) async throws -> Void) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let now = site.clock.now
            try await site.database.write { tx in
                try tx.set(
                    StoredProvider(slug: "github", preset: "github", isOn: true), site: tx.site()!.id, at: now)
            }
            let tokens = try await site.readers(["Anna", "<b>\"Bob\"</b>"])
            try await body(site, tokens.map { "Cookie: a=b; __Host-thaw-reader=\($0); c=d" })
        }
    }

    @Test("are rendered once for all of them, and filled for each")
    func filled() async throws {
        try await Self.run { site, cookies in
            let first = try await site.get(Self.speech, cookies[0])
            #expect(first.text.contains("You are commenting using your GitHub account."))
            #expect(first.text.contains("Shown as Anna") && first.text.contains(">A</span>"))
            #expect(first.text.contains("value=\"https://Anna.example\""))
            #expect(first.field("cache-control") == "private, no-store" && first.field("etag") == nil)
            #expect(first.field("content-security-policy") != nil)
            let other = try await site.get(Self.speech, cookies[1])
            #expect(other.text.contains("Shown as &lt;b&gt;&quot;Bob&quot;&lt;/b&gt;") && !other.text.contains("Anna"))
            #expect(!other.text.contains("<b>\"Bob"))
            // From now on neither is rendered nor asked of the routes.
            let hits = try await site.metric("thaw_page_hits_total")
            #expect(try await site.get(Self.speech, cookies[0]).body == first.body)
            #expect(try await site.get(Self.speech, cookies[1]).body == other.body)
            #expect(try await site.head(Self.speech, cookies[1]).field("content-length") == String(other.body.count))
            #expect(try await site.metric("thaw_page_hits_total") == hits + 3)
            // No mark is left, whoever asks.
            for answer in [first, other, try await site.get(Self.speech)] {
                #expect(!answer.text.contains("\u{E000}") && !answer.text.contains("\u{E001}"))
            }
            #expect(try await !site.get(Self.speech).text.contains("You are commenting"))
        }
    }

    @Test("tell each one's own like, and are new after every write")
    func fresh() async throws {
        try await Self.run { site, cookies in
            _ = (try await site.get(Self.speech, cookies[0]), try await site.get(Self.speech, cookies[1]))
            #expect(try await site.post("\(Self.speech)likes/", form: "like=1", cookies[0]).status == 303)
            for _ in 0..<2 {
                let liked = try await site.get(Self.speech, cookies[0]).text
                #expect(liked.contains("aria-pressed=\"true\"") && liked.contains("One blogger likes this"))
                let other = try await site.get(Self.speech, cookies[1]).text
                #expect(other.contains("aria-pressed=\"false\"") && other.contains("One blogger likes this"))
            }
            // Another name at the next login is shown in the old session too.
            let now = site.clock.now
            try await site.database.write { tx in
                _ = try tx.note(
                    Identity(
                        site: tx.site()!.id, provider: "github", issuer: "https://github.com", subject: "Anna",
                        name: "Anne"), at: now)
            }
            #expect(try await site.get(Self.speech, cookies[0]).text.contains("Shown as Anne"))
            // Logged out, and over by itself.
            _ = try await site.post("\(Self.speech)comments/", form: "comment=&login=out", cookies[0])
            #expect(try await !site.get(Self.speech, cookies[0]).text.contains("You are commenting"))
            site.clock.advance(seconds: 86_401)
            #expect(try await !site.get(Self.speech, cookies[1]).text.contains("You are commenting"))
        }
    }

    @Test("are everybody's where nothing is their own, with validators")
    func lists() async throws {
        try await Self.run { site, cookies in
            for path in ["/", "/feed/", "/2012/"] {
                let everybody = try await site.get(path)
                let reader = try await site.get(path, cookies[0])
                #expect(reader.body == everybody.body && reader.field("etag") == everybody.field("etag"), "\(path)")
            }
            let hits = try await site.metric("thaw_page_hits_total")
            _ = try await site.get("/", cookies[0])
            #expect(try await site.metric("thaw_page_hits_total") == hits + 1)
            // A made-up session is nobody's.
            let nobody = try await site.get(
                Self.speech, "Cookie: __Host-thaw-reader=\(String(repeating: "0", count: 64))")
            #expect(nobody.status == 200 && !nobody.text.contains("You are commenting"))
        }
    }
}
