import Database
import DatabaseSupport
import Model
import Store
import Testing

@Suite struct PostListTests {
    let fixture: StoreFixture

    init() async throws { fixture = try await StoreFixture() }

    private var site: Site.ID { fixture.site.id }

    @Test("every page of a list is the right piece of the whole, from whichever end it is found")
    func pages() async throws {
        let site = site
        let posts = (0..<57).map { fixture.post("p\($0)", minutes: Int64($0 / 2)) }
        let ids = try await fixture.database.writeAlone { tx in
            try posts.map { try StoreFixture.insert($0, tx).id }
        }
        let newestFirst = Array(ids.reversed())
        for size in [1, 5, 10, 57, 100] {
            let found = try await fixture.read { tx in
                try (1...((57 + size - 1) / size)).flatMap { page in
                    try #require(try tx.listPage(.home, site: site, page: page, perPage: size)).posts.map(\.id)
                }
            }
            #expect(found == newestFirst)
        }
        let (last, beyond) = try await fixture.read { tx in
            (
                try tx.listPage(.home, site: site, page: 6, perPage: 10),
                try tx.listPage(.home, site: site, page: 7, perPage: 10)
            )
        }
        #expect(last?.pages == 6)
        #expect(last?.total == 57)
        #expect(last?.posts.count == 7)
        #expect(beyond == nil)
    }

    @Test("an empty list has one empty page")
    func empty() async throws {
        let page = try await fixture.read { [site] in try $0.listPage(.home, site: site, page: 1, perPage: 10) }
        #expect(page?.pages == 1 && page?.total == 0 && page?.posts.isEmpty == true)
    }

    @Test("only published posts are listed; a protected one keeps its words to itself", arguments: Post.Status.allCases)
    func listed(status: Post.Status) async throws {
        let post = try await fixture.insert(fixture.post("one", minutes: 0, status: status, password: "secret"))
        _ = try await fixture.insert(fixture.post("page", minutes: 1, kind: .page, status: status))
        let (page, feed, months, map) = try await fixture.read { [site] tx in
            (
                try tx.listPage(.home, site: site, page: 1, perPage: 10),
                try tx.newestPosts(in: .home, site: site, limit: 10), try tx.months(site: site),
                try tx.sitemap(site: site, part: 1)
            )
        }
        let isListed = status == .published
        #expect(page?.posts.map(\.id) == (isListed ? [post.id] : []))
        #expect(feed == page?.posts)
        #expect(months.map { [$0.year, $0.month, $0.posts] } == (isListed ? [[2012, 2, 1]] : []))
        #expect(map.map(\.path) == (isListed ? ["/page/"] : []))
        guard let summary = page?.posts.first else { return }
        #expect(summary.isPasswordProtected)
        #expect(summary.title == "one")
        #expect(summary.pages.isEmpty && summary.teaser == nil && summary.excerpt.isEmpty)
    }

    @Test("a sticky post stands first on the first page only, and once there")
    func sticky() async throws {
        let old = try await fixture.insert(fixture.post("old", minutes: 0, sticky: true))
        let middle = try await fixture.insert(fixture.post("middle", minutes: 1))
        let new = try await fixture.insert(fixture.post("new", minutes: 2, sticky: true))
        let (first, second) = try await fixture.read { [site] tx in
            (
                try tx.listPage(.home, site: site, page: 1, perPage: 2)?.posts.map(\.id),
                try tx.listPage(.home, site: site, page: 2, perPage: 2)?.posts.map(\.id)
            )
        }
        #expect(first == [new.id, old.id, middle.id])
        #expect(second == [old.id])
    }

    @Test("a post is in the archives of its terms and of all above them, once, and leaves with them")
    func terms() async throws {
        let history = try await fixture.term("history")
        let war = try await fixture.term("cold-war", parent: history.id)
        let speech = try await fixture.term("speeches", parent: war.id)
        let tag = try await fixture.term("history", taxonomy: .tag)
        let author = try await fixture.account("anna")
        let post = try await fixture.insert(fixture.post("one", minutes: 0, author: author.id))
        try await fixture.database.write { try $0.setTerms([speech.id, war.id, tag.id], of: post.id) }
        let lists: [PostList] = [
            .term(history.id), .term(war.id), .term(speech.id), .term(tag.id), .author(author.id), .year(2012),
            .month(year: 2012, month: 2), .day(year: 2012, month: 2, day: 25), .home,
        ]
        #expect(try await counts(of: lists) == [1, 1, 1, 1, 1, 1, 1, 1, 1])
        try await fixture.database.write { try $0.setTerms([tag.id], of: post.id) }
        #expect(try await counts(of: lists) == [0, 0, 0, 1, 1, 1, 1, 1, 1])
        try await fixture.database.write { tx in
            try tx.setTerms([speech.id], of: post.id)
            var moved = war
            moved.parent = nil
            try tx.update(moved, at: StoreFixture.now)
        }
        #expect(try await counts(of: lists) == [0, 1, 1, 0, 1, 1, 1, 1, 1])
        let counted = try await fixture.read { [site] in try $0.terms(of: .category, site: site) }
        #expect(counted.map(\.term.slug) == ["cold-war", "history", "speeches"])
        #expect(counted.map(\.posts) == [1, 0, 1])
        try await fixture.database.write { tx in
            var trashed = post
            trashed.status = .trash
            try tx.update(trashed, at: StoreFixture.now)
        }
        #expect(try await counts(of: lists) == [0, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    private func counts(of lists: [PostList]) async throws -> [Int] {
        try await fixture.read { [site] tx in
            try lists.map { list in
                let count = try tx.count(of: list, site: site)
                try #expect(tx.posts(in: list, site: site, offset: 0, limit: 10).count == count)
                return count
            }
        }
    }

    @Test("the neighbours of a post are the ones before and after it in time")
    func neighbours() async throws {
        let posts = try await ["a", "b", "c"].enumerated().asyncMap {
            try await fixture.insert(fixture.post($1, minutes: Int64($0)))
        }
        _ = try await fixture.insert(fixture.post("draft", minutes: 1, status: .draft))
        let found = try await fixture.read { tx in try posts.map { try tx.neighbours(of: $0) } }
        #expect(found.map(\.previous?.path) == [nil, "/a/", "/b/"])
        #expect(found.map(\.next?.path) == ["/b/", "/c/", nil])
    }

    @Test("a term's lineage and descendants end, even in a loop")
    func loops() async throws {
        var outer = try await fixture.term("outer")
        let inner = try await fixture.term("inner", parent: outer.id)
        outer.parent = inner.id
        try await fixture.database.write { [outer] in try $0.update(outer, at: StoreFixture.now) }
        let (lineage, below) = try await fixture.read { [outer] tx in
            (try tx.lineage(of: inner.id), try tx.descendants(of: outer.id))
        }
        #expect(lineage.map(\.slug) == ["outer", "inner"])
        #expect(below == [inner.id])
    }
}
