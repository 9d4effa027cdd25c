import Foundation

/// What the browser says of the ceremony (Web Authentication Level 3, 5.8.1).
struct ClientData: Decodable {
    let type: String
    let challenge: String
    let origin: String
    let crossOrigin: Bool?

    /// - Throws: `WebAuthnFault` `form`, `type`, `challenge` or `origin`
    static func check(_ json: Data, type: String, _ asked: Ceremony) throws(WebAuthnFault) {
        guard let said = try? JSONDecoder().decode(Self.self, from: json) else { throw .form }
        guard said.type == type else { throw .type }
        guard said.challenge == asked.challenge else { throw .challenge }
        guard said.origin == asked.origin, said.crossOrigin != true else { throw .origin }
    }
}

/// What this server has asked for.
package struct Ceremony: Hashable, Sendable {
    /// In Base64url, as browsers give it back.
    package var challenge: String
    /// Of the pages from which keys are asked for: `https://example.org`.
    package var origin: String
    /// The host for which keys are made.
    package var site: String

    package init(challenge: String, origin: String, site: String) {
        self.challenge = challenge
        self.origin = origin
        self.site = site
    }
}
