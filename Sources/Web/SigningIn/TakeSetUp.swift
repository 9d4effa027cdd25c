import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Language
import Model
import Publishing
import Secrets
import Themes

/// `/admin/set-up/TOKEN/`: the first page that anybody sees of a new site, and nobody after its owner.
struct TakeSetUp: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (site, _) = try await state(context)
        let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
        let host = visitor.host ?? request.head.authority
        return try await page(
            SetUpForm(
                title: site?.title ?? "", language: site?.language ?? "en", timeZone: site?.timeZone ?? "UTC",
                address: host.map { "\(visitor.scheme ?? "http")://\($0)" } ?? "", takesBrowserZone: site == nil),
            request)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let (_, token) = try await state(context)
        let address = services.setUp.asksAddress ? fields.siteAddress("address") : ""
        let decision = SetUp.Decision(
            title: fields.line("title", missing: "Give the site a title; it can be changed at any time."),
            address: address == services.location.url ? "" : address,
            language: fields.languageTag("language"), timeZone: fields.timeZone("time-zone"),
            name: fields.line("name", missing: "Give the name that is to stand over your posts."),
            email: fields.line("email", missing: "Give your e-mail address; readers never see it."),
            password: fields.raw("password"))
        if fields.isRight {
            do {
                guard try await services.setUp.finish(decision, by: token, now: services.now()) else {
                    throw Self.spent
                }
            } catch let fault as AddAccount.Fault {
                fields.note(fault)
            }
        }
        guard fields.isRight else {
            var form = SetUpForm(
                title: fields.raw("title"), language: fields.raw("language"), timeZone: fields.raw("time-zone"),
                address: fields.raw("address"))
            form.name = fields.raw("name")
            form.email = fields.raw("email")
            form.faults = fields.faults
            return try await page(form, request, status: .unprocessableContent)
        }
        let beginning = try await services.signIn.begin(
            name: decision.email, password: decision.password, from: services.signInVisitor(request, context),
            now: services.now())
        // An owner of an earlier time may have codes still.
        guard case .session(let session) = beginning else { return .seeOther("/admin/sign-in/") }
        return services.signedIn(session, to: "/admin/?welcome=1")
    }

    private static let spent = Refusal(
        .notFound, "This link is not good any more. The server shows a new one when it starts, until there is an owner."
    )

    private func state(_ context: WebContext) async throws -> (Site?, SecretToken) {
        guard let token = context.parameters.get("token").flatMap({ SecretToken($0) }),
            let state = try await services.setUp.state(by: token)
        else { throw Self.spent }
        return (state, token)
    }

    private func page(
        _ form: SetUpForm, _ request: Request, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try await services.admin(
            form.page(
                action: SafeURL(path: request.uri.path), address: services.setUp.asksAddress ? nil : services.location),
            title: "Set up", status: status)
    }
}

/// What the page shows: at first what is known, later what was typed.
private struct SetUpForm {
    var title: String
    var language: String
    var timeZone: String
    var address: String
    var takesBrowserZone = false
    var name = ""
    var email = ""
    var faults: [String: String] = [:]

    /// - Parameter address: where it is set elsewhere already.
    func page(action: SafeURL, address known: SiteLocation?) -> FormPage {
        let place =
            known.map { FormField("address", "Address", value: $0.url, kind: .fixed) }
            ?? FormField(
                "address", "Address", value: address, kind: .input(type: "url"),
                hint:
                    "Where readers reach the site. Another one than now is used from the next start of the server on.",
                fault: faults["address"])
        var zone = FormField.timeZone(timeZone, fault: faults["time-zone"])
        zone.takesBrowserZone = takesBrowserZone
        return FormPage(
            heading: "Welcome to Thaw",
            introduction: "A few things to begin with. All but the address can be changed later.", action: action,
            groups: [
                FormGroup(
                    "The site",
                    [
                        FormField("title", "Title", value: title, isRequired: true, fault: faults["title"]), place,
                        .language(language, fault: faults["language"]), zone,
                    ]),
                FormGroup(
                    "You, its owner",
                    [
                        FormField(
                            "name", "Name", value: name, kind: .input(type: "text", autocomplete: "name"),
                            isRequired: true, hint: "It stands over your posts.", fault: faults["name"]),
                        FormField(
                            "email", "E-mail address", value: email, kind: .input(type: "email", autocomplete: "email"),
                            isRequired: true,
                            hint: "You sign in with it; readers never see it. An author who moved in with it is you.",
                            fault: faults["email"]),
                        .newPassword("password", "Password", fault: faults["password"]),
                    ]),
            ], submit: "Begin")
    }
}
