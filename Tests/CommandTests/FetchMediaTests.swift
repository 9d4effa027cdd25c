import Database
import DatabaseSupport
import ExportSupport
import Foundation
import LoopbackSupport
import Publishing
import SQLiteDatabase
import Store
import Testing

@Suite("Fetching a blog's files")
struct FetchMediaTests {
    /// A GIF of one pixel.
    private static let picture: [UInt8] =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF]
        + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0, 0x3B]

    private static let environment = [
        "THAW_OUTBOUND_ALLOW": "127.0.0.1", "THAW_JOBS_ATTEMPTS": "2", "THAW_JOBS_RETRY_SECONDS": "0",
        "THAW_JOBS_LEASE_SECONDS": "1",
    ]

    private func export(_ server: LoopbackServer, content: String = "Words.", _ files: String...) -> Export {
        Export(
            blog: server.url(""),
            [Item(2, "post", content: content)]
                + files.enumerated().map { index, file in
                    Item(Int64(10 + index), "file-\(index)", kind: "attachment", content: "") {
                        $0.status = "inherit"
                        $0.parent = 2
                        $0.attachmentURL = server.url("/wp-content/uploads/2012/02/\(file)")
                    }
                })
    }

    private func holds(_ file: String, _ data: DataFolder) -> Bool {
        FileManager.default.fileExists(atPath: data.path + "/media/wp-content/uploads/2012/02/\(file)")
    }

    @Test("an import fetches originals, tries again what may pass, names each failure, and thaw media fetch goes on")
    func fetching() async throws {
        let server = try LoopbackServer { path, times in
            switch path {
            case "/wp-content/uploads/2012/02/busy.gif" where times == 1: .init(503, "Retry-After: 1")
            case "/wp-content/uploads/2012/02/page.gif": .init(body: Array("<html>Not found</html>".utf8))
            case "/wp-content/uploads/2012/02/lost.gif": .init(404)
            case "/wp-content/uploads/2012/02/late.gif" where times < 3: .init(500)
            default: .init(body: Self.picture)
            }
        }
        let data = try DataFolder()
        let shown = "<img src=\"\(server.url("/wp-content/uploads/2012/02/shown-300x200.gif"))\">"
        let file = try data.write(
            export(server, content: shown, "dot-300x200.gif?w=300", "busy.gif", "page.gif", "lost.gif", "late.gif"))
        let first = try await ThawProcess.run(
            "import", file, "--data", data.path, "--fetch-media", environment: Self.environment)
        #expect(first.exitCode == 1, "\(first.errors)")
        #expect(first.output.contains("files: 3 taken, 0 not found, 3 refused"), "\(first.output)")
        #expect(first.output.contains("page.gif (attachment 12): "))
        #expect(first.output.contains("It is a web page, not a picture."))
        #expect(first.output.contains("lost.gif was answered with 404."))
        #expect(first.output.contains("late.gif was answered with 500."))
        #expect(server.paths.contains("/wp-content/uploads/2012/02/dot.gif"))
        #expect(!server.paths.contains { $0.contains("300") })
        #expect(holds("busy.gif", data) && holds("shown.gif", data))
        let pages = try await data.open { database in
            try await database.read { tx in
                try tx.first("SELECT html FROM post_body WHERE source LIKE '%shown%'") { $0.text(0) }
            }
        }
        #expect(pages?.contains("src=\"/wp-content/uploads/2012/02/shown") == true, "\(pages ?? "")")

        let check = try await ThawProcess.run("check", "--data", data.path)
        #expect(check.exitCode == 1)
        #expect(
            check.output.contains("was given up: \(server.url("/wp-content/uploads/2012/02/lost.gif")) was answered"))

        let second = try await ThawProcess.run("media", "fetch", "--data", data.path, environment: Self.environment)
        #expect(second.exitCode == 1, "\(second.errors)")
        #expect(second.output.contains("files: 1 taken, 0 not found, 2 refused"), "\(second.output)")
        #expect(holds("late.gif", data))
    }

    @Test("killed while a file comes, thaw media fetch ends with all of them")
    func killed() async throws {
        let server = try LoopbackServer { path, times in
            path.hasSuffix("1.gif") && times == 1
                ? .init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".utf8), holds: true)
                : .init(body: Self.picture)
        }
        let data = try DataFolder()
        let file = try data.write(export(server, "0.gif", "1.gif", "2.gif"))
        let killed = try ThawProcess(
            ["import", file, "--data", data.path, "--fetch-media"], environment: Self.environment)
        while killed.isRunning, !server.paths.contains(where: { $0.hasSuffix("1.gif") }) { await Task.yield() }
        killed.kill()
        #expect(try await killed.outcome().exitCode == 128 + SIGKILL)
        #expect(holds("0.gif", data) && !holds("1.gif", data) && !holds("2.gif", data))

        let second = try await ThawProcess.run("media", "fetch", "--data", data.path, environment: Self.environment)
        #expect(second.exitCode == 0, "\(second.output) \(second.errors)")
        #expect(holds("1.gif", data) && holds("2.gif", data))
        #expect(server.paths.count { $0.hasSuffix("0.gif") } == 1)
        let third = try await ThawProcess.run("media", "fetch", "--data", data.path, environment: Self.environment)
        #expect(third.exitCode == 0)
        #expect(server.paths.count == 4)
    }

    @Test("what a killed import left to be fetched comes while the site is served, and a shutdown does not wait for it")
    func served() async throws {
        let server = try LoopbackServer { path, times in
            path.hasSuffix("0.gif") && times == 1 || path.hasSuffix("2.gif")
                ? .init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".utf8), holds: true)
                : .init(body: Self.picture)
        }
        let data = try DataFolder()
        let file = try data.write(export(server, "0.gif", "1.gif", "2.gif"))
        let killed = try ThawProcess(
            ["import", file, "--data", data.path, "--fetch-media"], environment: Self.environment)
        while killed.isRunning, server.paths.isEmpty { await Task.yield() }
        killed.kill()
        _ = try await killed.outcome()

        let serving = try ThawProcess(["serve", "--data", data.path, "--port", "0"], environment: Self.environment)
        while serving.isRunning, !server.paths.contains(where: { $0.hasSuffix("2.gif") }) { await Task.yield() }
        #expect(holds("0.gif", data) && holds("1.gif", data))
        serving.terminate()
        let outcome = try await serving.outcome()
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let waiting = try await data.open { database in
            try await database.read { tx in try tx.nextJob(of: [FetchMedia.kind]) != nil }
        }
        #expect(waiting)
    }

    @Test("a server on this machine is never asked without leave, and the refusal names the setting")
    func hostile() async throws {
        let server = try LoopbackServer { _, _ in .init(body: Self.picture) }
        let data = try DataFolder()
        let file = try data.write(export(server, "dot.gif"))
        let outcome = try await ThawProcess.run("import", file, "--data", data.path, "--fetch-media")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("outbound.allow"), "\(outcome.output)")
        #expect(server.paths.isEmpty)
    }

    @Test("a folder and fetching together are refused")
    func both() async throws {
        let data = try DataFolder()
        let file = try data.write(Export([Item(2, "post")]))
        let outcome = try await ThawProcess.run(
            "import", file, "--data", data.path, "--fetch-media", "--media", data.place.path(""))
        #expect(outcome.exitCode == 2)
        #expect(!data.exists)
    }
}
