/// Who vouches for people: where it is asked, and how it differs from the standards
/// (https://www.rfc-editor.org/rfc/rfc6749, https://openid.net/specs/openid-connect-core-1_0.html).
package struct IdentityProvider: Hashable, Codable, Sendable {
    /// How its addresses become known.
    package enum Kind: String, Hashable, Codable, Sendable {
        /// They stand here.
        case fixed
        /// OpenID Connect: by the document below the issuer's address.
        case discovered
        /// Any Mastodon server, which the reader names.
        case mastodon
        /// The reader's own site says (https://indieauth.spec.indieweb.org).
        case indieAuth
        /// Nobody else is asked: a link is mailed.
        case mail
    }

    /// Stands in addresses and in the database: `google`.
    package let id: String
    /// As people know it.
    package var name: String
    package var kind = Kind.fixed
    /// Part of an account's key. The issuer of its ID tokens, or, where it has none, an address of ours for it.
    package var issuer = ""
    /// Other spellings of the issuer that its tokens may have.
    package var otherIssuers: Set<String> = []
    package var authorize = ""
    package var token = ""
    /// Where it says who somebody is; empty where the token's answer says so.
    package var profile = ""
    /// Its public keys (JWKS); empty for one without ID tokens.
    package var keys = ""
    package var scopes: [String] = []
    package var fields = ProfileFields()
    package var traits = Traits()

    package init(id: String, name: String, kind: Kind = .fixed) {
        self.id = id
        self.name = name
        self.kind = kind
    }

    /// What deviates.
    package struct Traits: Hashable, Codable, Sendable {
        /// Takes a challenge (RFC 7636, S256) and the verifier.
        package var usesPKCE = true
        /// Its ID token holds the nonce that it was given.
        package var echoesNonce = true
        /// Gives an ID token.
        package var hasIDToken = true
        /// Names itself in the answer (RFC 9207), so an answer without its name is refused.
        package var namesItself = false
        package var authentication = Authentication.post
        /// Further fields of the authorization address, such as `prompt=select_account`.
        package var extra: [String: String] = [:]
    }

    /// How we show who we are at the token address.
    package enum Authentication: String, Hashable, Codable, Sendable, CaseIterable {
        case basic
        case post
        /// A public client: by its identifier alone.
        case none
    }

    /// Whether the reader has to say which server, site or address is theirs.
    package var asksAddress: Bool { kind == .mastodon || kind == .indieAuth || kind == .mail }

    /// Whether the owner has to be given an identifier there first.
    package var needsClient: Bool { kind == .fixed || kind == .discovered }
}

/// Where in a provider's JSON the parts of a profile stand: names with dots between (`data.profile_image_url`). The first
/// that is there counts.
package struct ProfileFields: Hashable, Codable, Sendable {
    package var subject = ["sub"]
    package var name = ["name", "preferred_username", "nickname"]
    /// What tells people of one name apart, and may change.
    package var handle = ["preferred_username"]
    package var website = ["website", "profile"]
    package var picture = ["picture"]
    package var email = ["email"]
    package var isEmailVerified = ["email_verified"]
}
