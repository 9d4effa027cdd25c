import Crypto
import Foundation
import WebAuthn

/// An authenticator made of software, that can be told to do one thing wrong.
struct SoftAuthenticator {
    let key = P256.Signing.PrivateKey()
    let id = Data("credential".utf8)
    var type: String?
    var challenge = "question"
    var origin = "https://example.org"
    var crossOrigin = false
    var site = "example.org"
    /// Present and verified.
    var flags: UInt8 = 5
    var counter: UInt32 = 0

    static let asked = Ceremony(challenge: "question", origin: "https://example.org", site: "example.org")

    func clientData(_ type: String) -> Data {
        Data(
            #"{"type":"\#(self.type ?? type)","challenge":"\#(challenge)","origin":"\#(origin)","crossOrigin":\#(crossOrigin)}"#
                .utf8)
    }

    private func data(flags: UInt8) -> Data {
        Data(SHA256.hash(data: Data(site.utf8))) + [flags] + withUnsafeBytes(of: counter.bigEndian) { Data($0) }
    }

    /// COSE's map of a P-256 key.
    var coseKey: Data {
        let point = key.publicKey.rawRepresentation
        var map = Data([0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20])
        map += point.prefix(32)
        map += [0x22, 0x58, 0x20]
        return map + point.suffix(32)
    }

    /// `{"fmt": "none", "attStmt": {}, "authData": …}`
    func attestation(key: Data? = nil) -> Data {
        var data = data(flags: flags | 64)
        data += Data(count: 16)
        data += [0, UInt8(id.count)]
        data += id
        data += key ?? coseKey
        var object = Data([0xA3])
        let fields: [(String, [UInt8])] = [("fmt", [0x64] + Array("none".utf8)), ("attStmt", [0xA0])]
        for (name, value) in fields {
            object += [0x60 | UInt8(name.utf8.count)]
            object += Data(name.utf8)
            object += value
        }
        object += [0x68]
        object += Data("authData".utf8)
        object += [0x59, UInt8(data.count >> 8), UInt8(data.count & 255)]
        return object + data
    }

    func register(key: Data? = nil) throws -> Passkey {
        try Passkey(
            clientData: clientData("webauthn.create"), attestation: attestation(key: key), for: Self.asked)
    }

    func use(_ known: Passkey, signedBy other: P256.Signing.PrivateKey? = nil) throws -> UInt32 {
        let (clientData, data) = (clientData("webauthn.get"), data(flags: flags))
        let signature = try (other ?? key).signature(for: data + Data(SHA256.hash(data: clientData)))
        return try known.check(
            clientData: clientData, authenticatorData: data, signature: signature.derRepresentation, for: Self.asked)
    }
}
