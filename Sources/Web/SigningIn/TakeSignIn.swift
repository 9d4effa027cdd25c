import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Identities
import Model
import Themes

/// `/admin/sign-in/`: the form, and what it sends.
struct TakeSignIn: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let target = AdminPath(FormQuery.pairs(of: request.uri.query ?? "").last { $0.name == "to" }?.value)
        if try await services.staff(request) != nil { return .seeOther(target.text) }
        let fault = TakeIdentities.sentence(FormFields(query: request.uri.query).first("login"))
        return try await page(SignInPage(target: target.text, fault: fault))
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let target = AdminPath(fields.first("to"))
        let name = fields.first("name")
        do throws(any Error) {
            let visitor = services.signInVisitor(request, context)
            if fields.has("ticket") {
                let token = try await services.signIn.begin(
                    ticket: fields.first("ticket"), code: fields.first("code"), from: visitor, now: services.now())
                return services.signedIn(token, to: target.text)
            }
            let beginning = try await services.signIn.begin(
                name: name, password: fields.first("password"), from: visitor, now: services.now())
            switch beginning {
            case .session(let token): return services.signedIn(token, to: target.text)
            case .asksForCode(let ticket):
                return try await services.admin(
                    SecondStepPage(ticket: ticket, target: target.text), title: "Sign in")
            }
        } catch let fault as SignIn.Fault {
            let status: HTTPResponse.Status = fault == .tooManyTries ? .tooManyRequests : .forbidden
            if fields.has("ticket"), fault != .tooLate {
                let page = SecondStepPage(
                    ticket: fields.first("ticket"), target: target.text, fault: Self.sentence(fault))
                return try await services.admin(page, title: "Sign in", status: status)
            }
            return try await page(
                SignInPage(name: name, target: target.text, fault: Self.sentence(fault)), status: status)
        }
    }

    private func page(_ page: SignInPage, status: HTTPResponse.Status = .ok) async throws -> Response {
        var page = page
        page.logins = try await TakeIdentities.offered(services).map {
            AdminChoice(value: $0.id, title: "Sign in with \($0.name)", isChosen: false)
        }
        page.takesPasskeys = try await services.passkeys.areUsed()
        return try await services.admin(page, title: "Sign in", status: status)
    }

    private static func sentence(_ fault: SignIn.Fault) -> String {
        switch fault {
        case .wrongNameOrPassword: "This name and this password do not belong together."
        case .wrongCode: "This is not the code of this moment, or it was used already."
        case .tooLate: "That took too long. Give your password once more."
        case .signInAgain: fault.whyNotConfirmed
        case .tooManyTries: "Too many wrong passwords or codes. Try again in ten minutes."
        }
    }
}

/// A path of the administration, to which somebody goes after signing in; any other becomes its first page.
struct AdminPath: Sendable {
    let text: String

    init(_ wanted: String?) {
        let isOurs = wanted.map { path in
            path.hasPrefix("/admin/") && !path.contains("\\") && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        }
        text = isOurs == true ? wanted ?? "/admin/" : "/admin/"
    }
}
