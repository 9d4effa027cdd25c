import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Pages
import Themes

/// The theme's files. Their address changes with their content, so browsers may keep them for ever.
struct ShowAsset: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let path = request.uri.path
        let segments = path.split(separator: "/")
        guard segments.count == 3, let asset = services.theme.assets[String(segments[2])],
            segments[1] == asset.version
        else { throw Refusal(.notFound, "There is no such file.") }
        let page = try await services.pages.page(PageKey(target: path), now: services.now()) {
            RenderedPage(
                contentType: asset.mimeType, body: PageBody(ByteBuffer(bytes: asset.bytes)),
                headers: [("cache-control", "public, max-age=31536000, immutable")], subjects: [], mark: 0,
                isCompressible: asset.mimeType.hasPrefix("text/") || asset.mimeType == "image/svg+xml")
        }
        return try Response(page, to: request)
    }
}
