import HTTPTypes
import Hummingbird
import Publishing
import Store

/// Shows a post before it is public, to whoever has its preview link: `GET /preview/TOKEN`.
struct ShowPreview: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = context.parameters.get("token"),
            let page = try await RenderPage(services: services)
                .preview(token: token, for: Visit(now: services.now()))
        else {
            // A blog may have a page of this name.
            return try await ShowPage(services: services).show(request, context)
        }
        var response = try services.response(page, to: request)
        // The address is the secret: no site that the post links to is told of it.
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.robots] = "noindex"
        return response
    }
}

extension HTTPField.Name {
    static let referrerPolicy = Self("Referrer-Policy")!
    fileprivate static let robots = Self("X-Robots-Tag")!
}
