import SiteSupport
import Testing

@Suite("What readers must not see")
struct PrivacyTests {
    @Test("no page, feed or map shows what is not public")
    func nothingSecret() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            var crawl = Crawl()
            try await crawl.run(site, from: ["/", "/sitemap.xml", "/sitemap-1.xml"])
            let paths =
                Array(crawl.answers.keys)
                + [
                    "/feed/", "/feed/atom/", "/comments/feed/", "/comments/feed/atom/", "\(DaysGoneBy.speech)feed/",
                    "/tag/moscow/feed/", "/category/centuries/twentieth/feed/", "/author/clio/feed/", "/robots.txt",
                    "/nothing/", "/?p=9", DaysGoneBy.locked,
                ]
            #expect(crawl.answers.count > 30)
            for path in Set(paths) {
                let answer = try await site.get(path)
                let everything = answer.text + answer.fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
                for secret in ["SECRET", "private.example", "192.0.2.77", DaysGoneBy.password, "Tomorrow", "secret-"] {
                    #expect(!everything.contains(secret), "\(secret) at \(path)")
                }
            }
        }
    }

    @Test(
        "what is not public has no address",
        arguments: [
            "/?p=11", "/?p=12", "/?p=13", "/?p=14", "/?p=15", "/2012/02/25/secret-draft/",
            "/2012/02/25/secret-private/",
            "/2012/02/25/secret-trash/", "/2026/04/09/tomorrow/", "\(DaysGoneBy.locked)feed/", "/?name=secret-draft",
        ])
    func hidden(path: String) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let answer = try await site.get(path)
            #expect(answer.status == 404)
            #expect(!answer.text.contains("SECRET"))
        }
    }

    @Test("a comment that is not shown leads nowhere by its number", arguments: [23, 24, 25, 53])
    func hiddenComment(number: Int) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let answer = try await site.get("\(DaysGoneBy.speech)?replytocom=\(number)")
            #expect(answer.location?.contains("#") != true)
        }
    }

    @Test("a protected post asks for its password, and shows itself to who gave it alone")
    func password() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let path = DaysGoneBy.locked
            let form = try await site.get(path)
            let tags = Tag.all(in: form.text)
            #expect(tags.contains { $0.name == "form" && $0["action"] == path && $0["method"] == "post" })
            #expect(tags.contains { $0.name == "input" && $0["name"] == "post_password" })
            #expect(tags.contains { $0.name == "meta" && $0["name"] == "robots" && $0["content"] == "noindex" })

            let wrong = try await site.post(path, form: "post_password=friend")
            #expect(wrong.status == 403)
            #expect(wrong.cookie == nil)
            #expect(wrong.text.contains("role=\"alert\""))
            #expect(!wrong.text.contains("SECRET"))

            let right = try await site.post(path, form: "post_password=open+sesame")
            #expect(right.status == 303)
            #expect(right.location == path)
            let set = try #require(right.field("set-cookie"))
            #expect(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Secure"))
            #expect(!set.contains("sesame"))
            let cookie = "Cookie: \(try #require(right.cookie))"

            for _ in 0..<3 {
                let open = try await site.get(path, cookie)
                #expect(open.text.contains("SECRET words behind a door."))
                #expect(open.field("cache-control") == "private, no-store")
                #expect(open.field("etag") == nil)
                let closed = try await site.get(path)
                #expect(!closed.text.contains("SECRET"))
            }
            let forged = try await site.get(path, "Cookie: thaw-post-password=\(String(repeating: "0", count: 64))")
            #expect(!forged.text.contains("SECRET"))
            let elsewhere = try await site.get("/feed/", cookie)
            #expect(!elsewhere.text.contains("SECRET"))
        }
    }

    @Test("a password opens nothing but a post that has it")
    func wrongPlace() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let answer = try await site.post(DaysGoneBy.speech, form: "post_password=open+sesame")
            #expect(answer.cookie == nil)
            #expect(try await site.post("/nothing/", form: "post_password=x").status == 404)
        }
    }
}
