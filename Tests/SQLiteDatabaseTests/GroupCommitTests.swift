import Database
import DatabaseSupport
import SQLiteDatabase
import Synchronization
import Testing

@Suite struct GroupCommitTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(path: folder.path("group.sqlite"))
        try await database.writeAlone { try $0.run("CREATE TABLE note (n INTEGER PRIMARY KEY) STRICT") }
    }

    @Test("each acknowledged row of 64 writers is there after reopening, and a failing neighbour takes none with it")
    func neighbours() async throws {
        let acknowledged = await withTaskGroup(of: Int?.self, returning: Set<Int>.self) { group in
            for number in 0..<64 {
                group.addTask { [database] in
                    do {
                        // Every seventh has its row first and then fails.
                        try await database.write { tx in
                            try tx.run("INSERT INTO note (n) VALUES (\(number))")
                            if number % 7 == 0 { try tx.run("INSERT INTO note (n) VALUES (\(number))") }
                        }
                        return number
                    } catch { return nil }
                }
            }
            return await group.reduce(into: []) { if let number = $1 { $0.insert(number) } }
        }
        try await database.close()
        let reopened = try SQLiteDatabase(path: folder.path("group.sqlite"))
        let stored = try await reopened.read { try $0.all("SELECT n FROM note") { $0.int(0) } }
        #expect(acknowledged == Set((0..<64).filter { $0 % 7 != 0 }))
        #expect(Set(stored) == acknowledged)
    }

    @Test("a caller resumes only after its row is visible to others and the hook was called")
    func hook() async throws {
        let commits = Mutex(0)
        let path = folder.path("group.sqlite")
        let counted = try SQLiteDatabase(path: path)
        counted.onCommit { _ in commits.withLock { $0 += 1 } }
        try await counted.write { try $0.run("INSERT INTO note (n) VALUES (1)") }
        #expect(commits.withLock { $0 } == 1)
        #expect(try await database.read { try $0.first("SELECT count(*) FROM note") { $0.int(0) } } == 1)
        await #expect(throws: DatabaseError.self) {
            try await counted.write { try $0.run("INSERT INTO note (n) VALUES (1)") }
        }
        #expect(commits.withLock { $0 } == 1)
    }

    @Test("cancelling a caller neither interrupts its own write nor a neighbour's")
    func cancellation() async throws {
        let tasks = (0..<16).map { number in
            Task { [database] in
                try await database.write { try $0.run("INSERT INTO note (n) VALUES (\(number))") }
            }
        }
        for task in tasks { task.cancel() }
        for task in tasks { _ = try await task.value }
        #expect(try await database.read { try $0.first("SELECT count(*) FROM note") { $0.int(0) } } == 16)
    }

    @Test("when the whole group is lost, each body runs again alone")
    func lostGroup() async throws {
        let outcomes = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
            for number in 0..<8 {
                group.addTask { [database] in
                    do {
                        try await database.write { tx in
                            try tx.run("INSERT INTO note (n) VALUES (\(number))")
                            // Ends the transaction under everybody, as a full disk does.
                            if number == 3 { try tx.run("ROLLBACK") }
                        }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let stored = try await database.read { try $0.all("SELECT n FROM note ORDER BY n") { $0.int(0) } }
        #expect(outcomes.filter(\.self).count == 7)
        #expect(stored == [0, 1, 2, 4, 5, 6, 7])
    }

    @Test("an error of the body's own undoes its rows and reaches its caller as it was thrown")
    func ownError() async throws {
        struct Refusal: Error {}
        await #expect(throws: Refusal.self) {
            try await database.write { tx in
                try tx.run("INSERT INTO note (n) VALUES (1)")
                throw Refusal()
            }
        }
        await #expect(throws: Refusal.self) {
            try await database.writeAlone { tx in
                try tx.run("INSERT INTO note (n) VALUES (1)")
                throw Refusal()
            }
        }
        #expect(try await database.read { try $0.first("SELECT count(*) FROM note") { $0.int(0) } } == 0)
    }
}
