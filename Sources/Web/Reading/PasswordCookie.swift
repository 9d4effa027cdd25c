import Hummingbird

/// Remembers for ten days, as WordPress does, that a reader knows a post's password.
package enum PasswordCookie {
    package static let name = "thaw-post-password"

    static func cookie(_ token: String, isSecure: Bool) -> Cookie {
        Cookie(
            name: name, value: token, maxAge: 10 * 24 * 3600, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }
}
