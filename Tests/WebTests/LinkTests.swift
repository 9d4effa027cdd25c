import Foundation
import SiteSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Links of whole blogs")
struct LinkTests {
    @Test("every link of the sample leads somewhere, and all that it tells of itself")
    func sample() async throws {
        try await TestSite.run(TestSite.Setting(exports: [TestFiles.sample])) { site in
            try await checkLinks(of: site, export: TestFiles.sample, origin: "https://chronicle.example", dead: [])
        }
    }

    /// Paths that the exports link to, and that were nowhere on the blogs they come from.
    private static let dead: Set<String> = [
        // The post's own link says the day before.
        "/2018/11/03/block-button/"
    ]

    @Test(
        "every link, guid and attachment address of a real export still answers",
        .enabled(if: TestFiles.export("seed-page.xml") != nil, "THAW_TEST_DATA has no exports"),
        arguments: [
            ("seed-page.xml", "https://thisday.wordpress.com"),
            ("themeunittestdata.wordpress.xml", "https://wpthemetestdata.wordpress.com"),
            ("wptrt-2021-themeunittestdata.xml", "https://wpthemetestdata.wordpress.com"),
            ("64-block-test-data.xml", "https://wpthemetestdata.wordpress.com"),
        ])
    func realExport(name: String, origin: String) async throws {
        let file = try #require(TestFiles.export(name))
        try await TestSite.run(TestSite.Setting(exports: [file])) { site in
            try await checkLinks(of: site, export: file, origin: origin, dead: Self.dead)
        }
    }

    /// - Parameter dead: paths that the export itself links to, and that were nowhere on the blog it comes from.
    private func checkLinks(of site: TestSite, export: String, origin: String, dead: Set<String>) async throws {
        let published = try PublishedItems(export: export).items
        #expect(!published.isEmpty)
        for item in published {
            #expect(item.addresses.contains { Self.path($0, origin: origin) != nil }, "item \(item.number)")
            for address in item.addresses {
                guard let path = Self.path(address, origin: origin) else { continue }
                var answer = try await site.get(path)
                if answer.status == 301 || answer.status == 302 {
                    answer = try await site.get(String((answer.location ?? "").prefix { $0 != "#" }))
                }
                #expect(answer.status == 200, "\(address) of item \(item.number)")
            }
        }
        var crawl = Crawl()
        try await crawl.run(site, from: ["/", "/sitemap-1.xml"])
        let sitemap = try await site.get("/sitemap-1.xml").text
        let listed = sitemap.matches(of: /<loc>([^<]*)<\/loc>/).compactMap { Crawl.localPath(Tag.plain(String($0.1))) }
        #expect(!listed.isEmpty)
        try await crawl.run(site, from: listed)
        for (path, answer) in crawl.answers where !dead.contains(path) {
            #expect(answer.status == 200, "\(path), linked from \(answer.from)")
            #expect(answer.hops < 2, "\(path), linked from \(answer.from)")
        }
        for path in listed { #expect(crawl.answers[path]?.hops == 0, "\(path) of the sitemap") }
    }

    /// The path and query of an address of the blog; nil for any other.
    private static func path(_ address: String, origin: String) -> String? {
        let plain = address.replacing("http://", with: "https://", maxReplacements: 1)
        guard plain.hasPrefix(origin) else { return nil }
        let rest = plain.dropFirst(origin.count)
        return rest.hasPrefix("/") ? String(rest) : "/" + rest
    }
}

/// What an export says of its published items' addresses.
private final class PublishedItems: NSObject, XMLParserDelegate {
    struct Item {
        var number = ""
        var kind = ""
        var status = ""
        var addresses: [String] = []
    }

    private(set) var items: [Item] = []
    private var item: Item?
    private var text = ""

    init(export: String) throws {
        super.init()
        let parser = XMLParser(data: try Data(contentsOf: URL(filePath: export)))
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        if name == "item" { item = Item() }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "link", "guid", "wp:attachment_url": item?.addresses.append(text)
        case "wp:post_id": item?.number = text
        case "wp:post_type": item?.kind = text
        case "wp:status": item?.status = text
        case "item":
            if let item, ["post", "page", "attachment"].contains(item.kind),
                ["publish", "inherit"].contains(item.status)
            {
                items.append(item)
            }
            item = nil
        default: break
        }
    }
}
