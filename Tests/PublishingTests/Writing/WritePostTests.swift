import Database
import Model
import Publishing
import SQLiteDatabase
import Store
import Testing

@Suite("Writing a post")
struct WritePostTests {
    @Test("a draft is Markdown, has a slug from its title, no address, and its first revision")
    func draft() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(PostDraft(title: "The Thaw Begins", source: "*One*[^a]\n\n[^a]: two"))
        let post = try #require(try await fixture.post(saved))
        #expect(post.post.status == .draft)
        #expect(post.post.slug == "the-thaw-begins")
        #expect(post.post.author == fixture.editor.account)
        #expect(post.body.sourceFormat == .markdown)
        #expect(post.body.pages[0].markup.contains("<em>One</em>"))
        #expect(post.body.pages[0].markup.contains("fn-\(saved.number)-a"))
        #expect(saved.path == nil)
        #expect(try await fixture.database.read { try $0.revisions(of: post.post.id) }.count == 1)
    }

    @Test("publishing gives it a date of the site's clock and an address; its lists show it")
    func publish() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(PostDraft(title: "Speech", source: "x", standing: .published(at: nil)))
        #expect(saved.status == .published)
        #expect(saved.path == "/2026/03/20/speech/")
        let post = try #require(try await fixture.post(saved))
        #expect(post.post.localDate?.text == "2026-03-20 13:00:00")
        let listed = try await fixture.database.read { try $0.newestPosts(in: .home, site: post.post.site, limit: 5) }
        #expect(listed.count == 1)
    }

    @Test("a save over another save is refused, and overwrites nothing")
    func conflict() async throws {
        let fixture = try await WritingFixture()
        let opened = try await fixture.create(PostDraft(title: "A", source: "first"))
        _ = try await fixture.save(PostDraft(title: "A", source: "second"), over: opened)
        let version = try #require(try await fixture.post(opened)).post.version
        await #expect(throws: WritingFault.conflict(version: version)) {
            try await fixture.save(PostDraft(title: "A", source: "third"), over: opened)
        }
        #expect(try await fixture.post(opened)?.body.source == "second")
    }

    @Test("a new slug changes the address, and the old one leads to it")
    func slug() async throws {
        let fixture = try await WritingFixture()
        var draft = PostDraft(title: "Speech", source: "x", standing: .published(at: nil))
        let first = try await fixture.create(draft)
        draft.slug = "Secret Speech!"
        let second = try await fixture.save(draft, over: first)
        #expect(second.path == "/2026/03/20/secret-speech/")
        #expect(try await fixture.destination("/2026/03/20/speech/") == .redirect(to: "/2026/03/20/secret-speech/"))
        draft.title = "Another title"
        draft.slug = ""
        let third = try await fixture.save(draft, over: second)
        #expect(third.path == second.path)
    }

    @Test("terms that are new are made; the same name is the same term")
    func terms() async throws {
        let fixture = try await WritingFixture()
        let draft = PostDraft(title: "A", source: "x", categories: ["Cold War"], tags: ["Khrushchev", "1956", "?"])
        let one = try await fixture.create(draft)
        let two = try await fixture.create(draft)
        let terms = try #require(try await fixture.post(one)).terms
        #expect(terms.map(\.name) == ["Cold War", "Khrushchev", "1956"])
        #expect(try await fixture.post(two)?.terms == terms)
    }

    @Test("unpublished it leaves readers' sight, and comes back under its date and address")
    func unpublish() async throws {
        let fixture = try await WritingFixture()
        var draft = PostDraft(title: "Speech", source: "x", standing: .published(at: nil))
        let first = try await fixture.create(draft)
        draft.standing = .draft
        let second = try await fixture.save(draft, over: first)
        #expect(second.status == .draft)
        draft.standing = .published(at: nil)
        let third = try await fixture.save(
            draft, over: second, now: WritingFixture.now.adding(seconds: 400_000))
        #expect(third.path == first.path)
        #expect(try await fixture.post(third)?.post.publishedAt == WritingFixture.now)
    }

    @Test("password, picture that is not there, sticky, text that is refused")
    func rest() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(
            PostDraft(title: "A", source: "x", password: "pravda", isSticky: true, commentsOpen: false))
        let post = try #require(try await fixture.post(saved)).post
        #expect(post.password == "pravda")
        #expect(post.isSticky)
        #expect(!post.commentsOpen)
        await #expect(throws: WritingFault.noSuchPicture(99)) {
            try await fixture.create(PostDraft(title: "A", source: "x", featuredPicture: 99))
        }
        await #expect(throws: WritingFault.self) {
            try await fixture.create(PostDraft(title: "A", source: String(repeating: "> ", count: 99) + "x"))
        }
        await #expect(throws: WritingFault.nothingToPublish) {
            try await fixture.create(PostDraft(title: "", source: "", standing: .published(at: nil)))
        }
    }

    @Test("a contributor hands in drafts of their own; an author publishes theirs; neither changes another's")
    func rights() async throws {
        let fixture = try await WritingFixture()
        await #expect(throws: WritingFault.self) {
            try await fixture.create(
                PostDraft(title: "A", source: "x", standing: .published(at: nil)), by: fixture.contributor)
        }
        let handedIn = try await fixture.create(
            PostDraft(title: "A", source: "x", standing: .pending), by: fixture.contributor)
        #expect(handedIn.status == .pending)
        await #expect(throws: WritingFault.self) {
            try await fixture.save(PostDraft(title: "B", source: "x"), over: handedIn, by: fixture.author)
        }
        let published = try await fixture.save(
            PostDraft(title: "A", source: "x", standing: .published(at: nil)), over: handedIn)
        await #expect(throws: WritingFault.self) {
            try await fixture.save(
                PostDraft(title: "B", source: "x", standing: .pending), over: published, by: fixture.contributor)
        }
        #expect(try await fixture.post(published)?.post.author == fixture.contributor.account)
        await #expect(throws: WritingFault.self) {
            try await WritePost(fixture.database).create(
                PostDraft(title: "Page", source: "x"), kind: .page, by: fixture.author, now: WritingFixture.now)
        }
    }

    @Test("every deed is recorded with who did it")
    func events() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(PostDraft(title: "A", source: "x", standing: .published(at: nil)))
        let post = try #require(try await fixture.post(saved)).post
        let events = try await fixture.database.read { try $0.events(of: "post", post.id.rawValue, site: post.site) }
        #expect(events.map(\.verb) == ["publish", "create"])
        #expect(events.allSatisfy { $0.actor == fixture.editor.actor })
    }
}
