import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Model
import Secrets
import Themes

/// `/admin/password/TOKEN/`: where a one-time link leads.
struct TakeNewPassword: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (account, _) = try await linked(context)
        return try await page(account, request)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let (account, token) = try await linked(context)
        do throws(any Error) {
            guard try await services.resetPassword.set(fields.first("password"), by: token, now: services.now()) else {
                throw Self.spent
            }
        } catch AddAccount.Fault.passwordTooShort(let least) {
            return try await page(account, request, fault: "The password needs at least \(least) characters.")
        }
        return .seeOther("/admin/sign-in/")
    }

    private static let spent = Refusal(
        .notFound, "This link was used already, or is too old. Ask for a new one.")

    private func linked(_ context: WebContext) async throws -> (Account, SecretToken) {
        guard let token = context.parameters.get("token").flatMap({ SecretToken($0) }),
            let account = try await services.resetPassword.account(by: token, now: services.now())
        else { throw Self.spent }
        return (account, token)
    }

    private func page(_ account: Account, _ request: Request, fault: String? = nil) async throws -> Response {
        let page = NewPasswordPage(
            name: account.email.isEmpty ? account.login : account.email, action: SafeURL(path: request.uri.path),
            fault: fault)
        return try await services.admin(
            page, title: "A new password", status: fault == nil ? .ok : .unprocessableContent)
    }
}
