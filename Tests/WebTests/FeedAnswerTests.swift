import FeedSupport
import Foundation
import SiteSupport
import Testing

@Suite("Feeds as they are served")
struct FeedAnswerTests {
    /// Everything of which there is a feed.
    private static let owners = [
        "/", "/comments/", "/tag/moscow/", "/category/centuries/twentieth/", "/author/clio/", "/2012/", "/2012/02/",
        "/2012/02/25/",
        DaysGoneBy.speech, "/about/",
    ]

    /// A blog whose posts hold what feeds trip over.
    private static var awkward: String {
        var export = TestExport(language: "pt_BR")
        export.add(
            TestExport.Item(1, "Q & A: \"<b>\" ]]>", "q-and-a") { item in
                item.content =
                    "<p>See <a href=\"#note-1\">1</a>, <a href=\"/about/\">us</a>, <a href=\"//c.example/\">c</a>, "
                    + "<a href=\"more/\">more</a>, <a href=\"?p=1\">p</a>.</p><script>alert(1)</script>"
                item.more =
                    "<enclosure url=\"https://days.example/one.mp3\" length=\"9\" type=\"audio/mpeg\"/>"
                    + "<enclosure url=\"https://days.example/two.mp3\" length=\"\" type=\"\"/>"
                    + "<enclosure url=\"somewhere\" length=\"1\" type=\"audio/mpeg\"/>"
                item.comments = TestExport.comment(21, by: "\"><i>Bo</i>", "Look: <a href=\"/x/\">x</a> & y")
            })
        export.add(TestExport.Item(2, "", "untitled") { $0.date = "1969-02-25 10:30:00" })
        return export.text
    }

    @Test("each exists in three formats, and keeps the rules of its validator")
    func valid() async throws {
        for export in [DaysGoneBy.export, Self.awkward] {
            try await TestSite.run(export) { site in
                for owner in Self.owners {
                    let rss = try await site.get(owner + "feed/")
                    if rss.status == 404, export != DaysGoneBy.export { continue }
                    #expect(rss.field("content-type") == "application/rss+xml; charset=utf-8", "\(owner)")
                    #expect(FeedRules.problems(rss: rss.body) == [], "\(owner)")
                    let atom = try await site.get(owner + "feed/atom/")
                    #expect(atom.field("content-type") == "application/atom+xml; charset=utf-8", "\(owner)")
                    #expect(FeedRules.problems(atom: atom.body) == [], "\(owner)")
                    let json = try await site.get(owner + "feed/json/")
                    #expect(json.field("content-type") == "application/feed+json; charset=utf-8", "\(owner)")
                    #expect(FeedRules.problems(json: json.body) == [], "\(owner)")
                }
            }
        }
    }

    @Test("the addresses of enclosures are those of files, and none is lost")
    func enclosures() async throws {
        try await TestSite.run(Self.awkward) { site in
            let feed = try XML.parse(try await site.get("/feed/").body)
            let item = try #require(feed.child("channel")?.child("item"))
            #expect(
                item.all("enclosure").map(\.attributes) == [
                    ["url": "https://days.example/one.mp3", "length": "9", "type": "audio/mpeg"],
                    ["url": "https://days.example/two.mp3", "length": "0", "type": "application/octet-stream"],
                ])
            #expect(feed.child("channel")?.child("language")?.text == "pt-BR")
        }
    }

    @Test("each keeps every item's guid as it was imported")
    func guids() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let guids = ["https://days.example/?p=9", "https://days.example/?p=8", "https://days.example/?p=7"]
            let channel = try #require(try XML.parse(try await site.get("/feed/").body).child("channel"))
            #expect(channel.all("item").compactMap { $0.child("guid")?.text }.prefix(3) == guids[...])
            #expect(channel.all("item").count == 10)
            #expect(channel.all("item")[2].child("link")?.text == TestSite.address + DaysGoneBy.speech)
            let atom = try XML.parse(try await site.get("/feed/atom/").body)
            #expect(atom.all("entry").compactMap { $0.child("id")?.text }.prefix(3) == guids[...])
            let data = Data(try await site.get("/feed/json/").body)
            let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let items = try #require(json["items"] as? [[String: Any]])
            #expect(items.compactMap { $0["id"] as? String }.prefix(3) == guids[...])
        }
    }

    @Test("a feed names itself, the page that it follows, and where the responses are, in its own format")
    func links() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let feed = try XML.parse(try await site.get("/category/centuries/twentieth/feed/atom/").body)
            let links = feed.all("link").map(\.attributes)
            let address = TestSite.address + "/category/centuries/twentieth/"
            #expect(links.first { $0["rel"] == "self" }?["href"] == address + "feed/atom/")
            #expect(links.first { $0["rel"] == "alternate" }?["href"] == address)
            let entry = try #require(feed.all("entry").first { $0.child("title")?.text == "A Speech" })
            let replies = entry.all("link").map(\.attributes).filter { $0["rel"] == "replies" }
            let speech = TestSite.address + DaysGoneBy.speech
            #expect(replies.map { $0["href"] } == [speech + "#comments", speech + "feed/atom/"])
            #expect(replies.map { $0["thr:count"] } == ["2", "2"])
        }
    }

    @Test("the feed of a day, a month or a year has its posts and no others, and is named by it")
    func dates() async throws {
        var export = TestExport(language: "de_DE")
        for (number, date) in [(1, "2011-02-25"), (2, "2012-02-24"), (3, "2012-02-25"), (4, "2012-03-25")] {
            export.add(TestExport.Item(number, "Post \(number)", "p-\(number)") { $0.date = "\(date) 10:30:00" })
        }
        try await TestSite.run(export.text) { site in
            for (path, titles, name) in [
                ("/2012/", ["Post 4", "Post 3", "Post 2"], "2012"),
                ("/2012/02/", ["Post 3", "Post 2"], "Februar 2012"),
                ("/2012/02/25/", ["Post 3"], "25. Februar 2012"),
            ] {
                let channel = try #require(try XML.parse(try await site.get(path + "feed/").body).child("channel"))
                #expect(channel.all("item").compactMap { $0.child("title")?.text } == titles, "\(path)")
                #expect(channel.child("title")?.text.hasPrefix("\(name) – ") == true, "\(path)")
                #expect(channel.child("link")?.text == TestSite.address + path)
            }
        }
    }

    @Test("comments come newest first, with the address of each")
    func comments() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let feed = try await site.get("/comments/feed/").text
            let guids = feed.matches(of: /<guid[^>]*>([^<]*)<\/guid>/).map { String($0.1) }
            let root = TestSite.address
            #expect(guids.contains("\(root)\(DaysGoneBy.speech)#comment-21"))
            #expect(guids.first == "\(root)\(DaysGoneBy.parts)#comment-31")
        }
    }

    @Test("nothing behind a password, held or unpublished is in any of them")
    func secrets() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for owner in Self.owners {
                for format in ["", "atom/", "json/"] {
                    let answer = try await site.get("\(owner)feed/\(format)")
                    #expect(answer.status == 200)
                    #expect(!answer.text.contains("SECRET"), "\(owner)\(format)")
                    #expect(!answer.text.contains("private.example"), "\(owner)\(format)")
                }
            }
            for format in ["", "atom/", "json/"] {
                #expect(try await site.get("\(DaysGoneBy.locked)feed/\(format)").status == 404)
            }
        }
    }

    @Test("one that did not change is answered 304")
    func conditional() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for format in ["", "atom/", "json/"] {
                let first = try await site.get("/feed/\(format)")
                let etag = try #require(first.field("etag"))
                let second = try await site.get("/feed/\(format)", "If-None-Match: \(etag)")
                #expect(second.status == 304)
                #expect(second.body.isEmpty)
            }
        }
    }

    @Test("a page names its feeds in every format")
    func heads() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for page in [
                "/", "/tag/moscow/", "/category/centuries/twentieth/", "/author/clio/", "/2012/02/", DaysGoneBy.speech,
            ] {
                let links = Tag.all(in: try await site.get(page).text)
                    .filter { $0["rel"] == "alternate" && $0["type"] != nil }
                for owner in ["/", "/comments/", page] {
                    for (format, type) in [("", "rss+xml"), ("atom/", "atom+xml"), ("json/", "feed+json")] {
                        let link = links.first { $0["href"] == "\(owner)feed/\(format)" }
                        #expect(link?["type"] == "application/\(type)", "\(page): \(owner)feed/\(format)")
                    }
                }
                #expect(Set(links.map { $0["title"] }).count == links.count, "\(page)")
            }
        }
    }
}
