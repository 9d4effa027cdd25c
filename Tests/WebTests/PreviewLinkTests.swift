import Database
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("Preview links")
struct PreviewLinkTests {
    @Test("a draft is shown to who has its link, told to no other site and no search engine, until it is taken back")
    func draft() async throws {
        try await TestSite.run(TestExport().text) { site in
            let writer = Writer(account: nil, role: .editor)
            let saved = try await WritePost(site.database).create(
                PostDraft(title: "Not yet", source: "A *secret* draft."), by: writer, now: site.clock.now)
            let share = SharePreview(site.database)
            let token = try await share.share(number: saved.number, by: writer, now: site.clock.now)
            let shown = try await site.get("/preview/\(token)")
            #expect(shown.status == 200)
            #expect(shown.text.contains("A <em>secret</em> draft."))
            #expect(shown.text.contains("<meta name=\"robots\" content=\"noindex\""))
            #expect(shown.field("referrer-policy") == "no-referrer")
            #expect(shown.field("cache-control")?.contains("no-store") == true)
            #expect(!shown.text.contains("rel=\"canonical\""))
            #expect(try await site.get("/?p=\(saved.number)").status == 404)
            try await share.revoke(number: saved.number, by: writer, now: site.clock.now)
            #expect(try await site.get("/preview/\(token)").status == 404)
        }
    }
}
