import Hummingbird
import HummingbirdCore
import Logging
import Model
import NIOCore
import Pages
import ServiceLifecycle
import Synchronization
import Web

let noon = Instant(milliseconds: 1_330_171_200_000)
/// Larger than any socket's buffers, so that who does not read holds it up.
let longText = String(repeating: "In one word: history. ", count: 1_000_000)

/// The real server on a free port of loopback, with one stored page (`/stored/`), one long one (`/long/`), and routes.
struct TestServer: Sendable {
    let port: Int
    let store: PageStore
    /// Addresses of the requests that the routes answered.
    let routed: Routed

    final class Routed: Sendable {
        private let targets = Mutex<[String]>([])

        func note(_ target: String) { targets.withLock { $0.append(target) } }

        var all: [String] { targets.withLock { $0 } }
    }

    /// Ends the server as SIGTERM would; returns at once.
    let stop: @Sendable () async -> Void

    /// Runs the server while `body` does. `slowAnswer` is what the route `/slow/` waits for.
    static func run(
        limits: ConnectionLimits = ConnectionLimits(),
        hosts: Set<String> = [],
        slowAnswer: @escaping @Sendable () async -> Void = {},
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        let store = PageStore(settings: PageSettings(byteLimit: 200_000_000))
        let routed = Routed()
        for (target, text) in [("/stored/", "a stored page"), ("/long/", longText)] {
            _ = try await store.page(PageKey(target: target), now: noon) {
                RenderedPage(body: PageBody(text), subjects: [], mark: 0, isCompressible: false)
            }
        }
        let router = Router()
        router.get("/slow/") { _, _ in
            await slowAnswer()
            return "slow"
        }
        router.get("/long-route/") { _, _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: longText)))
        }
        for method in [HTTPRequest.Method.get, .head, .post] {
            router.on("**", method: method) { request, _ -> Response in
                routed.note(request.head.path ?? "")
                let body = try await request.body.collect(upTo: 100_000)
                return Response(
                    status: .ok,
                    body: ResponseBody(
                        byteBuffer: ByteBuffer(string: "routed \(request.method) \(String(buffer: body))")))
            }
        }
        let settings = FrontSettings(
            hosts: hosts, knownParameters: ["p"], personalCookiePrefixes: ["wp-postpass_"], limits: limits,
            now: { noon })
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let app = Application(
            router: router, server: .front(store, settings),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in running.yield(channel.localAddress?.port ?? 0) },
            logger: logger)
        let group = ServiceGroup(services: [app], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                let server = TestServer(
                    port: port, store: store, routed: routed, stop: { await group.triggerGracefulShutdown() })
                do {
                    try await body(server)
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
