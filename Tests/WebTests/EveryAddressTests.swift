import SiteSupport
import Testing

@Suite("Every address of a site")
struct EveryAddressTests {
    @Test("pages, archives, feeds and files answer 200")
    func pages() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let speech = DaysGoneBy.speech
            for path in [
                "/", "/page/2/", speech, DaysGoneBy.parts, "\(DaysGoneBy.parts)2/", "/about/", "/about/method/",
                "/category/centuries/", "/category/centuries/twentieth/", "/category/centuries/twentieth/page/2/",
                "/tag/moscow/", "/author/clio/", "/2012/", "/2012/02/", "/2012/02/25/", "\(speech)a-picture/",
                DaysGoneBy.locked,
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(answer.field("content-type") == "text/html; charset=utf-8", "\(path)")
            }
            for (path, type) in [
                ("/feed/", "application/rss+xml; charset=utf-8"),
                ("/feed/atom/", "application/atom+xml; charset=utf-8"),
                ("/comments/feed/", "application/rss+xml; charset=utf-8"),
                ("\(speech)feed/", "application/rss+xml; charset=utf-8"),
                ("/category/centuries/twentieth/feed/", "application/rss+xml; charset=utf-8"),
                ("/tag/moscow/feed/", "application/rss+xml; charset=utf-8"),
                ("/author/clio/feed/", "application/rss+xml; charset=utf-8"),
                ("/2012/feed/", "application/rss+xml; charset=utf-8"),
                ("/2012/02/feed/atom/", "application/atom+xml; charset=utf-8"),
                ("/2012/02/25/feed/json/", "application/feed+json; charset=utf-8"),
                ("/sitemap.xml", "application/xml; charset=utf-8"),
                ("/sitemap-1.xml", "application/xml; charset=utf-8"),
                ("/robots.txt", "text/plain; charset=utf-8"), ("/healthz", "text/plain; charset=utf-8"),
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(answer.field("content-type") == type, "\(path)")
            }
            let links = Tag.all(in: try await site.get("/").text)
            let style = try #require(links.first { $0["rel"] == "stylesheet" }?["href"])
            let sheet = try await site.get(style)
            #expect(sheet.status == 200)
            #expect(sheet.field("cache-control") == "public, max-age=31536000, immutable")
        }
    }

    @Test("what is not there answers 404")
    func missing() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for path in [
                "/nothing/", "/page/99/", "/2013/", "/2012/13/", "/tag/nothing/", "/category/nothing/",
                "/author/nobody/",
                "/sitemap-2.xml", "/theme/0/style.css", "/?p=999", "/?cat=999", "/nothing/feed/", "/2013/feed/",
                "/2012/13/feed/", "/2012/02/25/26/feed/",
                "/wp-content/uploads/2012/02/other.jpg",
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Test("former addresses lead in one step to the present ones")
    func redirects() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let speech = DaysGoneBy.speech
            for (path, target) in [
                ("/2012/02/25/a-speech", speech), ("/2012/02/25/A-Speech/", speech), ("/about", "/about/"),
                ("/?p=7", speech), ("/?page_id=2", "/about/"), ("/?page_id=3", "/about/method/"),
                ("/?attachment_id=17", "\(speech)a-picture/"), ("/?cat=6", "/category/centuries/twentieth/"),
                ("/?m=2012", "/2012/"), ("/?m=201202", "/2012/02/"), ("/?m=20120225", "/2012/02/25/"),
                ("/?author=3", "/author/clio/"), ("/?feed=rss2", "/feed/"), ("/?feed=atom", "/feed/atom/"),
                ("/?feed=json", "/feed/json/"), ("/?m=201202&feed=atom", "/2012/02/feed/atom/"),
                ("/2012/02/feed/rss2/", "/2012/02/feed/"),
                ("/?feed=comments-rss2", "/comments/feed/"), ("/?feed=comments-atom", "/comments/feed/atom/"),
                ("/?author=3&feed=atom", "/author/clio/feed/atom/"), ("/?p=7&feed=json", "\(speech)feed/json/"),
                ("/?author_name=clio&feed=json", "/author/clio/feed/json/"), ("/wp-atom.php", "/feed/atom/"),
                ("/wp-rss2.php", "/feed/"), ("/wp-commentsrss2.php", "/comments/feed/"),
                ("/?tag=moscow", "/tag/moscow/"),
                ("/?category_name=twentieth", "/category/centuries/twentieth/"), ("/?paged=2", "/page/2/"),
                ("/?p=7&feed=rss2", "\(speech)feed/"), ("/feed/rss2/", "/feed/"), ("/feed", "/feed/"),
                ("/feed/rss/", "/feed/"), ("/comments/feed/rss2/", "/comments/feed/"),
                ("/category/twentieth/", "/category/centuries/twentieth/"),
                ("/category/centuries", "/category/centuries/"),
                ("/tag/moscow/feed/rss2/", "/tag/moscow/feed/"), ("/tag/moscow", "/tag/moscow/"),
                ("/author/clio", "/author/clio/"), ("/2012/02", "/2012/02/"), ("/page/1/", "/"),
                ("\(DaysGoneBy.parts)3/", DaysGoneBy.parts), ("\(DaysGoneBy.parts)1/", DaysGoneBy.parts),
                ("\(speech)2/", speech), ("\(speech)comment-page-1/", speech), ("\(speech)comment-page-9/", speech),
                ("/?replytocom=22", "\(speech)#comment-22"),
                ("\(DaysGoneBy.parts)?replytocom=31", "\(DaysGoneBy.parts)#comment-31"),
                ("/2012/02/25/an-older-name/", speech),
                ("/wp-sitemap.xml", "/sitemap.xml"),
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == 301, "\(path)")
                #expect(answer.location == target, "\(path)")
                let end = try await site.get(String((answer.location ?? "/").prefix { $0 != "#" }))
                #expect(end.status == 200, "\(path)")
            }
        }
    }

    @Test("a parameter that nobody knows makes no page of its own")
    func unknownParameters() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let plain = try await site.get("/")
            let before = try await site.metric("thaw_page_renders_total")
            for target in ["/?utm_source=x", "/?utm_source=y&fbclid=1", "/?"] {
                let answer = try await site.get(target)
                #expect(answer.status == 200)
                #expect(answer.field("etag") == plain.field("etag"))
            }
            #expect(try await site.metric("thaw_page_renders_total") == before)
        }
    }

    @Test("a site that was imported under a folder answers at addresses with and without it")
    func folder() async throws {
        let export = DaysGoneBy.export.replacing("https://days.example", with: "https://days.example/blog")
        try await TestSite.run(export) { site in
            let answer = try await site.get("/blog\(DaysGoneBy.speech)")
            #expect(answer.status == 301)
            #expect(answer.location == DaysGoneBy.speech)
            #expect(try await site.get(DaysGoneBy.speech).status == 200)
        }
    }
}
