import Database
import HTTPTypes
import Hummingbird
import Model
import Pages
import Publishing
import Store

/// Takes the password of a protected post: `POST` to the post's own address, field `post_password`.
struct UnlockPost: Sendable {
    let services: SiteServices

    @Sendable func unlock(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        let fields = try await FormFields(request, context, services)
        let now = services.now()
        guard services.passwordTries.mayTry(visitor.address, now: now) else {
            throw Refusal(
                .tooManyRequests, "Too many wrong passwords came from your address. Try again in ten minutes.")
        }
        let path = request.uri.path
        guard fields.has("post_password") else {
            throw Refusal(.badRequest, "Nothing at this address takes what was sent.")
        }
        let passwords = services.passwords
        let token = passwords.token(for: fields.first("post_password"))
        let opens = try await services.database.read { tx -> Bool in
            guard let site = try tx.site(), let key = AddressKey(path),
                case .post(let id, _) = try tx.destination(of: key, site: site.id),
                let post = try tx.post(id), post.status == .published, let password = post.password
            else { return false }
            return passwords.isValid(token: token, for: password)
        }
        guard opens else {
            services.passwordTries.noteWrong(visitor.address, now: now)
            var visit = Visit(now: now)
            visit.passwordWasWrong = true
            let page = try await RenderPage(services: services).render(path: path, query: [], for: visit)
            return try services.response(page, to: request)
        }
        var response = Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
        response.setCookie(PasswordCookie.cookie(token, isSecure: services.location.isSecure))
        return response
    }
}
