import Accounts
import Conversation
import Database
import HTTPTypes
import Hummingbird
import Identities
import Language
import Model
import NIOCore
import Secrets
import Store
import Themes

/// `/privacy/comments/mine/`: what is kept of who is logged in, or of who has the link that was mailed to them.
struct ShowOwnData: Sendable {
    let services: SiteServices

    static let path = ShowPrivacyPage.path + "mine/"

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let subject = try await subject(request, context)
        let data = try await services.tellAndErase.tell(subject, base: services.location.url)
        if FormFields(query: request.uri.query).has("json") {
            return Response(fileOf: data)
        }
        return try await page(data, request)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let subject = try await subject(request, context)
        if fields.has("login"), let response = try await link(fields.first("login"), to: subject, request, context) {
            return response
        }
        guard fields.first("do") == "erase" else {
            let data = try await services.tellAndErase.tell(subject, base: services.location.url)
            return try await page(data, request, asks: true)
        }
        _ = try await services.tellAndErase.erase(subject, actor: "visitor", now: services.now())
        var response = try await page(.none, request, wasErased: true)
        response.setCookie(LoginCookies.session.clear(isSecure: services.location.isSecure))
        return response
    }

    /// Away to another provider, whose identity is the same person's from then on.
    private func link(
        _ slug: String, to subject: DataSubject, _ request: Request, _ context: WebContext
    ) async throws -> Response? {
        guard case .person = subject, let identity = try await services.loggedIn(request) else { return nil }
        do {
            let departure = try await services.logIn.begin(
                slug, for: .linking(identity.id), with: LogIn.Luggage(path: Self.path),
                browser: LoginCookies.browser.token(in: request),
                network: services.signInVisitor(request, context).network, now: services.now())
            return try await services.connecting(to: departure, request)
        } catch let fault as LoginFault {
            throw Refusal(.badRequest, fault.kind.sentence(slug, Language(of: try await services.site())))
        }
    }

    /// Whose data it is.
    ///
    /// - Throws: `Refusal` for who has shown nothing.
    private func subject(_ request: Request, _ context: WebContext) async throws -> DataSubject {
        let now = services.now()
        if let token = context.parameters.get("token") {
            guard let browser = LoginCookies.browser.token(in: request),
                let email = services.askForData.address(token, browser: browser, now: now)
            else {
                throw Refusal(
                    .forbidden,
                    "This link works for one hour, in the browser in which it was asked for. Ask for another.")
            }
            return .address(email)
        }
        guard let identity = try await services.loggedIn(request) else {
            throw Refusal(.forbidden, "Log in under a post first.")
        }
        return .person(identity.person)
    }

    private func page(
        _ data: PersonalData, _ request: Request, asks: Bool = false, wasErased: Bool = false
    ) async throws -> Response {
        guard let reading = try await services.database.read({ tx in try PrivacyReading(tx) }) else {
            throw Refusal(.notFound, "There is no site here yet.")
        }
        let language = Language(of: reading.site)
        let messages = language.messages.privacy
        let path = request.uri.path
        var view = OwnDataPage(
            heading: messages.mine,
            comments: data.comments.map { comment in
                OwnComment(
                    text: comment.text, sent: "\(comment.name), \(comment.sent) (\(comment.status))",
                    url: SafeURL(comment.page))
            }, lines: data.lines, download: data.isEmpty ? nil : SafeURL(path: path + "?json=1"),
            action: SafeURL(path: path), erasing: data.isEmpty ? nil : reading.erasing(language), asks: asks,
            notice: wasErased ? messages.erased : data.isEmpty ? messages.nothing : nil)
        let others = reading.providers.filter(\.needsClient)
        if !data.identities.isEmpty, !others.isEmpty {
            let look = Look(theme: services.theme, styleVersion: "")
            view.logins = LoginChoicesView(
                heading: language.messages.login.linkOthers,
                providers: others.map { ProviderView($0, look: look, language: language) })
        }
        return try await services.discreet(view, title: messages.mine, to: request)
    }
}

extension Response {
    /// Somebody's data, to be kept by who asked for it alone.
    init(fileOf data: PersonalData) {
        self.init(
            status: .ok,
            headers: [
                .contentType: "application/json", .cacheControl: "private, no-store",
                .contentDisposition: "attachment; filename=\"comments.json\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: data.json)))
    }
}

extension PersonalData {
    /// All but the comments.
    fileprivate var lines: [String] {
        identities.map { identity in
            [identity.provider, identity.name, identity.handle, identity.website, identity.email, identity.picture]
                .filter { !$0.isEmpty }.joined(separator: " · ")
        } + likes.map { "♥ \($0)" }
            + (subscription.map { ["✉ \($0.address) (\($0.pace)) \($0.posts.joined(separator: ", "))"] } ?? [])
    }
}
