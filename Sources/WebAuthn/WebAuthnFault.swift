/// Why an authenticator's answer is not taken.
package enum WebAuthnFault: String, Error, Hashable, Sendable {
    /// It cannot be read.
    case form
    /// It was made for something else: a registration for a sign-in, or the other way round.
    case type
    /// It answers another question, or one that was answered already.
    case challenge
    /// A page of another site asked for it, or one within a frame.
    case origin
    /// The key belongs to another site.
    case site
    /// Nobody touched the authenticator.
    case presence
    /// The authenticator did not ask who it is, by finger, face or number.
    case verification
    /// The key is of no kind that was asked for.
    case key
    case signature
    /// It has counted further already: there are two of this key.
    case counter
}
