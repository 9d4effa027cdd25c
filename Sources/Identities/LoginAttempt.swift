import Crypto
import Foundation
import Model

/// One trip to a provider and back: what only this server knows of it.
package struct LoginAttempt: Hashable, Codable, Sendable {
    package let provider: IdentityProvider
    package let client: ProviderClient
    /// Where the provider sends the browser back to.
    package let redirect: String
    package let state: String
    package let nonce: String
    package let verifier: String
    /// What the reader named: `https://mastodon.social`, `https://example.org/`; empty where nothing was asked.
    package let named: String

    /// - Parameter random: a new text of at least 128 bits, of letters and digits, each time.
    package init(
        to provider: IdentityProvider, as client: ProviderClient, redirect: String, named: String = "",
        random: () -> String
    ) {
        self.provider = provider
        self.client = client
        self.redirect = redirect
        self.named = named
        state = random()
        nonce = random()
        verifier = random()
    }

    /// RFC 7636, section 4.2.
    var challenge: String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64URL
    }

    /// Where the browser is sent.
    package var address: String {
        var fields = [
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", redirect), ("state", state),
        ]
        if !provider.scopes.isEmpty { fields.append(("scope", provider.scopes.joined(separator: " "))) }
        if provider.traits.usesPKCE { fields += [("code_challenge", challenge), ("code_challenge_method", "S256")] }
        if provider.traits.hasIDToken, provider.traits.echoesNonce { fields.append(("nonce", nonce)) }
        if provider.kind == .indieAuth { fields.append(("me", named)) }
        fields += provider.traits.extra.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return provider.authorize + (provider.authorize.contains("?") ? "&" : "?") + formEncoded(fields)
    }
}

/// What a provider knows this site by.
package struct ProviderClient: Hashable, Codable, Sendable {
    package var id: String
    package var secret: String

    package init(id: String = "", secret: String = "") {
        self.id = id
        self.secret = secret
    }
}

/// `application/x-www-form-urlencoded`
func formEncoded(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\($0.name)=\($0.value.percentEncodedSegment)" }.joined(separator: "&")
}
