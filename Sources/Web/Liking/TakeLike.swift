import Conversation
import HTTPTypes
import Hummingbird
import Language
import Model
import Pages
import Secrets

/// `POST {permalink}likes/`: a reader likes a post (`like=1`), or takes it back (`like=0`); with `comment=21` a response
/// to it.
struct TakeLike: Sendable {
    let services: SiteServices

    /// Nil where the address is no place for likes.
    func take(_ request: Request, _ context: WebContext) async throws -> Response? {
        let reader = Reader(request, responders: services.responders)
        guard let place = try await ReplyPlace(likesAt: request.uri.path, reader: reader, services: services) else {
            return nil
        }
        let fields = try await FormFields(request, context, services)
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        let origin = ReplyOrigin(address: visitor.address, agent: request.headers[.userAgent] ?? "")
        let isSecure = services.location.isSecure
        let isLiked = fields.first("like") != "0"
        do {
            if fields.has("comment") { return try await take(fields.first("comment"), isLiked, place, reader) }
            let token = try await services.likePost.set(
                isLiked, place.post, session: reader.session?.digest,
                token: LikeCookie.cookie.value(in: request),
                visitor: "\(visitor.address?.description ?? "") \(origin.agent)", now: services.now())
            var response = Response.seeOther(place.path + "#likes")
            if let token {
                response.setCookie(
                    LikeCookie.cookie.set(token, seconds: LikeCookie.seconds, path: place.path, isSecure: isSecure))
            } else if reader.likes {
                response.setCookie(LikeCookie.cookie.clear(path: place.path, isSecure: isSecure))
            }
            return response
        } catch LikePost.Fault.off {
            throw Refusal(.forbidden, "Nothing is liked here.")
        } catch LikePost.Fault.loginNeeded {
            return try await asked(place, reader: reader, request)
        }
    }

    private func take(
        _ number: String, _ isLiked: Bool, _ place: ReplyPlace, _ reader: Reader
    ) async throws -> Response {
        guard let number = Int64(number) else { throw Refusal(.badRequest, "This is no response.") }
        let page = try await LikeComment(services.database).set(
            isLiked, number, on: place.post, session: reader.session?.digest, now: services.now())
        let path = page > 1 ? Address.item(path: place.path, part: .comments(page: page)).path : place.path
        return .seeOther("\(path)#comment-\(number)")
    }

    /// The form with the ways to log in, and why it is shown.
    private func asked(_ place: ReplyPlace, reader: Reader, _ request: Request) async throws -> Response {
        var visit = Visit(reader, now: services.now())
        var draft = ReplyDraft(reply: Reply(text: ""))
        draft.wantsToLike = true
        visit.draft = draft
        let page = try await RenderPage(services: services).render(path: place.path, query: [], for: visit)
        return try services.response(page, to: request)
    }
}
