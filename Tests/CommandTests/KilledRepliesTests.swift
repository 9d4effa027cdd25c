import Database
import DatabaseSupport
import ExportSupport
import Foundation
import SQLiteDatabase
import SiteSupport
import Synchronization
import Testing

@Suite("A server that is killed while responses come in")
struct KilledRepliesTests {
    /// Public numbers of responses that were answered with 303, as they came.
    private final class Taken: Sendable {
        private let numbers = Mutex<[Int64]>([])

        func add(_ number: Int64) { numbers.withLock { $0.append(number) } }

        var all: [Int64] { numbers.withLock { $0 } }
    }

    private static func respond(_ commenter: Int, at port: Int, taken: Taken) async {
        try? await SiteClient.connect(port: port) { client in
            for turn in 0... {
                let form = "comment=words+\(commenter)+\(turn)&author=C\(commenter)&email=c@example.org"
                let answer = try await client.request(
                    "POST", "/2012/02/25/post-1/comments/", ["Content-Type: application/x-www-form-urlencoded"],
                    body: form)
                guard answer.status == 303,
                    let number = answer.location?.split(separator: "-").last.flatMap({ Int64($0) })
                else { return }
                taken.add(number)
            }
        }
    }

    @Test("each that was answered is there, once; nothing else is broken", arguments: [20, 200])
    func killed(after count: Int) async throws {
        let data = try DataFolder()
        let file = try data.write(Export([Item(1, "post-1")]))
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        try Data(#"{"comments": {"per-network": 1000000, "per-thread": 1000000}}"#.utf8)
            .write(to: URL(filePath: data.path).appending(path: "config.json"))
        let server = try RunningThaw(serving: data.path)
        let taken = Taken()
        await withTaskGroup(of: Void.self) { group in
            for commenter in 0..<16 {
                group.addTask { await Self.respond(commenter, at: server.port, taken: taken) }
            }
            group.addTask {
                while taken.all.count < count { await Task.yield() }
                server.kill()
            }
        }
        _ = await server.exitCode()
        let numbers = taken.all
        #expect(numbers.count >= count && Set(numbers).count == numbers.count)
        let stored = try await data.open { database in
            try await database.read { tx in try tx.all("SELECT number FROM comment ORDER BY number") { $0.int64(0) } }
        }
        #expect(Set(numbers).subtracting(stored).isEmpty)
        #expect(Set(stored).count == stored.count)
        let check = try await ThawProcess.run("check", "--data", data.path)
        #expect(check.exitCode == 0, "\(check.output) \(check.errors)")
    }
}
