import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// `/metrics` in Prometheus' text format, for loopback or whoever has the token.
struct ShowMetrics: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        // What a proxy on this machine hands on has loopback as its address too, but says where it is from.
        let isForwarded = request.headers.contains(.forwarded) || request.headers.contains(.xForwardedFor)
        guard (isLoopback(context.remoteAddress) && !isForwarded) || carriesToken(request) else {
            throw Refusal(.forbidden, "Metrics are for this machine, or for whoever has the token.")
        }
        let statistics = services.pages.statistics
        let text = services.metrics.exposition(
            pages: (statistics.pages, statistics.bytes), residentBytes: Self.residentBytes())
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func isLoopback(_ address: SocketAddress?) -> Bool {
        guard let ip = address?.ipAddress else { return false }
        return ip == "::1" || ip.hasPrefix("127.") || ip.hasPrefix("::ffff:127.")
    }

    private func carriesToken(_ request: Request) -> Bool {
        guard let token = services.metricsToken, let sent = request.headers[.authorization] else { return false }
        // Digests are compared, so that the time taken tells nothing of the token.
        return SHA256.hash(data: Data("Bearer \(token)".utf8)) == SHA256.hash(data: Data(sent.utf8))
    }

    /// Pages of resident memory are the second number of `statm` (proc(5)).
    private static func residentBytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
