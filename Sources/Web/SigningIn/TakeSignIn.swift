import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Model

/// `/admin/sign-in/`: the form, and what it sends.
struct TakeSignIn: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let target = AdminPath(FormQuery.pairs(of: request.uri.query ?? "").last { $0.name == "to" }?.value)
        if try await services.staff(request) != nil { return .seeOther(target.text) }
        return try await services.admin(SignInPage(target: target.text), title: "Sign in")
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let target = AdminPath(fields.first("to"))
        let name = fields.first("name")
        do throws(any Error) {
            let token = try await services.signIn.begin(
                name: name, password: fields.first("password"), from: services.signInVisitor(request, context),
                now: services.now())
            return services.signedIn(token, to: target.text)
        } catch let fault as SignIn.Fault {
            let (sentence, status): (String, HTTPResponse.Status) =
                switch fault {
                case .wrongNameOrPassword: ("This name and this password do not belong together.", .forbidden)
                case .tooManyTries:
                    ("Too many wrong passwords. Try again in ten minutes.", .tooManyRequests)
                }
            return try await services.admin(
                SignInPage(name: name, target: target.text, fault: sentence), title: "Sign in", status: status)
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
