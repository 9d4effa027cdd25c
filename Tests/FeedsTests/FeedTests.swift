import Foundation
import Model
import Testing

@testable import Feeds

@Suite("Feeds")
struct FeedTests {
    private let feed = Feed(
        site: "https://example.org", title: "Days & Deeds", description: "Notes <of> days",
        link: "https://example.org/",
        selfLink: "https://example.org/feed/", language: "en", updated: Instant(milliseconds: 1_330_182_245_000),
        items: [
            Feed.Item(
                title: "A \"title\" \u{B}with <b>", link: "https://example.org/2012/02/25/a/",
                guid: "http://old.example.com/?p=7", author: "Anna & Co",
                published: Instant(milliseconds: 1_330_182_245_000),
                updated: Instant(milliseconds: 1_330_268_645_000), categories: ["Rome", "Q&A"], summary: "Words & more",
                content: SafeHTML(
                    sanitized:
                        "<p>x ]]> y <a href=\"/b/\">b</a> <a href=\"//c.example/\">c</a> <img src=\"/d.jpg\"></p>"),
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

    @Test("content survives a CDATA end inside it, and its addresses are whole")
    func content() throws {
        let item = try #require(try XML.parse(feed.rss()).child("channel")?.child("item"))
        #expect(
            item.child("content:encoded")?.text
                == "<p>x ]]> y <a href=\"https://example.org/b/\">b</a> <a href=\"//c.example/\">c</a> "
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
        #expect(entry.child("content")?.attributes["type"] == "html")
        #expect(entry.child("content")?.text.contains("href=\"https://example.org/b/\"") == true)
    }

    @Test("a guid that is no address becomes one for Atom")
    func guidWithoutScheme() throws {
        var feed = feed
        feed.items[0].guid = "post 7é"
        #expect(try XML.parse(feed.atom()).child("entry")?.child("id")?.text == "urn:guid:post%207%c3%a9")
        #expect(try XML.parse(feed.rss()).child("channel")?.child("item")?.child("guid")?.text == "post 7é")
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
            #expect(item.child("title")?.text == kept)
            #expect(item.child("content:encoded")?.text ?? "" == kept)
            _ = try XML.parse(feed.atom())
        }
    }

    @Test("a sitemap lists pages with their dates; an index lists sitemaps")
    func sitemap() throws {
        let entries = [
            Sitemap.Entry(url: "https://example.org/?a=1&b=2", modified: Instant(milliseconds: 0)),
            Sitemap.Entry(url: "https://example.org/b/"),
        ]
        let pages = try XML.parse(Sitemap.pages(entries))
        #expect(pages.name == "urlset")
        #expect(
            pages.children.map { $0.child("loc")?.text } == ["https://example.org/?a=1&b=2", "https://example.org/b/"])
        #expect(pages.children.map { $0.child("lastmod")?.text } == ["1970-01-01T00:00:00Z", nil])
        let index = try XML.parse(Sitemap.index(entries))
        #expect(index.name == "sitemapindex")
        #expect(index.children.map(\.name) == ["sitemap", "sitemap"])
    }

    @Test("robots.txt names the sitemap, or keeps all away from a hidden site")
    func robots() {
        #expect(
            String(decoding: Robots.text(sitemap: "https://example.org/sitemap.xml"), as: UTF8.self)
                == "User-agent: *\nDisallow: /admin/\n\nSitemap: https://example.org/sitemap.xml\n")
        #expect(
            String(decoding: Robots.text(sitemap: "https://example.org/sitemap.xml", isHidden: true), as: UTF8.self)
                == "User-agent: *\nDisallow: /\n")
    }

    @Test("days before 1970 have the right name")
    func oldDates() {
        #expect(Instant(milliseconds: -437_097_600_000).rfc822 == "Sat, 25 Feb 1956 00:00:00 +0000")
    }
}
