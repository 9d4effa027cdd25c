import Crypto
import CryptoExtras
import Foundation
import Testing
import WebAuthn

@Suite struct PasskeyTests {
    @Test("a key is made, kept as text, and used")
    func journey() throws {
        var device = SoftAuthenticator()
        let made = try device.register()
        #expect(made.id == Array("credential".utf8) && made.key.algorithm == .es256)
        let key = try #require(CredentialKey(stored: made.key.stored))
        #expect(key == made.key)
        #expect(try device.use(Passkey(id: made.id, key: key, counter: 0)) == 0)
        device.counter = 7
        #expect(try device.use(Passkey(id: made.id, key: key, counter: 6)) == 7)
        #expect(CredentialKey(stored: "-7.AAAA") == nil && CredentialKey(stored: "") == nil)
    }

    /// Each thing that can be wrong, by itself.
    static let wrong: [(WebAuthnFault, @Sendable (inout SoftAuthenticator) -> Void)] = [
        (.type, { $0.type = "payment.get" }),
        (.challenge, { $0.challenge = "another" }),
        (.origin, { $0.origin = "https://example.org.example.com" }),
        (.origin, { $0.origin = "http://example.org" }),
        (.origin, { $0.crossOrigin = true }),
        (.site, { $0.site = "example.com" }),
        (.presence, { $0.flags = 4 }),
        (.verification, { $0.flags = 1 }),
        (.form, { $0.origin = "\"" }),
    ]

    @Test("each check alone refuses", arguments: wrong.indices)
    func checks(index: Int) throws {
        let (fault, spoil) = Self.wrong[index]
        var device = SoftAuthenticator()
        let made = try device.register()
        spoil(&device)
        #expect(throws: fault) { try device.register() }
        #expect(throws: fault) { try device.use(made) }
    }

    @Test("a foreign signature, a counter that does not grow and keys of other kinds are refused")
    func signatures() throws {
        var device = SoftAuthenticator()
        let made = try device.register()
        #expect(throws: WebAuthnFault.signature) { try device.use(made, signedBy: P256.Signing.PrivateKey()) }
        for (known, said) in [(5, 5), (5, 4), (5, 0)] as [(UInt32, UInt32)] {
            device.counter = said
            #expect(throws: WebAuthnFault.counter) {
                try device.use(Passkey(id: made.id, key: made.key, counter: known))
            }
        }
        let cose = device.coseKey
        for (offset, byte) in [(4, 0x25), (6, 2), (2, 3), (12, cose[12] ^ 1)] as [(Int, UInt8)] {
            var other = cose
            other[offset] = byte
            #expect(throws: WebAuthnFault.key) { try device.register(key: other) }
        }
    }

    @Test("Ed25519 and RSA, as other authenticators have them")
    func algorithms() throws {
        let edwards = Curve25519.Signing.PrivateKey()
        let ed =
            Data([0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20]) + edwards.publicKey.rawRepresentation
        let made = try SoftAuthenticator().register(key: ed)
        #expect(made.key.algorithm == .ed25519 && CredentialKey(stored: made.key.stored) == made.key)

        let numbers = try _RSA.Signing.PrivateKey(keySize: .bits2048).publicKey.getKeyPrimitives()
        let rsa =
            Data([0xA4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59, 0x01, 0x00]) + numbers.modulus
            + [0x21, 0x40 | UInt8(numbers.publicExponent.count)] + numbers.publicExponent
        let other = try SoftAuthenticator().register(key: rsa)
        #expect(other.key.algorithm == .rs256 && CredentialKey(stored: other.key.stored) == other.key)
    }

    @Test("whatever comes in place of an attestation is refused without harm")
    func hostile() throws {
        var generator = SystemRandomNumberGenerator()
        let device = SoftAuthenticator()
        let right = device.attestation()
        for length in 0..<right.count {
            #expect(throws: WebAuthnFault.self) {
                try Passkey(
                    clientData: device.clientData("webauthn.create"), attestation: right.prefix(length),
                    for: SoftAuthenticator.asked)
            }
        }
        for _ in 0..<20_000 {
            var bytes = right
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            _ = try? Passkey(
                clientData: device.clientData("webauthn.create"), attestation: bytes, for: SoftAuthenticator.asked)
        }
    }
}
