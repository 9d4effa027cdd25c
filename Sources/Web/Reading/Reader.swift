import Conversation
import Hummingbird
import Secrets

/// The cookies with which a page may show something of its reader's own, so that it is no copy from the store.
package enum ReaderCookies {
    package static let names = [PasswordCookie.name] + ReplyCookies.personalNames + LoginCookies.session.names
}

/// What a reader's cookies tell: nothing of most.
struct Reader: Sendable {
    /// Opens posts that have its password.
    var passwordToken: String?
    /// The browser's, where it has sent a response before.
    var responder: Responder?
    /// Of who is logged in.
    var session: SecretToken?
    /// Of a browser that went away to log in.
    var browser: SecretToken?
    /// Where they asked to be remembered.
    var commenter: Commenter?

    static let anonymous = Reader()

    private init() {}

    init(_ request: Request, responders: Responders) {
        passwordToken = request.cookies[PasswordCookie.name]?.value
        responder = ReplyCookies.responder.value(in: request).flatMap(responders.responder)
        session = LoginCookies.session.token(in: request)
        browser = LoginCookies.browser.token(in: request)
        commenter = ReplyCookies.commenter.value(in: request).flatMap(Commenter.init(cookie:))
    }

    /// Whether a page may have something of their own.
    var mayHaveOwn: Bool {
        passwordToken != nil || responder != nil || commenter != nil || session != nil || browser != nil
    }
}
