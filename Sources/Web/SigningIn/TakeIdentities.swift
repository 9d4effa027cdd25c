import Accounts
import Administration
import Hummingbird
import Identities
import Model
import Secrets
import Themes

/// Signing in to the administration by an identity, and which of them are whose.
struct TakeIdentities: Sendable {
    let services: SiteServices

    /// Those that ask for nothing before they are asked.
    static func offered(_ services: SiteServices) async throws -> [IdentityProvider] {
        try await services.logIn.providers.all().filter { $0.isOn && $0.provider.needsClient }.map(\.provider)
    }

    /// `POST /admin/sign-in/identity/`: away to a provider.
    @Sendable func depart(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        return try await depart(
            to: fields.first("login"), for: .signingIn, path: AdminPath(fields.first("to")).text, request, context)
    }

    /// `POST /admin/profile/identities/`: adds one to one's own, or takes one away.
    @Sendable func change(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        do {
            try await services.confirm(fields.first("present"), staff)
        } catch is SignIn.Fault {
            return .seeOther(ChangeProfilePage.address + "?wrong=1")
        }
        if let id = Int64(fields.first("remove")) {
            try await JoinIdentity(services.database).part(Identity.ID(id), from: staff.account, now: staff.now)
            return .saved(ChangeProfilePage.address)
        }
        return try await depart(
            to: fields.first("login"), for: .joining(staff.account.id), path: ChangeProfilePage.address, request,
            context)
    }

    private func depart(
        to slug: String, for purpose: LogIn.Purpose, path: String, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        do {
            let departure = try await services.logIn.begin(
                slug, for: purpose, with: LogIn.Luggage(path: path), browser: LoginCookies.browser.token(in: request),
                network: services.signInVisitor(request, context).network, now: services.now())
            return try await services.connecting(to: departure, request)
        } catch let fault as LoginFault {
            return failed(fault, path: path)
        }
    }

    /// Who came back from a provider.
    func arrive(
        _ identity: Identity, for purpose: LogIn.Purpose, at path: String, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let now = services.now()
        switch purpose {
        case .signingIn:
            let visitor = services.signInVisitor(request, context)
            guard let beginning = try await services.signIn.begin(identity: identity, from: visitor, now: now) else {
                return .seeOther("/admin/sign-in/?login=unknown")
            }
            switch beginning {
            case .session(let token): return services.signedIn(token, to: path)
            case .asksForCode(let ticket):
                return try await services.admin(SecondStepPage(ticket: ticket, target: path), title: "Sign in")
            }
        case .joining(let account):
            // Who began it has to be signed in still, in this browser.
            guard let staff = try await services.staff(request), staff.account.id == account else {
                return .seeOther("/admin/sign-in/")
            }
            let isJoined = try await JoinIdentity(services.database).join(identity.id, to: staff.account, now: now)
            return .seeOther(ChangeProfilePage.address + (isJoined ? "?saved=1" : "?taken=1"))
        case .linking(let first):
            let session = LoginCookies.session.token(in: request)?.digest
            let isLinked = try await LinkIdentities(services.database).link(
                identity, to: first, session: session, now: now)
            guard isLinked else { throw Refusal(.forbidden, "Log in under a post first.") }
            return .seeOther(path)
        case .reading: throw Refusal(.badRequest, "This login leads nowhere.")
        }
    }

    func failed(_ fault: LoginFault, path: String) -> Response {
        .seeOther(
            path == ChangeProfilePage.address
                ? "\(path)?login=\(fault.kind.rawValue)" : "/admin/sign-in/?login=\(fault.kind.rawValue)")
    }

    /// Why nobody came in, by the name of the fault in the address.
    static func sentence(_ name: String) -> String? {
        switch LoginFault.Kind(rawValue: name) {
        case .denied: "It was declined there."
        case .unreachable: "The service cannot be reached at the moment."
        case .foreign, .used, .late: "That login is over. Begin once more."
        case nil:
            name == "unknown" ? "Nobody of this site signs in by that account. Its owner adds it under Profile." : nil
        default: "The service’s answer was not right; the log says why."
        }
    }
}
