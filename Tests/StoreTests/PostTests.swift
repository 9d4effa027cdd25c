import Database
import DatabaseSupport
import Model
import Store
import Testing

@Suite struct PostTests {
    let fixture: StoreFixture

    init() async throws { fixture = try await StoreFixture() }

    @Test("a post comes back as it was written, with its pages apart")
    func roundTrip() async throws {
        let author = try await fixture.account("anna")
        let term = try await fixture.term("history")
        var post = fixture.post("speech", minutes: 0, number: 7, author: author.id, password: "open")
        post.format = .quote
        post = try await fixture.insert(post)
        let id = post.id
        try await fixture.database.write { tx in
            try tx.setTerms([term.id, term.id], of: id)
            try tx.setMeta([MetaEntry(key: "k", value: "1"), MetaEntry(key: "k", value: "2")], of: id)
        }
        let full = try #require(try await fixture.read { try $0.fullPost(id) })
        #expect(full.post == post)
        #expect(full.post.number == 7)
        #expect(full.body == StoreFixture.body)
        #expect(full.path == "/speech/")
        #expect(full.author?.id == author.id)
        #expect(full.author?.displayName == "anna")
        #expect(full.terms.map(\.slugs) == [["history"]])
        #expect(try await fixture.read { try $0.meta(of: id).map(\.value) } == ["1", "2"])
    }

    @Test("a taken number gives way to a new one, and no number is given out twice")
    func numbers() async throws {
        let first = try await fixture.insert(fixture.post("first", minutes: 0, number: 40))
        let second = try await fixture.insert(fixture.post("second", minutes: 1, number: 40))
        #expect(first.number == 40)
        #expect(second.number == 41)
        let site = fixture.site.id
        try await fixture.database.write { tx in
            try tx.noteAlias(
                of: .post, oldNumber: 40, source: "https://b.example", localID: second.id.rawValue, site: site)
            try tx.run("DELETE FROM address WHERE post_id = \(second.id)")
            try tx.run("DELETE FROM post WHERE id = \(second.id)")
        }
        let third = try await fixture.insert(fixture.post("third", minutes: 2))
        #expect(third.number == 42)
        #expect(third.id > second.id)
        let alias = try await fixture.read { try $0.localID(ofAliased: .post, oldNumber: 40, site: site) }
        #expect(alias == second.id.rawValue)
    }

    @Test("a change counts the version up and touches the post, its neighbours and the lists")
    func update() async throws {
        let posts = try await ["a", "b", "c", "d"].enumerated().asyncMap {
            try await fixture.insert(fixture.post($1, minutes: Int64($0)))
        }
        let before = try await fixture.read { try $0.latestTouch() }
        try await fixture.database.write { tx in
            var changed = posts[1]
            changed.title = "Other"
            try tx.update(changed, body: StoreFixture.body, at: StoreFixture.now)
        }
        let (touches, changed) = try await fixture.read { tx in
            (try tx.touched(after: before), try tx.post(posts[1].id))
        }
        #expect(changed?.title == "Other")
        #expect(changed?.version == 2)
        #expect(touches.isComplete)
        #expect(touches.subjects == [.post(posts[0].id), .post(posts[1].id), .post(posts[2].id), .lists])
    }

    @Test("only a pruned journal is incomplete")
    func pruning() async throws {
        let site = fixture.site.id
        let (latest, behind, current) = try await fixture.database.write { tx in
            for _ in 0..<10 { try tx.touch(.lists, site: site, at: StoreFixture.now) }
            let latest = try tx.latestTouch()
            try tx.pruneTouched(keeping: 3)
            return (latest, try tx.touched(after: latest - 4), try tx.touched(after: latest - 3))
        }
        #expect(!behind.isComplete)
        #expect(current.isComplete)
        #expect(current.latest == latest)
        #expect(try await fixture.read { try $0.touched(after: latest) }.subjects.isEmpty)
    }

    @Test("a slug that is taken gets a number behind it")
    func slugs() async throws {
        let site = fixture.site.id
        let parent = try await fixture.insert(fixture.post("about", minutes: 0, kind: .page))
        _ = try await fixture.insert(fixture.post("a", minutes: 1))
        _ = try await fixture.insert(fixture.post("a-2", minutes: 2))
        _ = try await fixture.account("anna")
        _ = try await fixture.term("history")
        let slugs = try await fixture.read { tx in
            [
                try tx.freeSlug("a", kind: .post, site: site), try tx.freeSlug("a", kind: .page, site: site),
                try tx.freeSlug("about", kind: .page, site: site),
                try tx.freeSlug("about", kind: .page, parent: parent.id, site: site),
                try tx.freeSlug("about", kind: .page, except: parent.id, site: site),
                try tx.freeSlug("history", taxonomy: .category, site: site),
                try tx.freeSlug("history", taxonomy: .tag, site: site), try tx.freeAccountSlug("anna", site: site),
            ]
        }
        #expect(slugs == ["a-3", "a", "about-2", "about", "about", "history-2", "history", "anna-2"])
    }

    @Test("a failed write leaves nothing behind")
    func atomicity() async throws {
        let post = fixture.post("half", minutes: 0, author: Account.ID(999))
        await #expect(throws: DatabaseError.self) { try await fixture.insert(post) }
        #expect(try await fixture.read { try $0.posts(.post, slug: "half", site: post.site) }.isEmpty)
        #expect(try await fixture.read { try $0.latestTouch() } == 0)
    }
}

extension Sequence {
    func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var values: [T] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
