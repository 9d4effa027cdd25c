import Database
import Model
import Publishing
import SQLiteDatabase
import Store
import Testing

@Suite("Revisions, autosaves and previews")
struct RevisionTests {
    @Test("a save that changes the text keeps a revision, one that does not keeps none; a restored one is the newest")
    func revisions() async throws {
        let fixture = try await WritingFixture()
        let first = try await fixture.create(PostDraft(title: "A", source: "one"))
        let second = try await fixture.save(PostDraft(title: "A", source: "two"), over: first)
        let third = try await fixture.save(PostDraft(title: "A", source: "two", isSticky: true), over: second)
        let post = try #require(try await fixture.post(first)).post
        let kept = try await fixture.database.read { try $0.revisions(of: post.id) }
        #expect(kept.map(\.text.source) == ["two", "one"])
        #expect(kept.map(\.author) == ["clio", "clio"])
        try await RestoreRevision(fixture.database).restore(
            kept[1].id, of: first.number, basedOn: third.version, by: fixture.editor, now: WritingFixture.now)
        #expect(try await fixture.post(first)?.body.pages[0].markup == "<p>one</p>")
        #expect(
            try await fixture.database.read { try $0.revisions(of: post.id) }.map(\.text.source) == [
                "one", "two", "one",
            ])
    }

    @Test("what is typed is kept apart from the post, and a second window is told of the first")
    func autosave() async throws {
        let fixture = try await WritingFixture()
        let use = KeepAutosave(fixture.database)
        let saved = try await fixture.create(PostDraft(title: "A", source: "one"))
        var typed = KeepAutosave.Typed(title: "A", source: "on", excerpt: "", postVersion: saved.version, serial: 0)
        let serial = try await use.keep(typed, number: saved.number, by: fixture.editor, now: WritingFixture.now)
        #expect(try await fixture.post(saved)?.body.source == "one")
        // The other window has not seen it.
        await #expect(throws: WritingFault.conflict(version: saved.version)) {
            try await use.keep(typed, number: saved.number, by: fixture.editor, now: WritingFixture.now)
        }
        typed.serial = serial
        typed.source = "only"
        _ = try await use.keep(typed, number: saved.number, by: fixture.editor, now: WritingFixture.now)
        let post = try #require(try await fixture.post(saved)).post
        let account = try #require(fixture.editor.account)
        #expect(try await fixture.database.read { try $0.autosave(of: post.id, by: account) }?.source == "only")
        let later = try await fixture.save(PostDraft(title: "A", source: "saved"), over: saved)
        #expect(try await fixture.database.read { try $0.autosave(of: post.id, by: account) } == nil)
        typed.serial = 0
        await #expect(throws: WritingFault.conflict(version: later.version)) {
            try await use.keep(typed, number: saved.number, by: fixture.editor, now: WritingFixture.now)
        }
    }

    @Test("a preview link opens its post until it is taken back; the database does not hold its token")
    func preview() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(PostDraft(title: "A", source: "x"))
        let use = SharePreview(fixture.database)
        let first = try await use.share(number: saved.number, by: fixture.editor, now: WritingFixture.now)
        let token = try await use.share(number: saved.number, by: fixture.editor, now: WritingFixture.now)
        let id = try #require(try await fixture.post(saved)).post.id
        #expect(try await fixture.database.read { try SharePreview.post(token, in: $0) } == id)
        #expect(try await fixture.database.read { try SharePreview.post(first, in: $0) } == nil)
        #expect(try await fixture.database.read { try $0.post(previewedBy: token) } == nil)
        try await use.revoke(number: saved.number, by: fixture.editor, now: WritingFixture.now)
        #expect(try await fixture.database.read { try SharePreview.post(token, in: $0) } == nil)
        await #expect(throws: WritingFault.self) {
            try await use.share(number: saved.number, by: fixture.author, now: WritingFixture.now)
        }
    }

    @Test("a preview is what saving would make, with its words counted")
    func shown() async throws {
        let fixture = try await WritingFixture()
        let shown = try await PreviewText(fixture.database).show("One *two*\n\n- three", .markdown, number: 0)
        #expect(shown.pages.map(\.markup) == ["<p>One <em>two</em></p>\n<ul>\n<li>three</li>\n</ul>"])
        #expect(shown.words == 3)
        #expect(shown.minutes == 1)
    }
}

@Suite("The difference of two texts")
struct TextDifferenceTests {
    @Test("says which words of a line changed, and which lines came and went")
    func words() {
        let lines = TextDifference(from: "same\nthe old word\nend", to: "same\nthe new word\nend\nmore").lines
        #expect(lines.map(\.kind) == [.same, .removed, .added, .same, .added])
        #expect(lines[1].pieces.map(\.text) == ["the ", "old", " word"])
        #expect(lines[1].pieces.map(\.isChanged) == [false, true, false])
        #expect(lines[2].pieces.map(\.text) == ["the ", "new", " word"])
    }

    @Test("both texts can be read off it", arguments: [("", "a"), ("a\nb", ""), ("a\n\nb", "a\nb\n"), ("x", "x")])
    func whole(_ texts: (old: String, new: String)) {
        let lines = TextDifference(from: texts.old, to: texts.new).lines
        func text(_ kinds: [TextDifference.Kind]) -> String {
            lines.filter { kinds.contains($0.kind) }.map { $0.pieces.map(\.text).joined() }.joined(separator: "\n")
        }
        #expect(text([.same, .removed]) == texts.old)
        #expect(text([.same, .added]) == texts.new)
    }

    @Test("long texts that share nothing are taken one for the other, at once")
    func long() {
        let old = (0..<20_000).map { "old \($0)" }.joined(separator: "\n")
        let new = (0..<20_000).map { "new \($0)" }.joined(separator: "\n")
        #expect(TextDifference(from: old, to: new).lines.count == 40_000)
    }
}
