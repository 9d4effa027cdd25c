import Foundation
import SiteSupport
import Testing

@Suite("Pictures on pages")
struct PictureTests {
    /// Two posts with a picture of 1,000 pixels each, the newer of which has it for its picture alone, and a gallery.
    private func run(_ body: @escaping @Sendable (TestSite) async throws -> Void) async throws {
        var export = TestExport()
        export.add(attachment: 11, "pot.png", parent: 2)
        export.add(attachment: 12, "jar.png", parent: 3)
        let uploads = "https://days.example/wp-content/uploads/2012/02"
        let picture = "<img src=\"\(uploads)/pot.png\" alt=\"A pot\">"
        export.add(.init(2, "A pot", "pot") { $0.content = picture + " " + picture })
        export.add(
            .init(3, "A jar", "jar") {
                $0.date = "2012-02-26 10:30:00"
                $0.content = "Words. [gallery ids=\"11,12\" columns=\"2\"]"
                $0.more =
                    "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>11</wp:meta_value></wp:postmeta>"
            })
        export.add(
            .init(4, "An urn", "urn") {
                $0.date = "2012-02-24 10:30:00"
                $0.more =
                    "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>12</wp:meta_value></wp:postmeta>"
            })
        let folder = try FilesToTake([
            "pot.png": SmallPNG.bytes(width: 1000, height: 500), "jar.png": SmallPNG.bytes(width: 900, height: 500),
        ])
        try await TestSite.run(export.text, { $0.media = folder.path }) { site in
            try await body(site)
            _ = folder
        }
    }

    @Test(
        "each page asks for its first picture at once and for others when they are near",
        arguments: ["/", "/2012/02/25/pot/", "/2012/02/26/jar/", "/2012/02/24/urn/", "/2012/", "/pot-png/"])
    func first(path: String) async throws {
        try await run { site in
            let page = try await site.get(path).text
            let tags = page.components(separatedBy: "<img ").dropFirst().map { String($0.prefix { $0 != ">" }) }
            #expect(!tags.isEmpty)
            for (index, tag) in tags.enumerated() {
                #expect(tag.contains(#"loading="lazy" decoding="async""#) == (index > 0), "\(tag)")
                #expect(tag.contains(#" width=""#) && tag.contains(#" height=""#), "\(tag)")
            }
            #expect(
                page.components(separatedBy: #"<source type="image/webp" srcset="/wp-content/copies/"#).count == tags
                    .count + 1)
        }
    }

    @Test("every copy that a page names is served")
    func copies() async throws {
        try await run { site in
            let page = try await site.get("/2012/02/26/jar/").text
            let named = page.components(separatedBy: "srcset=\"").dropFirst()
                .flatMap { $0.prefix { $0 != "\"" }.split(separator: ",") }
                .map { $0.split(separator: " ").map(String.init) }
            #expect(named.count >= 3)
            for candidate in named {
                let answer = try await site.get(candidate[0])
                #expect(answer.status == 200 && answer.field("content-type") == "image/webp")
                #expect(candidate[1].hasSuffix("w"))
            }
        }
    }

    @Test("feeds name the copies by whole addresses")
    func feeds() async throws {
        try await run { site in
            let feed = try await site.get("/feed/").text
            #expect(feed.contains("/wp-content/copies/"))
            #expect(!feed.contains("srcset=\"/"))
        }
    }
}
