import Administration
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Themes

/// The stylesheet and the script of the administration.
struct ShowAdminAsset: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let path = request.uri.path
        let assets = [services.adminPages.stylesheet, services.adminPages.script]
        guard let asset = assets.first(where: { AdminAsset.path(of: $0) == path }) else {
            throw Refusal(.notFound, "There is no such file.")
        }
        let page = try await services.pages.page(PageKey(target: path), now: services.now()) {
            RenderedPage(
                contentType: asset.mimeType, body: PageBody(ByteBuffer(bytes: asset.bytes)),
                headers: [("cache-control", "public, max-age=31536000, immutable")], subjects: [], mark: 0)
        }
        return try Response(page, to: request)
    }
}
