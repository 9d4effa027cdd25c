import Database
import DatabaseSupport
import Model
import Publishing
import SQLiteDatabase
import Store

/// A new site with an editor, an author and a contributor, on a real database file.
struct WritingFixture {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let editor: Writer
    let author: Writer
    let contributor: Writer

    /// 2026-03-20 12:00:00 UTC.
    static let now = Instant(milliseconds: 1_774_008_000_000)

    init(timeZone: String = "Europe/Berlin") async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
        try await database.migrate(at: Self.now)
        let ids = try await database.write { tx in
            let site = try tx.insert(
                Site(id: .unassigned, title: "This Day", timeZone: timeZone, origin: "https://thisday.example"))
            return try ["clio", "anna", "carl"].map { name in
                try tx.insert(
                    Account(
                        id: .unassigned, site: site.id, number: 0, login: name, slug: name, displayName: name),
                    at: Self.now
                ).id
            }
        }
        editor = Writer(account: ids[0], role: .editor)
        author = Writer(account: ids[1], role: .author)
        contributor = Writer(account: ids[2], role: .contributor)
    }

    func create(_ draft: PostDraft, by writer: Writer? = nil, now: Instant = now) async throws -> WritePost.Saved {
        try await WritePost(database).create(draft, by: writer ?? editor, now: now)
    }

    func save(
        _ draft: PostDraft, over saved: WritePost.Saved, by writer: Writer? = nil, now: Instant = now
    ) async throws -> WritePost.Saved {
        try await WritePost(database).save(
            draft, number: saved.number, basedOn: saved.version, by: writer ?? editor, now: now)
    }

    func post(_ saved: WritePost.Saved) async throws -> FullPost? {
        try await database.read { tx in
            guard let site = try tx.site(), let post = try tx.post(number: saved.number, site: site.id) else {
                return nil
            }
            return try tx.fullPost(post.id)
        }
    }

    func destination(_ path: String) async throws -> Destination? {
        try await database.read { tx in
            guard let site = try tx.site(), let key = AddressKey(path) else { return nil }
            return try tx.destination(of: key, site: site.id)
        }
    }
}
