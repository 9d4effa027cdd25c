import Accounts
import HTTPTypes
import Hummingbird
import Identities
import Language
import Model
import Pages
import Secrets
import Themes

/// `/identity/mail/TOKEN/`: the link that was mailed to who wants to log in. Looking at it does nothing; its button does.
struct TakeMailedLogin: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = Language(of: try await services.site())
        let token = try context.parameters.require("token")
        guard let secret = SecretToken(token),
            try await services.mailLogin.isUsable(
                secret, browser: LoginCookies.browser.token(in: request), now: services.now())
        else { throw Refusal(.forbidden, language.messages.login.foreign) }
        let page = ConfirmLoginPage(
            heading: language.messages.login.logInWith(language.messages.reply.email),
            action: SafeURL(path: request.uri.path))
        return try await services.discreet(page, title: page.heading, to: request)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await FormFields(request, context, services)
        guard let token = SecretToken(try context.parameters.require("token")) else {
            throw Refusal(.notFound, "There is no such page.")
        }
        let browser = LoginCookies.browser.token(in: request)
        let arrival = try await services.mailLogin.use(token, browser: browser, now: services.now())
        return try await TakeReturn(services: services).answer(arrival, request, context)
    }
}
