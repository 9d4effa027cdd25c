import ExportSupport
import Foundation
import LoopbackSupport
import Model
import SQLiteDatabase
import Store
import Synchronization
import Testing

@Suite("Checking links")
struct KilledLinkCheckTests {
    @Test("killed while a server keeps it waiting, it goes on with the others, and does not ask that one again at once")
    func killed() async throws {
        let environment = ["THAW_OUTBOUND_ALLOW": "127.0.0.1", "THAW_JOBS_LEASE_SECONDS": "1"]
        let asked = Mutex(0)
        // Whichever is asked first keeps it waiting.
        let servers = try (0..<2).map { _ in
            try LoopbackServer { _, _ in
                let isFirst = asked.withLock { count in
                    count += 1
                    return count == 1
                }
                return isFirst ? .init(bytes: [], holds: true) : .init(200)
            }
        }
        let data = try DataFolder()
        let links = servers.map { "<a href=\"\($0.url("/page"))\">x</a>" }.joined(separator: " ")
        let file = try data.write(Export([Item(2, "post", content: links)]))
        #expect(try await ThawProcess.run("import", file, "--data", data.path).exitCode == 0)
        try await data.open { database in
            try await database.write { tx in
                guard let site = try tx.site()?.id else { return }
                try tx.set(LinkChecking(isOn: true), site: site)
            }
        }
        let serve = ["serve", "--data", data.path, "--port", "0"]
        let killed = try ThawProcess(serve, environment: environment)
        while killed.isRunning, asked.withLock({ $0 }) == 0 { await Task.yield() }
        killed.kill()
        _ = try await killed.outcome()
        let again = try ThawProcess(serve, environment: environment)
        while again.isRunning, asked.withLock({ $0 }) == 1 { await Task.yield() }
        again.terminate()
        #expect(try await again.outcome().exitCode == 0)
        #expect(servers.allSatisfy { $0.paths.count == 1 })
    }
}
