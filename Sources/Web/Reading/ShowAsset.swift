import Database
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Pages
import Store
import Themes

/// The theme's files. Their address changes with their content, so browsers may keep them for ever.
struct ShowAsset: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let path = request.uri.path
        let segments = path.split(separator: "/")
        guard segments.count == 3,
            let asset = try await file(named: String(segments[2]), version: String(segments[1]))
        else { throw Refusal(.notFound, "There is no such file.") }
        let page = try await services.pages.page(PageKey(target: path), now: services.now()) {
            RenderedPage(
                contentType: asset.mimeType, body: PageBody(ByteBuffer(bytes: asset.bytes)),
                headers: [("cache-control", "public, max-age=31536000, immutable")], subjects: [], mark: 0,
                isCompressible: asset.mimeType.hasPrefix("text/") || asset.mimeType == "image/svg+xml")
        }
        return try Response(page, to: request)
    }

    private func file(named name: String, version: String) async throws -> ThemeAsset? {
        if let file = services.themeFile(named: name, version: version) { return file }
        guard name == Look.styleName else { return nil }
        let css = try await services.read { tx, site in
            site.styleVersion == version ? try tx.style(site: site.id) : nil
        }
        return css.map { ThemeAsset(name: name, bytes: Array($0.utf8)) }
    }
}
