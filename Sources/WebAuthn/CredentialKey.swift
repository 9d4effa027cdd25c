import Crypto
import CryptoExtras
import Foundation

/// The public half of a passkey: a key of COSE (RFC 9052 and 9053), by one of the three algorithms that authenticators
/// have.
package struct CredentialKey: Hashable, Sendable {
    /// By their numbers at IANA, the best first.
    package enum Algorithm: Int64, CaseIterable, Sendable {
        case ed25519 = -8
        case es256 = -7
        case rs256 = -257
    }

    package let algorithm: Algorithm
    /// The curve's point, as X9.63 or as it is; the modulus of RSA.
    private let material: Data
    /// Of RSA alone.
    private let exponent: Data

    /// - Throws: `WebAuthnFault.key`
    init(_ cose: CBOR) throws(WebAuthnFault) {
        guard let algorithm = cose[.integer(3)]?.integer.flatMap(Algorithm.init) else { throw .key }
        func part(_ label: Int64) throws(WebAuthnFault) -> Data {
            guard let bytes = cose[.integer(label)]?.bytes else { throw .key }
            return Data(bytes)
        }
        let (type, curve) = (cose[.integer(1)]?.integer, cose[.integer(-1)]?.integer)
        switch (algorithm, type, curve) {
        case (.ed25519, 1, 6): (material, exponent) = (try part(-2), Data())
        case (.es256, 2, 1): (material, exponent) = (Data([4]) + (try part(-2)) + (try part(-3)), Data())
        case (.rs256, 3, nil): (material, exponent) = (try part(-1), try part(-2))
        default: throw .key
        }
        self.algorithm = algorithm
        guard isKey else { throw .key }
    }

    /// Reads what `stored` wrote.
    package init?(stored: String) {
        let parts = stored.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int64(parts[0]), let algorithm = Algorithm(rawValue: number),
            let material = Data(base64Encoded: String(parts[1])), let exponent = Data(base64Encoded: String(parts[2]))
        else { return nil }
        (self.algorithm, self.material, self.exponent) = (algorithm, material, exponent)
    }

    package var stored: String {
        "\(algorithm.rawValue).\(material.base64EncodedString()).\(exponent.base64EncodedString())"
    }

    private var isKey: Bool {
        switch algorithm {
        case .ed25519: (try? Curve25519.Signing.PublicKey(rawRepresentation: material)) != nil
        case .es256: (try? P256.Signing.PublicKey(x963Representation: material)) != nil
        case .rs256: material.count >= 256 && (try? _RSA.Signing.PublicKey(n: material, e: exponent)) != nil
        }
    }

    func isRight(_ signature: Data, for data: Data) -> Bool {
        switch algorithm {
        case .ed25519:
            return (try? Curve25519.Signing.PublicKey(rawRepresentation: material))?
                .isValidSignature(signature, for: data) == true
        case .es256:
            guard let key = try? P256.Signing.PublicKey(x963Representation: material),
                let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: data)
        case .rs256:
            guard let key = try? _RSA.Signing.PublicKey(n: material, e: exponent) else { return false }
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: data),
                padding: .insecurePKCS1v1_5)
        }
    }
}
