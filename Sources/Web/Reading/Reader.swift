import Conversation
import Hummingbird
import Secrets

/// The cookies with which a page may show something of its reader's own, so that it is no copy from the store.
package enum ReaderCookies {
    /// With these, a page is another one of those that many readers get.
    package static let variants = Dictionary(
        LikeCookie.cookie.names.map { ($0, LikeCookie.variant) }, uniquingKeysWith: { first, _ in first })

    package static let names = [PasswordCookie.name] + ReplyCookies.personalNames + LoginCookies.session.names
}

/// What a reader's cookies tell: nothing of most.
struct Reader: Sendable {
    /// Opens posts that have its password.
    var passwordToken: String?
    /// The browser's, where it has sent a response before.
    var responder: Responder?
    /// Whether the browser shows a like of the one page that is asked for.
    var likes = false
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
        likes = LikeCookie.cookie.value(in: request) != nil
        commenter = ReplyCookies.commenter.value(in: request).flatMap(Commenter.init(cookie:))
    }

    /// Whether a page may have something of their own.
    var mayHaveOwn: Bool {
        passwordToken != nil || responder != nil || commenter != nil || session != nil || browser != nil
    }
}
