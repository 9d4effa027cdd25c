import Crypto
import Foundation

/// What the authenticator says of itself and signs (Web Authentication Level 3, 6.1).
struct AuthenticatorData {
    let counter: UInt32
    /// Of the key that was made; nil where one was used.
    let credential: (id: [UInt8], key: CBOR)?

    private struct Flags: OptionSet {
        let rawValue: UInt8

        static let userPresent = Flags(rawValue: 1)
        static let userVerified = Flags(rawValue: 4)
        static let hasCredential = Flags(rawValue: 64)
    }

    /// - Parameter site: the host that asked.
    /// - Throws: `WebAuthnFault` `form`, `site`, `presence` or `verification`
    init(_ bytes: Data, site: String) throws(WebAuthnFault) {
        let bytes = Array(bytes)
        guard bytes.count >= 37 else { throw .form }
        guard bytes[..<32].elementsEqual(SHA256.hash(data: Data(site.utf8))) else { throw .site }
        let flags = Flags(rawValue: bytes[32])
        guard flags.contains(.userPresent) else { throw .presence }
        guard flags.contains(.userVerified) else { throw .verification }
        counter = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        guard flags.contains(.hasCredential) else {
            credential = nil
            return
        }
        // After the model's number of 16 bytes.
        var rest = bytes[37...].dropFirst(16)
        guard let high = rest.popFirst(), let low = rest.popFirst() else { throw .form }
        let length = Int(high) << 8 | Int(low)
        guard (1...1023).contains(length), rest.count > length else { throw .form }
        let id = Array(rest.prefix(length))
        rest.removeFirst(length)
        guard let key = try? CBOR(&rest) else { throw .form }
        credential = (id, key)
    }
}
