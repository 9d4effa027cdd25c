import FeedSupport
import Foundation
import SiteSupport
import Testing

@Suite("Pictures and sounds, as other sites and programs learn of them")
struct KnownPicturesTests {
    private static let uploads = "https://days.example/wp-content/uploads/2012/02"
    private static let here = TestSite.address + "/wp-content/uploads/2012/02/"
    private static let song = Array("ID3".utf8) + [UInt8](repeating: 7, count: 5000)

    private static func image(_ name: String) -> String { "<p><img src=\"\(uploads)/\(name)\" alt=\"\"></p>" }

    private static var export: String {
        var export = TestExport()
        export.add(attachment: 11, "pot.png", alternativeText: "A pot with two ears")
        for (number, name) in [(12, "cup.png"), (13, "lost.jpg"), (14, "song.mp3")] {
            export.add(attachment: number, name)
        }
        export.add(
            TestExport.Item(1, "Featured", "featured") {
                $0.content = image("cup.png") + image("pot.png")
                $0.more = TestExport.meta("_thumbnail_id", "11")
            })
        export.add(TestExport.Item(2, "Shown", "shown") { $0.content = image("lost.jpg") + image("cup.png") })
        export.add(
            TestExport.Item(3, "Lost", "lost") {
                $0.content = image("lost.jpg")
                $0.more = TestExport.meta("_thumbnail_id", "13")
            })
        export.add(
            TestExport.Item(4, "Locked", "locked") {
                $0.content = image("cup.png")
                $0.password = "secret"
            })
        export.add(
            TestExport.Item(5, "Sounding", "sounding") {
                $0.content = "<p>Listen.</p>"
                $0.more =
                    TestExport.meta("enclosure", "\(uploads)/song.mp3\n1\naudio/x-other")
                    + TestExport.meta(
                        "enclosure", "https://elsewhere.example/wp-content/uploads/2012/02/song.mp3\n9\naudio/mpeg")
            })
        return export.text
    }

    private static func folder() throws -> FilesToTake {
        try FilesToTake([
            "2012/02/pot.png": SmallPNG.bytes(width: 40, height: 20),
            "2012/02/cup.png": SmallPNG.bytes(width: 30, height: 10), "2012/02/song.mp3": song,
        ])
    }

    private func run(_ body: @escaping @Sendable (TestSite) async throws -> Void) async throws {
        let folder = try Self.folder()
        try await TestSite.run(Self.export, { $0.media = folder.path }) { site in
            try await body(site)
            _ = folder
        }
    }

    /// What the head says under a name, as OpenGraph, or for Twitter.
    private static func said(_ name: String, in html: String) -> String? {
        Tag.all(in: html).first { $0["property"] == name || $0["name"] == name }?["content"]
    }

    @Test(
        "a post is shared with its own picture, else with the first that it shows from here",
        arguments: [
            ("/2012/02/25/featured/", "pot.png", "40", "20", "A pot with two ears"),
            ("/2012/02/25/shown/", "cup.png", "30", "10", nil),
        ] as [(String, String, String, String, String?)])
    func shared(path: String, picture: String, width: String, height: String, words: String?) async throws {
        try await run { site in
            let html = try await site.get(path).text
            #expect(Self.said("og:image", in: html) == Self.here + picture)
            #expect(Self.said("og:image:width", in: html) == width)
            #expect(Self.said("og:image:height", in: html) == height)
            #expect(Self.said("og:image:alt", in: html) == words)
            #expect(Self.said("twitter:card", in: html) == "summary_large_image")
            let text = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)).1
            let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let image = try #require(data["image"] as? [String: Any])
            #expect(image["@type"] as? String == "ImageObject")
            #expect(image["url"] as? String == Self.here + picture)
            #expect(image["width"] as? Int == Int(width))
        }
    }

    @Test("what is not here, or behind a password, is no picture to share", arguments: ["lost", "locked"])
    func none(slug: String) async throws {
        try await run { site in
            let html = try await site.get("/2012/02/25/\(slug)/").text
            #expect(Self.said("og:image", in: html) == nil)
            #expect(Self.said("twitter:card", in: html) == nil)
            #expect(!html.contains("ImageObject"))
        }
    }

    @Test("the page of a picture is shared with it")
    func attachment() async throws {
        try await run { site in
            let address = try #require(try await site.get("/?attachment_id=12").location)
            #expect(Self.said("og:image", in: try await site.get(address).text) == Self.here + "cup.png")
        }
    }

    @Test("the sitemap names the pictures of each page that are here, its own one first")
    func sitemap() async throws {
        try await run { site in
            let map = try XML.parse(try await site.get("/sitemap-1.xml").body)
            let pictures = map.children.map { page in
                (page.child("loc")?.text ?? "", page.all("image:image").compactMap { $0.child("image:loc")?.text })
            }
            let byPage = Dictionary(uniqueKeysWithValues: pictures)
            let root = TestSite.address + "/2012/02/25/"
            #expect(byPage[root + "featured/"] == [Self.here + "pot.png", Self.here + "cup.png"])
            #expect(byPage[root + "shown/"] == [Self.here + "cup.png"])
            #expect(byPage[root + "lost/"] == [])
            #expect(byPage[root + "locked/"] == nil)
        }
    }

    @Test("an enclosure that is here is told by its own address, length and kind; one elsewhere stays as it is")
    func enclosures() async throws {
        try await run { site in
            let rss = try await site.get("/feed/").body
            #expect(FeedRules.problems(rss: rss) == [])
            let items = try XML.parse(rss).child("channel")?.all("item") ?? []
            let sounding = try #require(items.first { $0.child("title")?.text == "Sounding" })
            let elsewhere = "https://elsewhere.example/wp-content/uploads/2012/02/song.mp3"
            #expect(
                sounding.all("enclosure").map(\.attributes) == [
                    ["url": Self.here + "song.mp3", "length": "\(Self.song.count)", "type": "audio/mpeg"],
                    ["url": elsewhere, "length": "9", "type": "audio/mpeg"],
                ])
            #expect(FeedRules.problems(atom: try await site.get("/feed/atom/").body) == [])
            let json = try await site.get("/feed/json/")
            #expect(FeedRules.problems(json: json.body) == [])
            #expect(json.text.contains("\"url\":\"\(Self.here)song.mp3\""))
        }
    }

    @Test("files that come while the site is served show at once")
    func arrival() async throws {
        let folder = try Self.folder()
        try await TestSite.run(Self.export) { site in
            let (post, map, feed) = ("/2012/02/25/featured/", "/sitemap-1.xml", "/feed/")
            for _ in 0..<3 {
                #expect(Self.said("og:image", in: try await site.get(post).text) == nil)
                #expect(!(try await site.get(map).text.contains("image:loc")))
                #expect(try await site.get(feed).text.contains("length=\"1\""))
            }
            try await site.take(media: folder.path)
            #expect(Self.said("og:image", in: try await site.get(post).text) == Self.here + "pot.png")
            #expect(try await site.get(map).text.contains("<image:loc>\(Self.here)pot.png"))
            #expect(try await site.get(feed).text.contains("length=\"\(Self.song.count)\""))
        }
    }
}
