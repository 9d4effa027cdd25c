import Hummingbird

/// A cookie of this site's own: for this host alone, sent along from its own pages only, and kept from scripts.
package struct SiteCookie: Sendable {
    private let base: String

    package init(_ base: String) { self.base = base }

    /// What browsers of an encrypted site are told to hold to by the name itself (RFC 6265bis).
    private func name(path: String, isSecure: Bool) -> String {
        isSecure ? (path == "/" ? "__Host-" : "__Secure-") + base : base
    }

    /// All names that it may have.
    package var names: [String] { [base, "__Host-" + base, "__Secure-" + base] }

    func value(in request: Request) -> String? {
        names.lazy.compactMap { request.cookies[$0]?.value }.first { !$0.isEmpty }
    }

    func set(_ value: String, seconds: Int, path: String = "/", isSecure: Bool) -> Cookie {
        Cookie(
            name: name(path: path, isSecure: isSecure), value: value, maxAge: seconds, path: path, secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }

    func clear(path: String = "/", isSecure: Bool) -> Cookie { set("", seconds: 0, path: path, isSecure: isSecure) }
}
