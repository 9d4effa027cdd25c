import Conversation
import HTTPTypes
import Hummingbird
import Pages

/// The page of a post with the form in which a response is changed by who sent it: `GET {permalink}comments/21/`.
/// For everybody else that address leads to the response.
struct ShowReplyChange: Sendable {
    let services: SiteServices

    /// Nil where there is nothing to change for this reader.
    func show(_ request: Request, reader: Reader) async throws -> Response? {
        guard let responder = reader.responder,
            let place = try await ReplyPlace(request.uri.path, reader: reader, services: services),
            let number = place.changed
        else { return nil }
        let now = services.now()
        let revise = ReviseComment(services.database, limits: services.replyLimits)
        guard let source = try? await revise.source(of: number, on: place.post, by: responder, now: now) else {
            return nil
        }
        var visit = Visit(reader, now: now)
        visit.draft = ReplyDraft(reply: Reply(text: source), changed: number)
        let page = try await RenderPage(services: services).render(path: place.path, query: [], for: visit)
        return try services.response(page, to: request)
    }
}
