import HTTPTypes
import Hummingbird
import Model

/// What a form of ours sent.
struct FormFields: Sendable {
    private let pairs: [(name: String, value: String)]

    /// - Parameter limit: of its bytes; nil for what any visitor may send.
    /// - Throws: `Refusal` for a form that another site's page sent.
    init(_ request: Request, _ context: WebContext, _ services: SiteServices, limit: Int? = nil) async throws {
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        try SameOrigin.require(request, from: visitor, location: services.location)
        let body = try await request.body.collect(upTo: limit ?? services.bodyBytes)
        pairs = FormQuery.pairs(of: String(buffer: body))
    }

    /// Of a program, which has no cookie that another site's page could use.
    init(ofProgram request: Request, limit: Int) async throws {
        pairs = FormQuery.pairs(of: String(buffer: try await request.body.collect(upTo: limit)))
    }

    /// Of a query.
    init(query: String?) { pairs = FormQuery.pairs(of: query ?? "") }

    /// Empty where the form has no such field.
    func first(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }
}
