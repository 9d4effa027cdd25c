import Accounts
import Conversation
import HTTPTypes
import Hummingbird
import Identities
import Language
import Logging
import Model
import Secrets
import Store

/// `/identity/PROVIDER/`: where a provider sends the browser back to.
struct TakeReturn: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let slug = try context.parameters.require("provider")
        let browser = LoginCookies.browser.token(in: request)
        let arrival = try await services.logIn.end(
            slug, query: FormQuery.pairs(of: request.uri.query ?? ""), browser: browser, now: services.now())
        return try await answer(arrival, request, context)
    }

    /// What a login came to, for the browser that brought it.
    func answer(_ arrival: LogIn.Arrival, _ request: Request, _ context: WebContext) async throws -> Response {
        switch arrival {
        case .loggedIn(let identity, let session, let path):
            services.logger.info("a reader logged in", metadata: ["identity": "\(identity.id.rawValue)"])
            var response = Response.seeOther(path + "#respond")
            response.setCookie(
                LoginCookies.session.set(
                    session.text, seconds: Int(LogIn.sessionSeconds), isSecure: services.location.isSecure))
            return response
        case .identified(let identity, let purpose, let path):
            return try await TakeIdentities(services: services).arrive(
                identity, for: purpose, at: path, request, context)
        case .failed(let fault, let provider, let path):
            services.logger.info(
                "nobody was logged in", metadata: ["provider": "\(provider)", "cause": "\(fault.cause)"])
            return try await failed(fault, provider: provider, path: path, request)
        }
    }

    /// Back to the form, which says why. A browser that did not set out gets the form alone: what was typed is another's.
    private func failed(
        _ fault: LoginFault, provider: String, path: String?, _ request: Request
    ) async throws -> Response {
        if let path, path.hasPrefix("/admin/") { return TakeIdentities(services: services).failed(fault, path: path) }
        if let path, path == ShowOwnData.path {
            let language = try await Language(of: services.site())
            throw Refusal(.badRequest, fault.kind.sentence(provider, language))
        }
        if let path, fault.kind != .foreign { return .seeOther(path + "#respond") }
        var visit = Visit(Reader(request, responders: services.responders), now: services.now())
        var draft = ReplyDraft(reply: Reply(text: ""))
        draft.loginFault = (fault.kind, provider)
        draft.changesLogin = true
        visit.draft = draft
        guard let path else {
            let language = try await Language(of: services.site())
            throw Refusal(.badRequest, fault.kind.sentence(provider, language))
        }
        let page = try await RenderPage(services: services).render(path: path, query: [], for: visit)
        return try services.response(page, to: request)
    }
}
