import Database
import Pages
import SQLiteDatabase
import SiteSupport
import Testing
import Web

@Suite("Answers and their heads")
struct AnswerTests {
    private static let security = [
        "content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
        "permissions-policy", "strict-transport-security",
    ]

    private func expectSecurity(_ answer: Answer, _ what: String) {
        for name in Self.security { #expect(answer.field(name) != nil, "\(name) of \(what)") }
    }

    @Test("every answer carries the security fields: 200, 301, 303, 304, 400, 403, 404, 413, 421")
    func securityFields() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.hosts = ["localhost"] }) { site in
            for (path, status) in [
                ("/", 200), ("/", 200), ("/feed/", 200), ("/healthz", 200), ("/metrics", 200), ("/robots.txt", 200),
                ("/?p=7", 301), ("/nothing/", 404), ("/theme/0/x.css", 404),
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == status, "\(path)")
                expectSecurity(answer, path)
            }
            let tag = try #require(try await site.get("/").field("etag"))
            let known = try await site.get("/", "If-None-Match: \(tag)")
            #expect(known.status == 304)
            expectSecurity(known, "304")
            let elsewhere = try await site.get("/", "Host: elsewhere.example")
            #expect(elsewhere.status == 421)
            expectSecurity(elsewhere, "421")
            for (form, status) in [("post_password=x", 403), ("post_password=open+sesame", 303), ("x=1", 400)] {
                let answer = try await site.post(DaysGoneBy.locked, form: form)
                #expect(answer.status == status)
                expectSecurity(answer, form)
            }
        }
    }

    @Test("a fault within is answered 500 without a word of its cause")
    func fault() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            try await site.database.write { tx in try tx.run("DROP TABLE post_meta") }
            let answer = try await site.get(DaysGoneBy.speech)
            #expect(answer.status == 500)
            #expect(answer.field("cache-control") == "no-store")
            expectSecurity(answer, "500")
            for word in ["SQLite", "post_meta", "no such table", ".swift"] { #expect(!answer.text.contains(word)) }
        }
    }

    @Test(
        "HEAD answers as GET does, without the body",
        arguments: ["/", DaysGoneBy.speech, "/feed/", "/sitemap.xml", "/robots.txt", "/nothing/", "/?p=7", "/healthz"])
    func head(path: String) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for round in 1...2 {
                let get = try await site.get(path)
                let head = try await site.head(path)
                #expect(head.status == get.status, "round \(round)")
                #expect(head.body.isEmpty)
                for name in ["content-length", "content-type", "etag", "cache-control", "location", "vary"] {
                    // The page that tells of an error names its request.
                    #expect(head.field(name) == get.field(name), "\(name), round \(round)")
                }
            }
        }
    }

    @Test("each coding has a validator of its own, and 304 comes back for it")
    func validators() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for _ in 0..<3 { _ = try await site.get("/") }
            await site.services.pages.compressionIsDone()
            var tags: Set<String> = []
            for (accepted, coding) in [("identity", nil), ("gzip", "gzip"), ("br", "br")] as [(String, String?)] {
                let answer = try await site.get("/", "Accept-Encoding: \(accepted)")
                #expect(answer.field("content-encoding") == coding)
                #expect(answer.field("vary")?.lowercased().contains("accept-encoding") == true)
                let tag = try #require(answer.field("etag"))
                tags.insert(tag)
                let known = try await site.get("/", "Accept-Encoding: \(accepted)", "If-None-Match: \(tag)")
                #expect(known.status == 304)
                #expect(known.field("etag") == tag)
                #expect(known.body.isEmpty)
                let other = try await site.get("/", "Accept-Encoding: \(accepted)", "If-None-Match: \"other\"")
                #expect(other.status == 200)
            }
            #expect(tags.count == 3)
        }
    }
}
