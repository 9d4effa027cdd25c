import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore

/// `/identity/client.json`: what sites of IndieAuth may know of this one (section 4.2 of its specification).
struct ShowClientDocument: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let site = try await services.site()
        let document: JSONValue = [
            "client_id": .string(services.logIn.clientAddress), "client_name": .string(site.title),
            "client_uri": .string(services.location.url + "/"),
            "redirect_uris": [.string(services.logIn.redirect("indieauth"))],
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(document))))
    }
}
