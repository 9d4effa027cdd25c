import HTTPTypes

/// The header fields that every page carries.
package enum SecurityHeaders {
    /// No script and no style but files of our own; nothing is fetched from, framed by, or sent to anyone else.
    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; "
        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// The same for a page on which a reader may load players from these origins.
    package static func contentSecurityPolicy(players: [String]) -> (name: String, value: String) {
        ("content-security-policy", contentSecurityPolicy + "; frame-src " + players.joined(separator: " "))
    }

    /// - Parameter isSecure: whether the site is reached by https, so that browsers shall keep to it (one year).
    package static func fields(isSecure: Bool) -> [(name: String, value: String)] {
        var fields = [
            ("content-security-policy", contentSecurityPolicy),
            ("x-content-type-options", "nosniff"),
            // “no-referrer” would make the Origin of a form's post “null”.
            ("referrer-policy", "strict-origin-when-cross-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("permissions-policy", "browsing-topics=(), camera=(), geolocation=(), microphone=()"),
        ]
        if isSecure { fields.append(("strict-transport-security", "max-age=31536000")) }
        return fields
    }
}
