import Accounts
import Conversation
import HTTPTypes
import Hummingbird
import Model
import Secrets
import Store

/// Somebody of the site who signed in, with their request's moment. A handler that takes one cannot be reached without.
struct Staff: Sendable {
    let account: Account
    let session: Session
    let now: Instant

    var actor: String { "account:\(account.id.rawValue)" }
}

/// Keeps somebody signed in.
enum SessionCookie {
    static let cookie = SiteCookie("thaw-session")
}

extension SiteServices {
    /// Goes on to a page, signed in from now on.
    func signedIn(_ token: SecretToken, to path: String) -> Response {
        var response = Response.seeOther(path)
        response.setCookie(
            SessionCookie.cookie.set(token.text, seconds: Int(SignIn.seconds), isSecure: location.isSecure))
        return response
    }

    /// Who signed in with this browser; nil for everybody else.
    func staff(_ request: Request) async throws -> Staff? {
        let now = now()
        guard let token = SessionCookie.cookie.value(in: request).flatMap(SecretToken.init),
            let found = try await signIn.account(by: token, now: now)
        else { return nil }
        return Staff(account: found.account, session: found.session, now: now)
    }

    /// Asks somebody who is signed in for their password once more.
    ///
    /// - Throws: `SignIn.Fault`
    func confirm(_ password: String, _ staff: Staff) async throws {
        try await signIn.confirm(password, of: staff.account, in: staff.session, now: staff.now)
    }

    func signInVisitor(_ request: Request, _ context: WebContext) -> SignIn.Visitor {
        let address = proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers).address
        let origin = ReplyOrigin(address: address, agent: request.headers[.userAgent] ?? "")
        return SignIn.Visitor(address: address, network: origin.network, agent: origin.agent)
    }
}
