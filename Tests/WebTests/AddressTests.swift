import Testing
import Web

@Suite("Addresses")
struct AddressTests {
    @Test(
        "every archive's link reads back as itself",
        arguments: [
            Address.home(page: 1), .home(page: 2), .category(slugs: ["a", "b"], page: 1),
            .category(slugs: ["a"], page: 12), .tag(slug: "cold-war", page: 3), .author(slug: "historian", page: 1),
            .date(year: 2012, month: nil, day: nil, page: 1), .date(year: 2012, month: 2, day: nil, page: 2),
            .date(year: 2012, month: 2, day: 25, page: 1), .feed(.rss, of: .site), .feed(.atom, of: .site),
            .feed(.rss, of: .category(slugs: ["a", "b"])), .feed(.atom, of: .tag(slug: "x")),
            .feed(.rss, of: .author(slug: "x")), .feed(.json, of: .site),
            .feed(.json, of: .category(slugs: ["a", "b"])), .feed(.rss, of: .date(year: 2012, month: nil, day: nil)),
            .feed(.atom, of: .date(year: 2012, month: 2, day: nil)),
            .feed(.json, of: .date(year: 212, month: 2, day: 5)),
            .commentsFeed(.rss), .commentsFeed(.json), .sitemap(part: nil), .sitemap(part: 3), .robots,
        ])
    func roundTrip(address: Address) {
        #expect(Address.readings(of: address.path, chronicle: "").contains(address))
    }

    @Test("a post's parts are read off the end of its path")
    func parts() {
        #expect(
            Address.readings(of: "/2012/02/25/slug/comment-page-2/", chronicle: "").contains(
                .item(path: "/2012/02/25/slug/", part: .comments(page: 2))))
        #expect(Address.readings(of: "/slug/2/", chronicle: "").contains(.item(path: "/slug/", part: .page(2))))
        #expect(Address.readings(of: "/slug/feed/", chronicle: "").contains(.item(path: "/slug/", part: .feed(.rss))))
        #expect(
            Address.readings(of: "/slug/feed/atom/", chronicle: "").contains(.item(path: "/slug/", part: .feed(.atom))))
        #expect(
            Address.readings(of: "/slug/feed/json/", chronicle: "").contains(.item(path: "/slug/", part: .feed(.json))))
    }

    @Test("an item is tried before an archive")
    func order() {
        #expect(Address.readings(of: "/2012/", chronicle: "").first == .item(path: "/2012/", part: .whole))
    }

    @Test("a slug in another script is encoded in a link")
    func encoding() {
        #expect(
            Address.tag(slug: "оттепель 1", page: 1).path
                == "/tag/%d0%be%d1%82%d1%82%d0%b5%d0%bf%d0%b5%d0%bb%d1%8c%201/")
    }

    @Test("numbers that are no page are no page", arguments: ["/page/0/", "/page/99999999/", "/page/-1/", "/page/x/"])
    func numbers(path: String) {
        #expect(!Address.readings(of: path, chronicle: "").contains { if case .home = $0 { true } else { false } })
    }
}

@Suite("Addresses by query")
struct QueryAddressTests {
    @Test("WordPress's parameters are understood")
    func known() {
        #expect(QueryAddress([("p", "7")]) == .number(7, feed: nil))
        #expect(QueryAddress([("page_id", "7")]) == .number(7, feed: nil))
        #expect(QueryAddress([("attachment_id", "7")]) == .number(7, feed: nil))
        #expect(QueryAddress([("cat", "3")]) == .termNumber(3, feed: nil))
        #expect(QueryAddress([("m", "201202")]) == .date(year: 2012, month: 2, day: nil, feed: nil))
        #expect(
            QueryAddress([("m", "20120225"), ("feed", "atom")]) == .date(year: 2012, month: 2, day: 25, feed: .atom))
        #expect(QueryAddress([("author", "1")]) == .authorNumber(1, feed: nil))
        #expect(QueryAddress([("feed", "rss2")]) == .feed(.rss))
        #expect(QueryAddress([("feed", "comments-rss2")]) == .commentsFeed(.rss))
        #expect(QueryAddress([("replytocom", "21")]) == .comment(number: 21))
        #expect(QueryAddress([("paged", "2")]) == .home(page: 2))
    }

    @Test("what nobody asked for is left alone")
    func unknown() {
        #expect(QueryAddress([("utm_source", "x")]) == nil)
        #expect(QueryAddress([("p", "x")]) == nil)
        #expect(QueryAddress([("m", "201213")]) == nil)
        #expect(QueryAddress([("p", "-1")]) == nil)
    }
}
