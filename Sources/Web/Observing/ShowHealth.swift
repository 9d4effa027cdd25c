import Database
import HTTPTypes
import Hummingbird
import Logging
import Store

/// `/healthz`: 200 while the database answers, for supervisors and load balancers.
struct ShowHealth: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            _ = try await services.database.read { tx in try tx.site() }
            return Response(status: .ok, headers: Self.headers, body: Self.body("ok\n"))
        } catch {
            context.logger.error("the database does not answer", metadata: ["error": "\(error)"])
            return Response(status: .serviceUnavailable, headers: Self.headers, body: Self.body("database\n"))
        }
    }

    private static let headers: HTTPFields = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]

    private static func body(_ text: String) -> ResponseBody { ResponseBody(byteBuffer: ByteBuffer(string: text)) }
}
