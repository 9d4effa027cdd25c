import Database
import HTTPTypes
import Hummingbird
import Store

/// `/favicon.ico`: leads to the picture that stands for the site.
struct ShowIcon: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let path = try await services.database.read { tx in try tx.site().flatMap { try tx.iconPath(of: $0) } }
        guard let path else { throw Refusal(.notFound, "The site has no icon.") }
        return Response(status: .found, headers: [.location: path, .cacheControl: "public, max-age=3600"])
    }
}
