import Database
import Jobs
import Model
import Publishing
import Store
import Testing

@Suite("The trash")
struct TrashTests {
    private func jobs(_ fixture: WritingFixture, at now: Instant) -> RunJobs {
        RunJobs(
            fixture.database, handlers: [RemovePost(fixture.database).handler], rules: JobRules(), now: { now },
            jitter: { 0 })
    }

    @Test("a post comes back from it as it was, and then no job removes it")
    func restore() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(PostDraft(title: "A", source: "x", standing: .published(at: nil)))
        let now = WritingFixture.now
        try await TrashPost(fixture.database, actor: "test").trash(number: saved.number, by: fixture.editor, now: now)
        #expect(try await fixture.post(saved)?.post.status == .trash)
        try await RestorePost(fixture.database).restore(number: saved.number, by: fixture.editor, now: now)
        #expect(try await fixture.post(saved)?.post.status == .published)
        #expect(try await !jobs(fixture, at: now.adding(seconds: 40 * 86_400)).runOne())
        #expect(try await fixture.post(saved) != nil)
    }

    @Test("after its days a post is removed with all that belongs to it")
    func retention() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(PostDraft(title: "A", source: "x", standing: .published(at: nil)))
        let now = WritingFixture.now
        try await TrashPost(fixture.database, actor: "test", days: 30).trash(number: saved.number, now: now)
        #expect(try await !jobs(fixture, at: now.adding(seconds: 29 * 86_400)).runOne())
        #expect(try await jobs(fixture, at: now.adding(seconds: 30 * 86_400)).runOne())
        #expect(try await fixture.post(saved) == nil)
        #expect(try await fixture.destination("/2026/03/20/a/") == nil)
    }

    @Test("removing at once asks that it is in the trash")
    func remove() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(PostDraft(title: "A", source: "x"))
        let use = RemovePost(fixture.database)
        await #expect(throws: WritingFault.self) {
            try await use.remove(number: saved.number, by: fixture.editor, now: WritingFixture.now)
        }
        try await TrashPost(fixture.database, actor: "test").trash(number: saved.number, now: WritingFixture.now)
        await #expect(throws: WritingFault.self) {
            try await use.remove(number: saved.number, by: fixture.author, now: WritingFixture.now)
        }
        try await use.remove(number: saved.number, by: fixture.editor, now: WritingFixture.now)
        #expect(try await fixture.post(saved) == nil)
    }
}
