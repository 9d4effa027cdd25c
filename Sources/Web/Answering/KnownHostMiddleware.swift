import HTTPTypes
import Hummingbird

/// Refuses requests for other names than the site's, as the front does. HTTP/2 does not come by there.
struct KnownHostMiddleware: RouterMiddleware {
    /// Lower case, without port; empty: any.
    let hosts: Set<String>

    func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard hosts.admitsHost(SiteLocation(url: "http://" + (request.head.authority ?? "")).host) else {
            throw Refusal(.misdirectedRequest, "There is no site of this name here.")
        }
        return try await next(request, context)
    }
}
