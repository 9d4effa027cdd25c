import Database
import DatabaseSupport
import Model
import SQLiteDatabase
import Store
import Testing

@Suite struct SchemaTests {
    @Test("a new database is migrated once, and a second time changes nothing")
    func migrating() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
        let before = try await database.schemaState()
        #expect(before.isNew)
        #expect(before.pending.map(\.version) == Migration.all.map(\.version))
        try await database.migrate(at: StoreFixture.now)
        try await database.migrate(at: StoreFixture.now.adding(seconds: 60))
        let after = try await database.schemaState()
        #expect(!after.isNew)
        #expect(after.pending.isEmpty)
        let applied = try await database.read { tx in
            try tx.all("SELECT version, applied_at FROM schema_migration ORDER BY version") {
                [$0.int64(0), $0.int64(1)]
            }
        }
        #expect(applied == Migration.all.map { [Int64($0.version), StoreFixture.now.milliseconds] })
    }

    @Test("a database of a newer program is refused by its version")
    func newer() async throws {
        let fixture = try await StoreFixture()
        try await fixture.database.write {
            try $0.run("INSERT INTO schema_migration (version, name, applied_at) VALUES (999, 'later', 0)")
        }
        do {
            _ = try await fixture.database.schemaState()
            Issue.record("it was taken")
        } catch DatabaseError.newer(let found, let known) {
            #expect(found == 999)
            #expect(known == Migration.all.map(\.version).max())
        }
    }

    @Test("a step that fails leaves the database at the step before")
    func failing() async throws {
        let fixture = try await StoreFixture()
        let bad = Migration(version: 999, name: "bad") { _ in
            ["CREATE TABLE half (n INTEGER)", "CREATE TABLE site (n INTEGER)"]
        }
        await #expect(throws: DatabaseError.self) {
            try await fixture.database.migrate(at: StoreFixture.now, through: Migration.all + [bad])
        }
        #expect(try await fixture.database.schemaState().version == Migration.all.map(\.version).max())
        let half = try await fixture.read { try $0.first("SELECT 1 FROM sqlite_master WHERE name = 'half'") { _ in 1 } }
        #expect(half == nil)
    }

    @Test("the schema refuses what the code should never write")
    func checks() async throws {
        let fixture = try await StoreFixture()
        let post = try await fixture.insert(fixture.post("one", minutes: 0))
        let statements: [SQL] = [
            "UPDATE post SET status = 'lost' WHERE id = \(post.id)", "UPDATE post SET sticky = 2 WHERE id = \(post.id)",
            "UPDATE post SET local_date = NULL WHERE id = \(post.id)",
            "UPDATE post SET number = 'x' WHERE id = \(post.id)",
            "UPDATE address SET redirect_to = '/' WHERE post_id = \(post.id)",
            "INSERT INTO post_term (post_id, term_id, ordinal) VALUES (\(post.id), 99, 0)",
        ]
        for statement in statements {
            await #expect(throws: DatabaseError.self) { try await fixture.database.write { try $0.run(statement) } }
        }
    }
}
