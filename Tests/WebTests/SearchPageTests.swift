import Publishing
import SiteSupport
import Testing

@Suite("Searching")
struct SearchPageTests {
    private static func export(posts: Int = 0) -> String {
        var export = TestExport()
        export.add(
            TestExport.Item(7, "The Secret Speech", "secret-speech") { item in
                item.content = "<p>Khrushchev spoke in <em>Moscow</em> &amp; named \"him\".</p>"
                item.comments =
                    TestExport.comment(21, by: "Ann", "I stood at the <b>lighthouse</b>.")
                    + TestExport.comment(22, "HIDDEN held", status: "0")
            })
        export.add(
            TestExport.Item(8, "Behind a Door", "behind-a-door") { item in
                item.content = "<p>HIDDEN words behind a door.</p>"
                item.password = "open sesame"
                item.comments = TestExport.comment(31, "HIDDEN answer.")
            })
        for (number, status) in [(9, "draft"), (10, "private"), (11, "pending"), (12, "trash"), (13, "future")] {
            export.add(
                TestExport.Item(number, "HIDDEN \(status)", "hidden-\(status)") { item in
                    item.status = status
                    item.content = "<p>HIDDEN</p>"
                    if status == "future" { item.date = "2030-01-01 10:00:00" }
                })
        }
        export.add(
            TestExport.Item(14, "解冻", "jiedong") { $0.content = "<p>一九五六年在莫斯科召开了大会。</p>" })
        for number in 0..<posts {
            export.add(TestExport.Item(100 + number, "Harbour \(number)", "harbour-\(number)"))
        }
        return export.text
    }

    @Test("what is found is linked, marked and cut, by its text or by a comment; the question stays in the field")
    func finding() async throws {
        try await TestSite.run(Self.export()) { site in
            let answer = try await site.get("/?s=moscow+%22spoke+in%22")
            #expect(answer.status == 200)
            #expect(answer.text.contains("<a href=\"/2012/02/25/secret-speech/\">The Secret Speech</a>"))
            #expect(
                answer.text.contains(
                    "Khrushchev <mark>spoke in</mark> <mark>Moscow</mark> &amp; named “him”."))
            #expect(answer.text.contains("value=\"moscow &quot;spoke in&quot;\""))
            #expect(answer.text.contains("One result"))
            let tags = Tag.all(in: answer.text)
            #expect(tags.contains { $0.name == "meta" && $0["name"] == "robots" && $0["content"] == "noindex" })
            let comment = try await site.get("/?s=lighthouse").text
            #expect(comment.contains("<a href=\"/2012/02/25/secret-speech/#comment-21\">"))
            #expect(comment.contains("I stood at the <mark>lighthouse</mark>"))
            #expect(comment.contains("Response by Ann"))
            let chinese = try await site.get("/?s=%E5%A4%A7%E4%BC%9A").text
            #expect(chinese.contains("<mark>大会</mark>"))
            #expect(chinese.contains("href=\"/2012/02/25/jiedong/\""))
        }
    }

    @Test(
        "no question finds what is hidden",
        arguments: ["hidden", "HIDDEN", "hidd", "door", "\"words behind\"", "answer"])
    func hidden(question: String) async throws {
        try await TestSite.run(Self.export()) { site in
            let escaped = question.replacing(" ", with: "+").replacing("\"", with: "%22")
            let cookie = try #require(
                try await site.post("/2012/02/25/behind-a-door/", form: "post_password=open+sesame").cookie)
            for fields in [[], ["Cookie: \(cookie)"]] {
                let answer = try await SiteClient.connect(port: site.port) { client in
                    try await client.request("GET", "/?s=\(escaped)", fields)
                }
                #expect(answer.status == 200)
                #expect(answer.text.contains("0 results"))
                #expect(!answer.text.contains("HIDDEN words"))
                #expect(!answer.text.contains("HIDDEN answer"))
                #expect(!answer.text.contains("behind-a-door"))
            }
        }
    }

    @Test("a post that is trashed, or published again, leaves the results and comes back at once")
    func fresh() async throws {
        try await TestSite.run(Self.export()) { site in
            for _ in 0..<2 {
                #expect(try await site.get("/?s=khrushchev").text.contains("secret-speech"))
                try await site.trash.trash(number: 7, now: site.clock.now)
                #expect(!(try await site.get("/?s=khrushchev").text.contains("secret-speech")))
                #expect(!(try await site.get("/?s=lighthouse").text.contains("comment-21")))
                _ = try await site.publish.publish(number: 7, now: site.clock.now)
            }
        }
    }

    @Test("results come in pages, and a page that is not there is not found")
    func pages() async throws {
        try await TestSite.run(Self.export(posts: 25)) { site in
            let first = try await site.get("/?s=harbour").text
            #expect(first.contains("25 results"))
            #expect(first.contains("href=\"/?s=harbour&amp;paged=2\""))
            var found: Set<String> = []
            for page in 1...3 {
                let html = try await site.get("/?s=harbour&paged=\(page)").text
                found.formUnion(
                    Tag.all(in: html).compactMap { $0["href"] }.filter { $0.contains("/harbour-") })
            }
            #expect(found.count == 25)
            #expect(try await site.get("/?s=harbour&paged=4").status == 404)
        }
    }

    @Test("a question without an answer offers the newest posts or near titles, and an empty one a field")
    func nothing() async throws {
        try await TestSite.run(Self.export()) { site in
            let near = try await site.get("/?s=speech+nowhere").text
            #expect(near.contains("0 results"))
            #expect(near.contains("<li><a href=\"/2012/02/25/secret-speech/\">The Secret Speech</a></li>"))
            #expect(try await site.get("/?s=xyzzy").text.contains("<li><a href="))
            let empty = try await site.get("/?s=")
            #expect(empty.status == 200)
            #expect(empty.text.contains("id=\"page-search\""))
            let sign = try await site.get("/?s=%3Cscript%3E%22'").text
            #expect(sign.contains("&lt;script&gt;"))
            #expect(!sign.contains("<script>"))
        }
    }

    @Test(
        "a question of any length or bytes is answered",
        arguments: ["%FF%FE", "%00", "a%20", "\"", "-", "*", "NEAR(a)"])
    func odd(question: String) async throws {
        try await TestSite.run(Self.export()) { site in
            #expect(try await site.get("/?s=\(question.replacing("\"", with: "%22"))").status == 200)
            let long = try await site.get("/?s=" + String(repeating: "speech+", count: 500))
            #expect(long.status == 200)
            #expect(long.text.contains("The question was too long"))
        }
    }

    @Test("WordPress's addresses of a search lead to it")
    func addresses() async throws {
        try await TestSite.run(Self.export()) { site in
            let plus = try await site.get("/search/secret+speech/")
            #expect(plus.location == "/?s=secret%20speech")
            #expect(try await site.get("/search/secret%20speech/page/2/").location == "/?s=secret%20speech&paged=2")
            #expect(try await site.get("/about/?s=moscow").location == "/?s=moscow")
        }
    }

    @Test("a search has feeds of its newest posts, in every format, without what is hidden")
    func feeds() async throws {
        try await TestSite.run(Self.export(posts: 3)) { site in
            let page = try await site.get("/?s=harbour").text
            #expect(page.contains("href=\"/search/harbour/feed/\""))
            #expect(try await site.get("/?s=harbour&feed=rss2").location == "/search/harbour/feed/")
            #expect(try await site.get("/search/harbour/feed/rss2/").location == "/search/harbour/feed/")
            #expect(try await site.get("/?s=&feed=atom").location == "/feed/atom/")
            for path in ["/search/harbour/feed/", "/search/harbour/feed/atom/", "/search/harbour/feed/json/"] {
                let answer = try await site.get(path)
                #expect(answer.status == 200, "\(path)")
                for number in 0..<3 { #expect(answer.text.contains("/harbour-\(number)/"), "\(path)") }
                #expect(!answer.text.contains("secret-speech"))
            }
            let hidden = try await site.get("/search/hidden/feed/")
            #expect(hidden.status == 200)
            #expect(!hidden.text.contains("HIDDEN"))
            #expect(!hidden.text.contains("<item>"))
        }
    }

    @Test("a page of results is not kept")
    func notKept() async throws {
        try await TestSite.run(Self.export()) { site in
            let before = try await site.metric("thaw_page_hits_total")
            for _ in 0..<4 { _ = try await site.get("/?s=moscow") }
            #expect(try await site.metric("thaw_page_hits_total") == before)
        }
    }

    @Test("an address that is nearly right leads to the post, or offers those with near titles")
    func guessing() async throws {
        try await TestSite.run(Self.export(posts: 3)) { site in
            for path in [
                "/secret-speech/", "/secret/", "/2012/02/25/secret-sp/", "/2012/02/secret-speech/", "/2012/secret",
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == 301, "\(path)")
                #expect(answer.location == "/2012/02/25/secret-speech/", "\(path)")
            }
            // Another day, several posts, nothing public.
            for path in [
                "/2012/02/26/secret-speech/", "/harbour/", "/2012/02/25/harbour-/", "/hidden-draft/", "/behind/x/",
            ] {
                #expect(try await site.get(path).status == 404, "\(path)")
            }
            let near = try await site.get("/the-famous-speech.html")
            #expect(near.status == 404)
            #expect(near.text.contains("<li><a href=\"/2012/02/25/secret-speech/\">The Secret Speech</a></li>"))
            #expect(near.text.contains("id=\"page-search\""))
            #expect(!(try await site.get("/hidden-words/").text.contains("HIDDEN")))
        }
    }
}
