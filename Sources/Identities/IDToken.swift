import Crypto
import Foundation
import JWTKit
package import Model

/// What an ID token says, once everything about it is right (OpenID Connect Core, section 3.1.3.7).
package struct IDToken: Sendable {
    package let claims: JSONValue

    /// How far the provider's clock may be from ours, in seconds.
    package static let leeway: Int64 = 300

    /// - Parameters:
    ///   - keys: the provider's key set (RFC 7517).
    ///   - nonce: what the token has to hold; nil where the provider gives none back.
    package init(
        _ token: String, keys: JSONValue, of provider: IdentityProvider, client: String, nonce: String?, now: Instant
    ) async throws(LoginFault) {
        let header = try Self.header(of: token)
        guard let algorithm = header["alg"].text, Self.algorithms.contains(algorithm) else {
            throw .token(.algorithm)
        }
        guard let key = Self.key(for: header, in: keys) else { throw .token(.key) }
        claims = try await Self.claims(of: token, signedBy: key)
        if let failed = failedCheck(of: provider, client: client, nonce: nonce, now: now) { throw .token(failed) }
    }

    /// Whether a key set has the key that a token is signed with. One that has not may be of before a rotation.
    static func hasKey(for token: String, in keys: JSONValue) throws(LoginFault) -> Bool {
        key(for: try header(of: token), in: keys) != nil
    }

    /// No secret of ours, and never `none`: only what the provider's own key can have made.
    private static let algorithms: Set<String> = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
    ]

    private static func header(of token: String) throws(LoginFault) -> JSONValue {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Data(base64URL: parts[0]),
            let header = try? JSONDecoder().decode(JSONValue.self, from: data), header.members != nil
        else { throw .token(.form) }
        return header
    }

    private static func key(for header: JSONValue, in keys: JSONValue) -> JSONValue? {
        let candidates = (keys["keys"].elements ?? []).filter { key in
            ["RSA", "EC", "OKP"].contains(key["kty"].text ?? "") && key["use"].text != "enc"
                && (key["alg"].text == nil || key["alg"].text == header["alg"].text)
        }
        guard let id = header["kid"].text else { return candidates.count == 1 ? candidates.first : nil }
        return candidates.first { $0["kid"].text == id }
    }

    private static func claims(of token: String, signedBy key: JSONValue) async throws(LoginFault) -> JSONValue {
        var members = key.members ?? [:]
        members["kid"] = .string(key["kid"].text ?? "")
        do {
            let jwk = try JSONDecoder().decode(JWK.self, from: JSONEncoder().encode(JSONValue.object(members)))
            let collection = try await JWTKeyCollection().add(jwk: jwk, isDefault: true)
            return try await collection.verify(token, as: Claims.self).value
        } catch {
            throw .token(.signature)
        }
    }

    private func failedCheck(
        of provider: IdentityProvider, client: String, nonce: String?, now: Instant
    ) -> LoginFault.TokenCheck? {
        let seconds = now.milliseconds / 1000
        guard let issuer = claims["iss"].text, issuer == provider.issuer || provider.otherIssuers.contains(issuer)
        else { return .issuer }
        let audiences = claims["aud"].elements?.compactMap(\.text) ?? [claims["aud"].text].compactMap(\.self)
        guard audiences.contains(client) else { return .audience }
        if let party = claims["azp"].text {
            if party != client { return .party }
        } else if audiences.count > 1 {
            return .party
        }
        guard let expiry = claims["exp"].seconds, seconds < expiry + Self.leeway else { return .expiry }
        guard let issued = claims["iat"].seconds, issued <= seconds + Self.leeway,
            issued >= seconds - Self.oldest
        else { return .issuedAt }
        if let nonce, claims["nonce"].text != nonce { return .nonce }
        guard let subject = claims["sub"].text, !subject.isEmpty else { return .subject }
        return nil
    }

    /// A token is made for the login that fetches it.
    private static let oldest: Int64 = 3600
}

private struct Claims: JWTPayload {
    let value: JSONValue

    init(from decoder: any Decoder) throws { value = try JSONValue(from: decoder) }

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }

    /// `IDToken` looks at each by itself.
    func verify(using algorithm: some JWTAlgorithm) {}
}

extension JSONValue {
    /// Since 1970; a fraction is cut off.
    fileprivate var seconds: Int64? {
        if case .number(let number) = self, abs(number) < 1e15 { return Int64(number) }
        return integer
    }
}
