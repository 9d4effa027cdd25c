import Foundation
import SiteSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Feeds as they are served")
struct FeedAnswerTests {
    @Test("each is well-formed, and keeps every item's guid as it was imported")
    func wellFormed() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for path in [
                "/feed/", "/feed/atom/", "/comments/feed/", "/comments/feed/atom/", "\(DaysGoneBy.speech)feed/",
                "\(DaysGoneBy.speech)feed/atom/", "/tag/moscow/feed/", "/tag/moscow/feed/atom/",
                "/category/centuries/twentieth/feed/", "/author/clio/feed/", "/sitemap.xml", "/sitemap-1.xml",
            ] {
                let answer = try await site.get(path)
                #expect(answer.status == 200, "\(path)")
                let parser = XMLParser(data: Data(answer.body))
                #expect(parser.parse(), "\(path)")
            }
            let feed = try await site.get("/feed/").text
            let guids = feed.matches(of: /<guid[^>]*>([^<]*)<\/guid>/).map { String($0.1) }
            #expect(
                guids.prefix(3) == [
                    "https://days.example/?p=9", "https://days.example/?p=8", "https://days.example/?p=7",
                ])
            #expect(guids.count == 10)
            #expect(feed.contains("<link>\(TestSite.address)\(DaysGoneBy.speech)</link>"))
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
}
