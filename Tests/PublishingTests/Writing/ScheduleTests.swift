import Model
import Publishing
import Store
import Testing

@Suite("Scheduling")
struct ScheduleTests {
    /// Berlin set its clocks forward on 29 March 2026 at 2:00, and back on 25 October at 3:00.
    @Test(
        "a wall-clock time means the moment at which the site's clock shows it, across changes of the clock",
        arguments: [
            ("2026-03-28 10:00:00", "2026-03-28 09:00:00"), ("2026-03-30 10:00:00", "2026-03-30 08:00:00"),
            // Left out: as long after the change as after two.
            ("2026-03-29 02:30:00", "2026-03-29 01:30:00"),
            // Twice: the first.
            ("2026-10-25 02:30:00", "2026-10-25 00:30:00"), ("2026-10-25 03:00:00", "2026-10-25 02:00:00"),
        ])
    func clock(_ time: (wall: String, utc: String)) throws {
        let clock = try #require(SiteClock(timeZone: "Europe/Berlin"))
        let reading = try #require(LocalDateTime(time.wall))
        #expect(clock.instant(of: reading).utc.text == time.utc)
    }

    @Test("a scheduled post is published when its time has come, under that date")
    func due() async throws {
        let fixture = try await WritingFixture()
        let saved = try await fixture.create(
            PostDraft(title: "Later", source: "x", standing: .published(at: LocalDateTime("2026-03-30 10:00:00"))))
        #expect(saved.status == .scheduled)
        let clock = PublishPost(fixture.database, actor: "clock")
        let due = try #require(try await clock.publishDue(now: WritingFixture.now))
        #expect(due.utc.text == "2026-03-30 08:00:00")
        #expect(try await clock.publishDue(now: due.adding(seconds: 7)) == nil)
        let post = try #require(try await fixture.post(saved))
        #expect(post.post.status == .published)
        #expect(post.post.localDate?.text == "2026-03-30 10:00:00")
        #expect(post.path == "/2026/03/30/later/")
    }

    @Test("a time in the past publishes at once, under that date; another time later moves the address")
    func past() async throws {
        let fixture = try await WritingFixture()
        var draft = PostDraft(
            title: "Old", source: "x", standing: .published(at: LocalDateTime("2012-02-25 08:00:00")))
        let first = try await fixture.create(draft)
        #expect(first.path == "/2012/02/25/old/")
        draft.standing = .published(at: LocalDateTime("2012-02-26 08:00:00"))
        let second = try await fixture.save(draft, over: first)
        #expect(second.path == "/2012/02/26/old/")
        #expect(try await fixture.destination("/2012/02/25/old/") == .redirect(to: "/2012/02/26/old/"))
    }

    @Test("a scheduled post published now has the date of now")
    func sooner() async throws {
        let fixture = try await WritingFixture()
        var draft = PostDraft(
            title: "Soon", source: "x", standing: .published(at: LocalDateTime("2026-03-30 10:00:00")))
        let first = try await fixture.create(draft)
        draft.standing = .published(at: nil)
        let second = try await fixture.save(draft, over: first)
        #expect(second.status == .published)
        #expect(second.path == "/2026/03/20/soon/")
    }
}
