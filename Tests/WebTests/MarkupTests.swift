import FeedSupport
import Foundation
import SiteSupport
import Testing

@Suite("What pages are made of")
struct MarkupTests {
    private static let pages = [
        "/", "/page/2/", DaysGoneBy.speech, DaysGoneBy.parts, "/about/", "/category/centuries/twentieth/",
        "/tag/moscow/",
        "/author/clio/", "/2012/", DaysGoneBy.locked, "\(DaysGoneBy.speech)a-picture/", "/nothing/",
    ]

    @Test("every page has its landmarks, a skip link, one first heading and headings in order")
    func structure() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for path in Self.pages {
                let html = try await site.get(path).text
                let tags = Tag.all(in: html)
                #expect(html.hasPrefix("<!DOCTYPE html>"), "\(path)")
                let root = try #require(tags.first)
                #expect(root.name == "html" && root["lang"] == "en-US" && root["dir"] == "ltr", "\(path)")
                for landmark in ["main", "header", "footer", "nav"] {
                    #expect(tags.contains { $0.name == landmark }, "\(landmark) of \(path)")
                }
                #expect(tags.filter { $0.name == "main" }.count == 1, "\(path)")
                let first = try #require(tags.first { $0.name == "a" })
                #expect(first.classes.contains("skip-link") && first["href"] == "#main", "\(path)")
                #expect(tags.contains { $0["id"] == "main" }, "\(path)")
                let levels = tags.compactMap { $0.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) } }
                #expect(levels.filter { $0 == 1 }.count == 1, "\(path)")
                for (above, below) in zip(levels, levels.dropFirst()) {
                    #expect(below <= above + 1, "\(path) \(levels)")
                }
                let ids = tags.compactMap { $0["id"] }
                #expect(Set(ids).count == ids.count, "\(path)")
            }
        }
    }

    @Test("nothing is written into a page that its Content-Security-Policy forbids")
    func nothingInline() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for path in Self.pages {
                for tag in Tag.all(in: try await site.get(path).text) {
                    #expect(tag.name != "style" && tag["style"] == nil, "\(path)")
                    let isOurs = tag["src"]?.hasPrefix("/theme/") == true
                    #expect(tag.name != "script" || tag["type"] == "application/ld+json" || isOurs, "\(path)")
                    #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, "\(path)")
                    for source in [tag["src"], tag["srcset"], tag["action"]].compactMap(\.self) {
                        #expect(source.hasPrefix("/") && !source.hasPrefix("//"), "\(source) at \(path)")
                    }
                }
            }
        }
    }

    @Test("lists and posts carry microformats")
    func microformats() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let home = Tag.all(in: try await site.get("/").text)
            #expect(home.contains { $0.classes.contains("h-feed") })
            #expect(home.filter { $0.classes.contains("h-entry") }.count == 10)
            let post = Tag.all(in: try await site.get(DaysGoneBy.speech).text)
            for name in ["h-entry", "p-name", "e-content", "dt-published", "p-author", "h-card", "p-category", "u-url"]
            {
                #expect(post.contains { $0.classes.contains(name) }, "\(name)")
            }
            #expect(post.filter { $0.classes.isSuperset(of: ["u-comment", "h-cite"]) }.count == 2)
            let time = try #require(post.first { $0.classes.contains("dt-published") })
            #expect(time["datetime"]?.hasPrefix("2012-02-25T10:30:00") == true)
        }
    }

    @Test("a post tells machines what it is: canonical address, OpenGraph, JSON-LD")
    func machineReadable() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let html = try await site.get(DaysGoneBy.speech).text
            let tags = Tag.all(in: html)
            let address = TestSite.address + DaysGoneBy.speech
            #expect(tags.first { $0["rel"] == "canonical" }?["href"] == address)
            #expect(tags.first { $0["property"] == "og:url" }?["content"] == address)
            #expect(tags.first { $0["property"] == "og:type" }?["content"] == "article")
            #expect(tags.first { $0["property"] == "og:title" }?["content"] == "A Speech")
            let text = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)).1
            let data = try #require(
                try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(data["@type"] as? String == "BlogPosting")
            #expect(data["headline"] as? String == "A Speech")
            #expect(data["url"] as? String == address)
            #expect(data["commentCount"] as? Int == 2)
            let second = Tag.all(in: try await site.get("\(DaysGoneBy.parts)2/").text)
            #expect(second.first { $0["rel"] == "canonical" }?["href"] == "\(TestSite.address)\(DaysGoneBy.parts)2/")
            #expect(second.first { $0["rel"] == "prev" }?["href"] == DaysGoneBy.parts)
        }
    }

    @Test("the first page tells what site it is, and who its owner is elsewhere")
    func website() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let html = try await site.get("/").text
            let text = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)).1
            let data = try #require(
                try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(data["@type"] as? String == "WebSite")
            #expect(data["url"] as? String == TestSite.address + "/")
            #expect(data["description"] as? String == "What happened, and when")
            let tags = Tag.all(in: html)
            #expect(tags.first { $0["rel"] == "me" }?["href"] == "https://social.example/@clio")
            #expect(tags.first { $0["property"] == "og:locale" }?["content"] == "en_US")
            for path in [DaysGoneBy.speech, "/page/2/"] {
                let other = Tag.all(in: try await site.get(path).text)
                #expect(!other.contains { $0["rel"] == "me" }, "\(path)")
            }
        }
    }

    @Test("the sitemap's index says when a page of each part changed last")
    func sitemap() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let pages = try XML.parse(try await site.get("/sitemap-1.xml").body)
            let dates = pages.children.compactMap { $0.child("lastmod")?.text }
            #expect(!dates.isEmpty)
            let index = try XML.parse(try await site.get("/sitemap.xml").body)
            #expect(index.children.map { $0.child("loc")?.text } == ["\(TestSite.address)/sitemap-1.xml"])
            #expect(index.children.map { $0.child("lastmod")?.text } == [dates.max()])
        }
        try await TestSite.run(TestExport().text) { site in
            let index = try XML.parse(try await site.get("/sitemap.xml").body)
            #expect(index.children.map { $0.child("lastmod") == nil } == [true])
        }
    }

    @Test("a language that runs from the right says so")
    func direction() async throws {
        var export = TestExport(language: "ar")
        export.add(TestExport.Item(7, "خطاب", "speech"))
        try await TestSite.run(export.text) { site in
            let root = try #require(Tag.all(in: try await site.get("/").text).first)
            #expect(root["lang"] == "ar")
            #expect(root["dir"] == "rtl")
        }
    }
}
