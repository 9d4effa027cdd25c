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
        let reader = Reader(request, responders: services.responders)
        if reader.isOnlyLoggedIn, let session = reader.session {
            let shown = try await ShowReaderPage(services: services).show(request, session: session) { visit in
                try await render.render(path: path, query: query, for: visit)
            }
            if let shown { return shown }
        }
        if reader.mayHaveOwn {
            if let form = try await ShowReplyChange(services: services).show(request, reader: reader) { return form }
            let page = try await render.render(path: path, query: query, for: Visit(reader, now: services.now()))
            services.views.count(page.viewed, for: request)
            return try services.response(page, to: request)
        }
        let target = request.uri.description
        let variant = reader.likes ? LikeCookie.variant : ""
        guard let key = PageKey(requestTarget: target, knownParameters: QueryAddress.parameters, variant: variant)
        else {
            throw Refusal(.badRequest, "This address is not understood.")
        }
        let page = try await services.pages.page(key, now: services.now()) {
            var visit = Visit(now: services.now())
            visit.reader.likes = reader.likes
            return try await render.render(path: path, query: query, for: visit)
        }
        services.views.count(page.viewed, for: request)
        return try Response(page, to: request)
    }
}

extension SiteServices {
    /// A page that was made for one request. One that is its reader's alone is kept by nobody.
    func response(_ page: RenderedPage, to request: Request) throws -> Response {
        var response = try Response(Page(page, settings: pages.settings), to: request)
        if page.isPersonal {
            response.headers[.cacheControl] = Page.privateCacheControl
            response.headers[.eTag] = nil
        }
        return response
    }
}
