import HTTPTypes
import Hummingbird
import Pages
import Themes

extension SiteServices {
    /// A page whose address is a secret, or leads to one: no site that a link leads to is told of it, and nobody keeps it.
    func discreet(
        _ page: some PageView, title: String, to request: Request, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var rendered = try await RenderPage(services: self).page(page, title: title, path: request.uri.path)
        rendered.status = status.code
        var response = try response(rendered, to: request)
        response.headers[.referrerPolicy] = "no-referrer"
        return response
    }
}
