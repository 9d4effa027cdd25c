import Conversation
import Hummingbird
import Secrets

/// The cookies with which a page may show something of its reader's own, so that it is no copy from the store.
package enum ReaderCookies {
    /// The cookie of who is logged in.
    package static let readerNames = LoginCookies.session.names.map { $0 + "=" }

    /// With these, a page is another one of those that many readers get.
    package static let variants = Dictionary(
        LikeCookie.cookie.names.map { ($0, LikeCookie.variant) }, uniquingKeysWith: { first, _ in first })

    package static let names = [PasswordCookie.name] + ReplyCookies.personalNames
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
    /// Stands for whoever is logged in, where a page is rendered for all of them.
    var placeholder: ReaderPlaceholder?
    /// Whether this page marked itself as one with something of the browser's own.
    var hasOwnHere = false
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
        hasOwnHere = ReplyCookies.own.value(in: request) != nil
        likes = LikeCookie.cookie.value(in: request) != nil
        commenter = ReplyCookies.commenter.value(in: request).flatMap(Commenter.init(cookie:))
    }

    /// Whether being logged in is all that a page may show of theirs.
    var isOnlyLoggedIn: Bool { session != nil && passwordToken == nil && commenter == nil && !hasOwnHere }

    /// Whether a page may have something of their own.
    var mayHaveOwn: Bool {
        passwordToken != nil || responder != nil || commenter != nil || session != nil || browser != nil
    }
}
