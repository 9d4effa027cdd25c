import FeedSupport
import Foundation
import Model
import Testing

@testable import Feeds

@Suite("Feeds")
struct FeedTests {
    private let feed = Feed(
        site: "https://example.org", publisher: "Days & Deeds", title: "Days & Deeds", description: "Notes <of> days",
        link: "https://example.org/",
        selfLink: "https://example.org/feed/", language: "en", updated: Instant(milliseconds: 1_330_182_245_000),
        items: [
            Feed.Item(
                title: "A \"title\" \u{B}with <b>", link: "https://example.org/2012/02/25/a/",
                guid: "http://old.example.com/?p=7",
                author: Feed.Author(name: "Anna & Co", url: "https://example.org/author/anna/"),
                published: Instant(milliseconds: 1_330_182_245_000),
                updated: Instant(milliseconds: 1_330_268_645_000), categories: ["Rome", "Q&A"], summary: "Words & more",
                content: SafeHTML(
                    sanitized:
                        "<p>x ]]&gt; y <a href=\"/b/\">b</a> <a href=\"//c.example/\">c</a> <img src=\"/d.jpg\"></p>"),
                enclosures: [.init(url: "https://example.org/a.mp3", length: 12_345, mimeType: "audio/mpeg")],
                comments: .init(
                    link: "https://example.org/2012/02/25/a/#comments", feed: "https://example.org/2012/02/25/a/feed/",
                    count: 3))
        ])

    @Test("RSS has what feed readers need, and the old guid as it was")
    func rss() throws {
        let root = try XML.parse(feed.rss())
        #expect(root.name == "rss")
        let channel = try #require(root.child("channel"))
        #expect(channel.child("title")?.text == "Days & Deeds")
        #expect(channel.child("lastBuildDate")?.text == "Sat, 25 Feb 2012 15:04:05 +0000")
        #expect(channel.child("atom:link")?.attributes["rel"] == "self")
        #expect(channel.child("atom:link")?.attributes["href"] == "https://example.org/feed/")
        let item = try #require(channel.child("item"))
        #expect(item.child("title")?.text == "A \"title\" with <b>")
        #expect(item.child("guid")?.text == "http://old.example.com/?p=7")
        #expect(item.child("guid")?.attributes["isPermaLink"] == "false")
        #expect(item.child("dc:creator")?.text == "Anna & Co")
        #expect(item.child("pubDate")?.text == "Sat, 25 Feb 2012 15:04:05 +0000")
        #expect(item.children.filter { $0.name == "category" }.map(\.text) == ["Rome", "Q&A"])
        #expect(item.child("comments")?.text == "https://example.org/2012/02/25/a/#comments")
        #expect(item.child("wfw:commentRss")?.text == "https://example.org/2012/02/25/a/feed/")
        #expect(item.child("slash:comments")?.text == "3")
        #expect(
            item.child("enclosure")?.attributes
                == ["url": "https://example.org/a.mp3", "length": "12345", "type": "audio/mpeg"])
    }

    @Test("the content's addresses are whole")
    func content() throws {
        let item = try #require(try XML.parse(feed.rss()).child("channel")?.child("item"))
        #expect(
            item.child("content:encoded")?.text
                == "<p>x ]]&gt; y <a href=\"https://example.org/b/\">b</a> <a href=\"https://c.example/\">c</a> "
                + "<img src=\"https://example.org/d.jpg\"></p>")
    }

    @Test("Atom has what the standard requires")
    func atom() throws {
        let root = try XML.parse(feed.atom())
        #expect(root.name == "feed")
        #expect(root.child("id")?.text == "https://example.org/feed/")
        #expect(root.child("updated")?.text == "2012-02-25T15:04:05Z")
        let entry = try #require(root.child("entry"))
        #expect(entry.child("id")?.text == "http://old.example.com/?p=7")
        #expect(entry.child("published")?.text == "2012-02-25T15:04:05Z")
        #expect(entry.child("updated")?.text == "2012-02-26T15:04:05Z")
        #expect(entry.child("author")?.child("name")?.text == "Anna & Co")
        #expect(entry.child("author")?.child("uri")?.text == "https://example.org/author/anna/")
        #expect(entry.all("link").filter { $0.attributes["rel"] == "replies" }.count == 2)
        #expect(entry.child("content")?.attributes["type"] == "html")
        #expect(entry.child("content")?.text.contains("href=\"https://example.org/b/\"") == true)
    }

    @Test("a guid that is no address becomes one for Atom")
    func guidWithoutScheme() throws {
        var feed = feed
        feed.items[0].guid = "post 7é"
        #expect(try XML.parse(feed.atom()).child("entry")?.child("id")?.text == "urn:guid:post%207%c3%a9")
        #expect(try XML.parse(feed.rss()).child("channel")?.child("item")?.child("guid")?.text == "post 7é")
        feed.items[0].guid = "no: address"
        #expect(try XML.parse(feed.atom()).child("entry")?.child("id")?.text == "urn:guid:no%3a%20address")
    }

    @Test("JSON Feed has the same, in its own words")
    func json() throws {
        let feed = try #require(try JSONSerialization.jsonObject(with: Data(feed.json())) as? [String: Any])
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(feed["feed_url"] as? String == "https://example.org/feed/")
        let item = try #require((feed["items"] as? [[String: Any]])?.first)
        #expect(item["id"] as? String == "http://old.example.com/?p=7")
        #expect(item["date_published"] as? String == "2012-02-25T15:04:05Z")
        #expect(item["tags"] as? [String] == ["Rome", "Q&A"])
        #expect((item["content_html"] as? String)?.contains("href=\"https://example.org/b/\"") == true)
        let attachment = try #require((item["attachments"] as? [[String: Any]])?.first)
        #expect(attachment["size_in_bytes"] as? Int == 12_345)
        #expect((item["authors"] as? [[String: String]])?.first?["name"] == "Anna & Co")
    }

    @Test("every format keeps its own rules, with all that an item may have and with none of it")
    func rules() throws {
        var feed = feed
        feed.items.append(
            Feed.Item(
                title: "", link: "https://example.org/aside/", guid: "aside", author: nil,
                published: Instant(milliseconds: 0), updated: Instant(milliseconds: 0),
                content: SafeHTML(sanitized: "")))
        feed.items[0].enclosures.append(Enclosure(url: "https://example.org/b", length: nil, mimeType: ""))
        for empty in [false, true] {
            if empty { feed.items = [] }
            #expect(FeedRules.problems(rss: feed.rss()) == [])
            #expect(FeedRules.problems(atom: feed.atom()) == [])
            #expect(FeedRules.problems(json: feed.json()) == [])
        }
    }

    @Test(
        "an address in the content is made whole as a browser would on the post's own page",
        arguments: [
            ("/b/", "https://example.org/b/"), ("//c.example/x", "https://c.example/x"),
            ("#note-1", "https://example.org/2012/a/#note-1"),
            ("?p=7&amp;x=1", "https://example.org/2012/a/?p=7&amp;x=1"),
            ("b/c.jpg", "https://example.org/2012/a/b/c.jpg"), ("../b/", "https://example.org/2012/b/"),
            ("", "https://example.org/2012/a/"), ("mailto:a@b.example", "mailto:a@b.example"),
            ("https://c.example/", "https://c.example/"), ("tel:+1-2", "tel:+1-2"),
            ("/a:b/", "https://example.org/a:b/"),
        ])
    func wholeAddress(address: String, whole: String) {
        let addresses = AbsoluteAddresses(site: "https://example.org", page: "https://example.org/2012/a/#comment-1")
        #expect(addresses.resolve(address) == whole)
    }

    @Test("every attribute that holds an address is found, and text that looks like one is left alone")
    func attributes() {
        let addresses = AbsoluteAddresses(site: "https://e.example", page: "https://e.example/a/")
        let html = SafeHTML(
            sanitized: "<img src=\"/s.jpg\" srcset=\"/s.webp 300w, /l.webp 2x\" alt=\"a href=/x\"> href=\"/y\" "
                + "<blockquote cite=\"/c\"><video poster=\"/p.jpg\" title=\" src=\"></video></blockquote>")
        #expect(
            addresses.resolve(in: html)
                == "<img src=\"https://e.example/s.jpg\" srcset=\"https://e.example/s.webp 300w, "
                + "https://e.example/l.webp 2x\" alt=\"a href=/x\"> href=\"/y\" <blockquote cite=\"https://e.example/c\">"
                + "<video poster=\"https://e.example/p.jpg\" title=\" src=\"></video></blockquote>")
    }

    @Test("whatever stands in titles and content, the feed parses")
    func hostileText() throws {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = [
            "<", ">", "&", "]]>", "]", "\u{0}", "\u{1F}", "\u{FFFE}", "é", "語", "\"", "'", "<!--", "\n", "<![CDATA[",
        ]
        for _ in 0..<200 {
            var feed = feed
            let text = (0..<next(10)).map { _ in alphabet[next(alphabet.count)] }.joined()
            feed.items[0].title = text
            feed.items[0].categories = [text]
            feed.items[0].enclosures[0].url = text.replacing("\n", with: "")
            feed.items[0].content = SafeHTML(sanitized: text)
            let kept = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { ($0.value >= 0x20 || $0 == "\n") && $0.value != 0xFFFE }))
            let item = try #require(try XML.parse(feed.rss()).child("channel")?.child("item"))
            #expect(item.child("title")?.text ?? "" == kept)
            #expect(item.child("content:encoded")?.text ?? "" == kept)
            _ = try XML.parse(feed.atom())
            _ = try JSONSerialization.jsonObject(with: Data(feed.json()))
        }
    }

    @Test("a sitemap lists pages with their dates; an index lists sitemaps")
    func sitemap() throws {
        let entries = [
            Sitemap.Entry(url: "https://example.org/?a=1&b=2", modified: Instant(milliseconds: 0)),
            Sitemap.Entry(
                url: "https://example.org/b/",
                pictures: ["https://example.org/a.jpg", "https://example.org/b%26.jpg"]),
        ]
        let pages = try XML.parse(Sitemap.pages(entries))
        #expect(pages.name == "urlset")
        #expect(
            pages.children.map { $0.child("loc")?.text } == ["https://example.org/?a=1&b=2", "https://example.org/b/"])
        #expect(pages.children.map { $0.child("lastmod")?.text } == ["1970-01-01T00:00:00Z", nil])
        #expect(
            pages.children.map { $0.all("image:image").map { $0.child("image:loc")?.text } }
                == [[], ["https://example.org/a.jpg", "https://example.org/b%26.jpg"]])
        #expect(pages.attributes["xmlns:image"] == "http://www.google.com/schemas/sitemap-image/1.1")
        let index = try XML.parse(Sitemap.index(entries.map { .init(url: $0.url, modified: $0.modified) }))
        #expect(index.name == "sitemapindex")
        #expect(index.children.map(\.name) == ["sitemap", "sitemap"])
    }

    @Test("robots.txt names the sitemap, but not that of a hidden site")
    func robots() {
        #expect(
            String(decoding: Robots.text(sitemap: "https://example.org/sitemap.xml"), as: UTF8.self)
                == "User-agent: *\nDisallow: /admin/\n\nSitemap: https://example.org/sitemap.xml\n")
        #expect(String(decoding: Robots.text(sitemap: nil), as: UTF8.self) == "User-agent: *\nDisallow: /admin/\n")
    }

    @Test("days before 1970 have the right name")
    func oldDates() {
        #expect(Instant(milliseconds: -437_097_600_000).rfc822 == "Sat, 25 Feb 1956 00:00:00 +0000")
    }
}
