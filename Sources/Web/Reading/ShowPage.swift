import HTTPTypes
import Hummingbird
import Pages

/// Answers every GET that the front did not: from the page store, or by rendering.
struct ShowPage: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let render = RenderPage(services: services)
        let path = request.uri.path
        let query = FormQuery.pairs(of: request.uri.query ?? "")
        if let token = request.cookies[PasswordCookie.name]?.value {
            let page = try await render.render(path: path, query: query, passwordToken: token)
            return try personal(page, to: request)
        }
        let target = request.uri.description
        guard let key = PageKey(requestTarget: target, knownParameters: QueryAddress.parameters) else {
            throw Refusal(.badRequest, "This address is not understood.")
        }
        let page = try await services.pages.page(key, now: services.now()) {
            try await render.render(path: path, query: query)
        }
        return try Response(page, to: request)
    }

    /// Pages of a reader who gave a password are theirs alone.
    private func personal(_ page: RenderedPage, to request: Request) throws -> Response {
        var response = try Response(Page(page, settings: services.pages.settings), to: request)
        response.headers[.cacheControl] = Page.privateCacheControl
        response.headers[.eTag] = nil
        return response
    }
}
