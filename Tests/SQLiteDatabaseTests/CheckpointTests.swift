import Database
import DatabaseSupport
import Foundation
import SQLiteDatabase
import Testing

@Suite("The write-ahead log")
struct CheckpointTests {
    private func size(_ path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0
    }

    @Test("stays bounded while writes pour in, and all of them are there, in the file alone after closing")
    func bounded() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("log.sqlite")
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.run("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT NOT NULL)") }
        let text = String(repeating: "words ", count: 1_500)
        // 30,000 pages of 4 kB: twice what the log may hold before the writer itself empties it.
        let (writers, rows) = (8, 1_250)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<writers {
                group.addTask {
                    for _ in 0..<rows {
                        try await database.write { tx in try tx.run("INSERT INTO row (text) VALUES (\(text))") }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(size(path + "-wal") < 100_000_000)
        #expect(try await database.read { try $0.first("SELECT count(*) FROM row") { $0.int(0) } } == writers * rows)
        try await database.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        let again = try SQLiteDatabase(path: path)
        #expect(try await again.faults() == [])
        #expect(try await again.read { try $0.first("SELECT count(*) FROM row") { $0.int(0) } } == writers * rows)
        try await again.close()
    }
}
