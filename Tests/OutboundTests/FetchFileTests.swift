import DatabaseSupport
import Foundation
import LoopbackSupport
import Outbound
import Testing

@Suite("Fetching a file")
struct FetchFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var settings: OutboundSettings {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "thaw-fetch").path
        var settings = OutboundSettings(program: program)
        settings.allowed = ["127.0.0.1"]
        return settings
    }

    private func fetch(
        _ url: String, limit: Int = 1000, _ change: (inout OutboundSettings) -> Void = { _ in }
    ) async throws -> [UInt8] {
        var settings = settings
        change(&settings)
        let file = folder.path(UUID().uuidString)
        try await FetchFile(settings).fetch(url, to: file, limit: limit)
        return Array(try Data(contentsOf: URL(filePath: file)))
    }

    private func fault(
        of url: String, limit: Int = 1000, _ change: (inout OutboundSettings) -> Void = { _ in }
    ) async -> FetchFault? {
        do {
            _ = try await fetch(url, limit: limit, change)
            return nil
        } catch {
            return error as? FetchFault
        }
    }

    @Test("a file comes byte for byte, over redirects, and the server is told who asks, and no more")
    func comes() async throws {
        let body = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let server = try LoopbackServer { path, _ in
            switch path {
            case "/a": .init(302, body: Array("This is not it".utf8), "Location: /b", "Set-Cookie: x=y; Path=/")
            default: .init(body: body)
            }
        }
        #expect(try await fetch(server.url("/a")) == body)
        #expect(server.paths == ["/a", "/b"])
        #expect(server.heads.allSatisfy { $0.contains("User-Agent: Thaw ") })
        #expect(server.heads.allSatisfy { !$0.lowercased().contains("cookie") })
    }

    @Test("nothing on loopback is asked unless the setting names it")
    func loopback() async throws {
        let server = try LoopbackServer { _, _ in .init() }
        let fault = await fault(of: server.url("/")) { $0.allowed = [] }
        #expect(fault?.kind == .refused)
        let byName = await self.fault(of: "http://localhost:\(server.port)/") { $0.allowed = [] }
        #expect(byName?.kind == .refused)
        #expect(server.paths.isEmpty)
    }

    @Test(
        "a redirect leads neither to a neighbour nor to another protocol",
        arguments: [
            ("http://169.254.169.254/latest/meta-data/", FetchFault.Kind.refused),
            ("http://127.0.0.2/", .refused), ("http://[::1]/", .refused), ("http://[::ffff:127.0.0.2]/", .refused),
            ("http://0x7f000002/", .refused), ("file:///etc/passwd", .address), ("gopher://127.0.0.1/", .address),
            ("http://name:word@127.0.0.1/", .address),
        ])
    func redirect(target: String, kind: FetchFault.Kind) async throws {
        let server = try LoopbackServer { _, _ in .init(302, "Location: \(target)") }
        let fault = await fault(of: server.url("/"))
        #expect(fault?.kind == kind, "\(fault?.description ?? "it came")")
        #expect(fault?.isPassing == false)
    }

    @Test("redirects without end, and files beyond the limit, said or not, end")
    func limits() async throws {
        let server = try LoopbackServer { path, _ in
            switch path {
            case "/round": .init(302, "Location: /round")
            case "/said": .init(body: [UInt8](repeating: 0, count: 1001))
            default: .init(bytes: Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + [UInt8](repeating: 0, count: 1 << 20))
            }
        }
        #expect(await fault(of: server.url("/round"))?.kind == .tooManyRedirects)
        #expect(server.paths.count == 6)
        #expect(await fault(of: server.url("/said"))?.kind == .tooLarge)
        #expect(await fault(of: server.url("/unsaid"))?.kind == .tooLarge)
    }

    @Test("what is cut off, too slow or not there at all may be tried again")
    func connections() async throws {
        let server = try LoopbackServer { path, _ in
            path == "/cut"
                ? .init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".utf8))
                : .init(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".utf8), holds: true)
        }
        for (path, seconds) in [("/cut", 60), ("/slow", 1)] {
            let fault = await fault(of: server.url(path)) { $0.totalSeconds = seconds }
            #expect(fault?.kind == .connection, "\(path)")
            #expect(fault?.isPassing == true)
        }
    }

    @Test("the server's refusals are told apart, with the pause that it asks for")
    func refusals() async throws {
        let server = try LoopbackServer { path, _ in
            path == "/gone" ? .init(404, body: [1]) : .init(429, "Retry-After: 7")
        }
        let gone = await fault(of: server.url("/gone"))
        #expect(gone?.isGone == true)
        #expect(gone?.isPassing == false)
        let busy = await fault(of: server.url("/busy"))
        #expect(busy?.pauseSeconds == 7)
        #expect(busy?.isPassing == true)
    }

    @Test("a program that is not there is a sentence that names it")
    func noProgram() async {
        let fault = await fault(of: "http://127.0.0.1/") { $0.program = "/nowhere/thaw-fetch" }
        #expect(fault?.kind == .program)
        #expect(fault?.description.contains("/nowhere/thaw-fetch") == true)
    }
}
