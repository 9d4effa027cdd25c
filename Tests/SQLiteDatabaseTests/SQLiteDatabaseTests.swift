import Database
import DatabaseSupport
import Foundation
import SQLiteDatabase
import Testing

@Suite struct SQLiteDatabaseTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
    }

    @Test("a commit is flushed to the disk: WAL, synchronous FULL, foreign keys on")
    func settings() async throws {
        let settings = try await database.writeAlone { tx in
            [
                try tx.first("PRAGMA synchronous") { $0.text(0) }, try tx.first("PRAGMA journal_mode") { $0.text(0) },
                try tx.first("PRAGMA foreign_keys") { $0.text(0) },
            ]
        }
        #expect(settings == ["2", "wal", "1"])
        #expect(try await database.read { try $0.first("PRAGMA foreign_keys") { $0.int(0) } } == 1)
    }

    @Test("every kind of value comes back as it went in")
    func values() async throws {
        try await database.write { tx in
            try tx.run("CREATE TABLE kept (a INTEGER, b TEXT, c BLOB, d TEXT) STRICT")
            try tx.run(
                """
                INSERT INTO kept (a, b, c, d)
                VALUES (\(Int64.min), \("Ж\u{C}ä' $1"), \([0, 255] as [UInt8]), \(nil as String?)), (1, \(""),
                    \([] as [UInt8]), \("x"))
                """)
        }
        let rows = try await database.read { tx in
            try tx.all("SELECT a, b, c, d FROM kept ORDER BY a") {
                "\($0.int64(0)) \($0.text(1)) \($0.bytes(2)) \($0.optionalText(3) ?? "nil") \($0.optionalInt64(3) ?? -1)"
            }
        }
        #expect(rows == ["\(Int64.min) Ж\u{C}ä' $1 [0, 255] nil -1", "1  [] x 0"])
        let isNull = try await database.read { try $0.first("SELECT b IS NULL FROM kept WHERE a = 1") { $0.bool(0) } }
        #expect(isNull == false)
    }

    @Test("a statement may run while the same one is being read")
    func nesting() async throws {
        let sums = try await database.read { tx in
            try tx.all("SELECT 1 UNION ALL SELECT 2") { outer in
                let inner = try tx.all("SELECT 1 UNION ALL SELECT 2") { $0.int(0) }
                return outer.int(0) * 10 + inner.reduce(0, +)
            }
        }
        #expect(sums == [13, 23])
    }

    @Test("the version changes with every commit, also with another instance's")
    func version() async throws {
        let other = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
        let before = try #require(database.currentVersion())
        #expect(database.currentVersion() == before)
        try await database.write { try $0.run("CREATE TABLE one (a INTEGER) STRICT") }
        let own = try #require(database.currentVersion())
        #expect(own != before)
        try await other.write { try $0.run("INSERT INTO one VALUES (1)") }
        #expect(try await database.version() != own)
        try await database.close()
        #expect(database.currentVersion() == nil)
    }

    @Test("a copy is whole, and never written over a file that is there")
    func copy() async throws {
        try await database.write { tx in
            try tx.run("CREATE TABLE one (a INTEGER) STRICT")
            try tx.run("INSERT INTO one VALUES (7)")
        }
        try await database.copy(to: folder.path("copy.sqlite"))
        let copy = try SQLiteDatabase(path: folder.path("copy.sqlite"))
        #expect(try await copy.read { try $0.first("SELECT a FROM one") { $0.int(0) } } == 7)
        await #expect(throws: DatabaseError.self) { try await database.copy(to: folder.path("copy.sqlite")) }
        #expect(try await copy.read { try $0.first("SELECT a FROM one") { $0.int(0) } } == 7)
        await #expect(throws: DatabaseError.self) { try await database.copy(to: folder.path("no/such/folder")) }
    }
}
