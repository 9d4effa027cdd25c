import Hummingbird
import Secrets

/// The cookies of who logs in. Both are set when somebody clicks a provider's icon, none by reading.
enum LoginCookies {
    /// Who is logged in.
    static let session = SiteCookie("thaw-reader")

    /// Shows that an answer of a provider comes to the browser that set out, and which typed words are whose.
    static let browser = SiteCookie("thaw-login")
    static let browserSeconds = 86_400
}

extension SiteCookie {
    /// Nil for what is no token at all.
    func token(in request: Request) -> SecretToken? { value(in: request).flatMap(SecretToken.init) }
}
