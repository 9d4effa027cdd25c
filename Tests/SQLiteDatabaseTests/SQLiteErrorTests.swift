import Database
import DatabaseSupport
import Foundation
import SQLiteDatabase
import Testing

@Suite struct SQLiteErrorTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ name: String = "thaw.sqlite", busyTimeout: Duration = .seconds(5)) throws -> SQLiteDatabase {
        try SQLiteDatabase(path: folder.path(name), busyTimeout: busyTimeout)
    }

    private func error<T>(_ body: () async throws -> T) async -> DatabaseError? {
        do { _ = try await body() } catch { return error as? DatabaseError }
        return nil
    }

    @Test("a refused row names the constraint and the line, and no value")
    func constraint() async throws {
        let database = try open()
        try await database.write { try $0.run("CREATE TABLE note (word TEXT UNIQUE) STRICT") }
        let found = await error {
            try await database.write { tx in
                try tx.run("INSERT INTO note VALUES (\("secret"))")
                try tx.run("INSERT INTO note VALUES (\("secret"))")
            }
        }
        guard case .constraint(let detail, let site) = found else { Issue.record("\(found as Any)"); return }
        #expect(detail == "UNIQUE constraint failed: note.word")
        #expect(site.hasPrefix("SQLiteDatabaseTests/SQLiteErrorTests.swift:"))
    }

    @Test("a statement that cannot be prepared names its line")
    func failed() async throws {
        let database = try open()
        let found = await error { try await database.read { try $0.first("SELECT x FROM nowhere") { _ in 1 } } }
        guard case .failed(let detail, let site) = found else { Issue.record("\(found as Any)"); return }
        #expect(detail.contains("no such table: nowhere"))
        #expect(site.hasPrefix("SQLiteDatabaseTests/SQLiteErrorTests.swift:"))
    }

    @Test("a database that another connection holds longer than the timeout is locked")
    func locked() async throws {
        let holder = try open()
        let waiter = try open(busyTimeout: .milliseconds(20))
        try await holder.write { try $0.run("CREATE TABLE note (n INTEGER) STRICT") }
        let (start, opened) = AsyncStream<Void>.makeStream()
        let release = DispatchSemaphore(value: 0)
        let holding = Task {
            try await holder.writeAlone { tx in
                try tx.run("INSERT INTO note VALUES (1)")
                opened.finish()
                release.wait()
            }
        }
        for await _ in start {}
        let inGroup = await error { try await waiter.write { try $0.run("INSERT INTO note VALUES (2)") } }
        let alone = await error { try await waiter.writeAlone { try $0.run("INSERT INTO note VALUES (2)") } }
        release.signal()
        try await holding.value
        for found in [inGroup, alone] {
            guard case .locked = found else { Issue.record("\(found as Any)"); continue }
        }
        #expect(try await waiter.read { try $0.first("SELECT count(*) FROM note") { $0.int(0) } } == 1)
    }

    @Test("no room left is full, and what was there stays")
    func full() async throws {
        let database = try open()
        try await database.write { tx in
            try tx.run("CREATE TABLE note (text TEXT) STRICT")
            try tx.run("INSERT INTO note VALUES ('kept')")
        }
        _ = try await database.writeAlone { try $0.first("PRAGMA max_page_count = 20") { $0.int(0) } }
        let found = await error {
            try await database.write {
                try $0.run("INSERT INTO note VALUES (\(String(repeating: "x", count: 1_000_000)))")
            }
        }
        guard case .full = found else { Issue.record("\(found as Any)"); return }
        #expect(try await database.read { try $0.all("SELECT text FROM note") { $0.text(0) } } == ["kept"])
        try await database.write { try $0.run("INSERT INTO note VALUES ('more')") }
    }

    @Test("a write where none is allowed is read-only")
    func readOnly() async throws {
        let database = try open()
        try await database.write { try $0.run("CREATE TABLE note (n INTEGER) STRICT") }
        // SQLite gives the same code as for a file that may not be written; file modes would not stop root.
        try await database.writeAlone { try $0.run("PRAGMA query_only = 1") }
        let found = await error { try await database.write { try $0.run("INSERT INTO note VALUES (1)") } }
        guard case .readOnly(let path) = found else { Issue.record("\(found as Any)"); return }
        #expect(path.hasSuffix("thaw.sqlite"))
    }

    @Test(
        "what is no database is unreadable",
        arguments: ["", "SQLite format 3\u{0}"])
    func text(start: String) async throws {
        let content = start + String(repeating: "This is a letter, not a database. ", count: 200)
        try content.write(toFile: folder.path("thaw.sqlite"), atomically: true, encoding: .utf8)
        let found = await error { try open() }
        guard case .unreadable = found else { Issue.record("\(found as Any)"); return }
    }

    @Test("a folder in place of the file, or no folder to hold it, is unreadable")
    func cannotOpen() async throws {
        try FileManager.default.createDirectory(atPath: folder.path("thaw.sqlite"), withIntermediateDirectories: true)
        for name in ["thaw.sqlite", "missing/thaw.sqlite"] {
            let found = await error { _ = try open(name) }
            guard case .unreadable(let path, _) = found else { Issue.record("\(found as Any)"); continue }
            #expect(path.hasSuffix(name))
        }
    }
}
