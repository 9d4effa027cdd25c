import Conversation
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Language
import Mailing
import Model
import Pages
import Secrets
import Store
import Themes

/// `/privacy/comments/`: what is done with what readers leave, and how they see or erase it.
struct ShowPrivacyPage: Sendable {
    let services: SiteServices

    static let path = "/privacy/comments/"

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let wasAsked = FormFields(query: request.uri.query).has("asked")
        return try await page(request, wasAsked: wasAsked)
    }

    /// Mails a link to the address that somebody gives, and says the same whether there is anything of theirs.
    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        guard services.sendsMail else { throw Refusal(.notFound, "No mail is sent from here.") }
        let email = fields.first("email").trimmingCharacters(in: .whitespaces)
        let language = Language(of: try await services.site())
        guard EmailAddress.isPlausible(email) else {
            let messages = language.messages.reply
            return try await page(
                request, fault: email.isEmpty ? messages.emailMissing : messages.emailUnclear,
                status: .unprocessableContent)
        }
        let now = services.now()
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        let network = ReplyOrigin(address: visitor.address, agent: "").network
        guard services.replyRates.take(network: network, now: now) else {
            return try await page(request, fault: language.messages.reply.tooMany, status: .tooManyRequests)
        }
        let browser = LoginCookies.browser.token(in: request) ?? SecretToken.make()
        try await services.askForData.mailLink(to: email, browser: browser, now: now)
        var response = Response.seeOther(Self.path + "?asked=1#yours")
        response.remember(browser, isSecure: services.location.isSecure)
        return response
    }

    private func page(
        _ request: Request, wasAsked: Bool = false, fault: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let reading = try await services.database.read({ tx in try PrivacyReading(tx) }) else {
            throw Refusal(.notFound, "There is no site here yet.")
        }
        let language = Language(of: reading.site)
        let messages = language.messages.privacy
        let isLoggedIn = try await services.loggedIn(request) != nil
        var ways: [String] = []
        if !isLoggedIn, !reading.providers.isEmpty { ways.append(messages.logInFirst) }
        if reading.providers.isEmpty, !services.sendsMail { ways.append(messages.askOwner) }
        ways.append(reading.erasing(language))
        let view = PrivacyPage(
            heading: messages.title, kept: reading.rows(sendsMail: services.sendsMail, language),
            cookies: reading.cookies(language),
            receivers: reading.receivers(
                sendsMail: services.sendsMail, offersPlayers: services.offersPlayers, language), ways: ways,
            mine: isLoggedIn ? SafeURL(path: ShowOwnData.path) : nil,
            asking: services.sendsMail ? SafeURL(path: Self.path) : nil,
            notice: wasAsked ? language.messages.subscription.checkMail : nil, fault: fault)
        var rendered = try await RenderPage(services: services).page(view, title: messages.title, path: Self.path)
        rendered.status = status.code
        return try services.response(rendered, to: request)
    }
}

/// The page, and what is done on it.
func privacyRoutes(_ services: SiteServices, on router: Router<WebContext>) {
    let page = ShowPrivacyPage(services: services)
    router.get("privacy/comments", use: page.show)
    router.post("privacy/comments", use: page.take)
    let own = ShowOwnData(services: services)
    router.get("privacy/comments/mine", use: own.show)
    router.post("privacy/comments/mine", use: own.take)
    router.get("privacy/comments/mine/:token", use: own.show)
    router.post("privacy/comments/mine/:token", use: own.take)
}
