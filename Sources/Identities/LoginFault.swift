/// Why nobody was logged in. Each is one sentence in the reader's language; what it says besides is for the log.
package enum LoginFault: Error, Hashable, Sendable {
    /// Not begun in this browser.
    case foreign
    /// This answer was used before.
    case used
    case late
    /// The answer of another provider than was asked.
    case mixedUp
    case denied
    /// Nothing came, or what cannot be read.
    case unreachable(String)
    /// In the provider's words.
    case provider(String)
    /// An ID token that is not right, with the check that it failed.
    case token(TokenCheck)
    /// What the reader named is no server or site that can be asked.
    case address(String)
    /// Not offered here, or no more.
    case unknownProvider
    /// Too many logins were begun from the visitor's network in a short time.
    case tooMany

    /// What an ID token has to be (OpenID Connect Core, section 3.1.3.7).
    package enum TokenCheck: String, Hashable, Sendable, CaseIterable {
        case form, algorithm, key, signature, issuer, audience, party, expiry, issuedAt, nonce, subject
    }

    /// For the log.
    package var cause: String {
        switch self {
        case .foreign: "not begun in this browser"
        case .used: "used before"
        case .late: "too late"
        case .mixedUp: "answered by another provider"
        case .denied: "denied"
        case .unreachable(let words): "unreachable: \(words)"
        case .provider(let words): "the provider says: \(words)"
        case .token(let check): "the ID token's \(check.rawValue) is wrong"
        case .address(let words): "no address: \(words)"
        case .unknownProvider: "no such provider"
        case .tooMany: "too many"
        }
    }

    /// What a reader is told. Its name is kept with the attempt.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case foreign, used, late, denied, unreachable, provider, token, clock, address
        case mixedUp = "mixed-up"
        case unknownProvider = "unknown-provider"
        case tooMany = "too-many"
    }

    package var kind: Kind {
        switch self {
        case .foreign: .foreign
        case .used: .used
        case .late: .late
        case .mixedUp: .mixedUp
        case .denied: .denied
        case .unreachable: .unreachable
        case .provider: .provider
        case .token(.expiry), .token(.issuedAt): .clock
        case .token: .token
        case .address: .address
        case .unknownProvider: .unknownProvider
        case .tooMany: .tooMany
        }
    }
}
