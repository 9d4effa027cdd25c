import Database
import DatabaseSupport
import Model
import Store
import Testing

@Suite struct CommentTests {
    let fixture: StoreFixture
    let post: Post

    init() async throws {
        fixture = try await StoreFixture()
        post = try await fixture.insert(fixture.post("talk", minutes: 0))
    }

    @discardableResult
    private func insert(
        _ comments: [NewComment], known: [Int64: Model.Comment.ID] = [:]
    ) async throws -> [Int64: InsertedComment] {
        try await fixture.database.write { [post] in
            try $0.insertThread(of: post.id, site: post.site, comments, known: known, at: StoreFixture.now)
        }
    }

    private func page(_ page: Int = 1, perPage: Int = 50) async throws -> ThreadPage? {
        try await fixture.read { [post] in try $0.threadPage(of: post.id, page: page, perPage: perPage) }
    }

    /// What lists show beside the post.
    private func storedCount() async throws -> Int? {
        let stored = try await fixture.read { [post] in try $0.post(post.id) }
        return stored?.commentCount
    }

    @Test("paths sort as threads read, and stop growing at the last level")
    func paths() {
        let times: [Int64] = [-5, 0, 1, 31, 32, 1_330_173_000_000, 1 << 49]
        let paths = times.map { CommentPath.path(under: nil, at: Instant(milliseconds: $0), number: 1) }
        #expect(paths == paths.sorted())
        let numbers: [Int64] = [1, 31, 32, 33, 99_999, 1 << 34]
        let siblings = numbers.map { CommentPath.path(under: paths[1], at: StoreFixture.now, number: $0) }
        #expect(siblings == siblings.sorted())
        #expect(siblings.allSatisfy { $0 > paths[1] && $0 < paths[2] && $0 < CommentPath.end })
        var deep = ""
        for number in 1...100 { deep = CommentPath.path(under: deep, at: StoreFixture.now, number: Int64(number)) }
        #expect(deep.utf8.count == CommentPath.maximumLevels * CommentPath.segmentLength)
    }

    @Test("answers that come before their parents stand under them")
    func anyOrder() async throws {
        // 1 ─ 4 ─ 6
        //   └ 5
        // 2
        try await insert([
            fixture.comment(6, under: 4), fixture.comment(5, under: 1), fixture.comment(2),
            fixture.comment(4, under: 1), fixture.comment(1),
        ])
        let page = try #require(try await page())
        #expect(page.comments.map(\.number) == [1, 4, 6, 5, 2])
        #expect(page.comments.map(\.depth) == [0, 1, 2, 1, 0])
        #expect(page.total == 5)
        #expect(try await storedCount() == 5)
    }

    @Test("a loop of parents is cut, and an answer to nothing stands at the top")
    func loops() async throws {
        try await insert([
            fixture.comment(1, under: 2), fixture.comment(2, under: 1), fixture.comment(3, under: 3),
            fixture.comment(4, under: 999),
        ])
        let comments = try #require(try await page()).comments
        #expect(Set(comments.map(\.number)) == [1, 2, 3, 4])
        #expect(comments.count == 4)
        #expect(comments.filter { $0.depth == 0 }.count == 3)
    }

    @Test("a later batch finds its parents among those already there")
    func known() async throws {
        let first = try await insert([fixture.comment(1), fixture.comment(2)])
        let parent = try #require(first[1]?.id)
        try await insert([fixture.comment(3, under: 1)], known: [1: parent])
        let page = try #require(try await page())
        #expect(page.comments.map(\.number) == [1, 3, 2])
        #expect(page.comments[1].parent == parent)
    }

    @Test("a taken number gives way to a new one")
    func numbers() async throws {
        try await insert([fixture.comment(5)])
        let second = try await insert([fixture.comment(5, minutes: 9)])
        #expect(second[5]?.number == 6)
    }

    @Test("the newest first: the first page has the newest threads, the last what is left, and places agree")
    func newestFirst() async throws {
        try await insert((1...7).map { fixture.comment(Int64($0)) })
        let post = post
        let pages = try await fixture.read { tx in
            try (1...3).map { try tx.threadPage(of: post.id, page: $0, perPage: 3, isNewestFirst: true) }
        }
        #expect(pages.map { $0?.comments.map(\.number) } == [[5, 6, 7], [2, 3, 4], [1]])
        #expect(pages.map { $0?.firstNumber } == [5, 2, 1])
        let places = try await fixture.read { tx in
            try (1...7).map { number in
                try tx.place(ofComment: Int64(number), site: post.site, perPage: 3, isNewestFirst: true)?.page
            }
        }
        #expect(places == [3, 2, 2, 2, 1, 1, 1])
    }

    @Test("in a long thread every place is right, whichever end is nearer, and so is that of one that waits")
    func longThread() async throws {
        let inserted = try await insert(
            (1...260).map { fixture.comment(Int64($0), status: $0 % 13 == 0 ? .held : .approved) })
        let post = post
        let found = try await fixture.read { tx in
            try (1...260).map { number in
                (
                    try tx.page(ofComment: try #require(inserted[Int64(number)]).id, perPage: 7),
                    try tx.place(ofComment: Int64(number), site: post.site, perPage: 7)?.page
                )
            }
        }
        for number in 1...260 {
            let before = (1..<number).count { $0 % 13 != 0 }
            #expect(found[number - 1].0 == min(before / 7 + 1, 35), "\(number)")
            #expect(found[number - 1].1 == (number % 13 == 0 ? nil : before / 7 + 1), "\(number)")
        }
    }

    @Test("pages hold whole threads, oldest first, and number through")
    func pages() async throws {
        // Ten threads of three; the answers are younger than all top-level comments.
        let comments = (1...10).flatMap { n -> [NewComment] in
            let top = Int64(n)
            return [
                fixture.comment(top), fixture.comment(100 + top, under: top),
                fixture.comment(200 + top, under: 100 + top),
            ]
        }
        try await insert(comments)
        let pages = try await (1...4).asyncMap { try #require(try await page($0, perPage: 3)) }
        #expect(pages.map(\.comments.count) == [9, 9, 9, 3])
        #expect(pages.map(\.firstNumber) == [1, 10, 19, 28])
        let threads: [[Int64]] = (1...10).map { [$0, 100 + $0, 200 + $0] }
        #expect(pages.flatMap(\.comments).map(\.number) == Array(threads.joined()))
        #expect(pages.allSatisfy { $0.pages == 4 && $0.total == 30 })
        #expect(try await page(5, perPage: 3) == nil)
        #expect(try await page(0, perPage: 3) == nil)
        for number: Int64 in [1, 3, 4, 104, 210] {
            let place = try await fixture.read { [post] in
                try $0.place(ofComment: number, site: post.site, perPage: 3)
            }
            #expect(place?.post == post.id)
            #expect(place?.page == (Int(number % 100) - 1) / 3 + 1)
        }
    }

    @Test("a thread shows with its approved top-level comment; what is not approved is neither shown nor counted")
    func status() async throws {
        let inserted = try await insert([
            fixture.comment(1, status: .held), fixture.comment(2, under: 1), fixture.comment(3),
            fixture.comment(4, under: 3, status: .spam), fixture.comment(5, under: 4),
            fixture.comment(6, status: .trash),
        ])
        var shown = try #require(try await page())
        #expect(shown.comments.map(\.number) == [3, 5])
        #expect(shown.comments.map(\.depth) == [0, 1])
        #expect(shown.total == 2)
        let (site, held) = (post.site, try #require(inserted[1]?.id))
        #expect(try await fixture.read { try $0.place(ofComment: 2, site: site, perPage: 50) } == nil)
        try await fixture.database.write {
            try $0.setStatus(.approved, of: held, site: site, at: StoreFixture.now)
        }
        shown = try #require(try await page())
        #expect(shown.comments.map(\.number) == [1, 2, 3, 5])
        #expect(shown.total == 4)
        #expect(try await storedCount() == 4)
    }

    @Test("pings are listed apart and not counted; what answers one stands at the top")
    func pings() async throws {
        try await insert([
            fixture.comment(1, kind: .pingback), fixture.comment(2), fixture.comment(3, under: 1),
            fixture.comment(4, under: 2, kind: .trackback), fixture.comment(5, kind: .pingback, status: .held),
        ])
        let page = try #require(try await page())
        #expect(page.comments.map(\.number) == [2, 3])
        #expect(page.total == 2)
        let pings = try await fixture.read { [post] in try $0.pings(of: post.id) }
        #expect(pings.map(\.number) == [1, 4])
    }

    @Test("answers deeper than a path reaches are shown in their thread")
    func depth() async throws {
        try await insert((1...100).map { fixture.comment($0, under: $0 == 1 ? nil : $0 - 1) })
        let page = try #require(try await page())
        #expect(page.comments.map(\.number) == Array(1...100))
        #expect(page.total == 100)
        #expect(page.pages == 1)
        #expect(page.comments.map(\.depth).max() == CommentPath.maximumLevels - 1)
    }

    @Test("the newest comments leave out what readers do not see")
    func recent() async throws {
        let secret = try await fixture.insert(fixture.post("secret", minutes: 1, password: "x"))
        try await insert([
            fixture.comment(1), fixture.comment(2, status: .held), fixture.comment(3, under: 2), fixture.comment(4),
        ])
        try await fixture.database.write { [fixture] tx in
            _ = try tx.insertThread(of: secret.id, site: secret.site, [fixture.comment(9)], at: StoreFixture.now)
        }
        let (all, own, hidden) = try await fixture.read { [post] tx in
            (
                try tx.recentComments(site: post.site, limit: 10), try tx.recentComments(of: post.id, limit: 1),
                try tx.recentComments(of: secret.id, limit: 10)
            )
        }
        #expect(all.map(\.comment.number) == [4, 1])
        #expect(all.first?.postPath == "/talk/")
        #expect(own.map(\.comment.number) == [4])
        #expect(hidden.isEmpty)
    }
}
