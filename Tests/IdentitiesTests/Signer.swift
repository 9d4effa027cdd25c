import Foundation
import JWTKit
import Model

/// Signs ID tokens as a provider does.
struct Signer {
    let kid: String
    private let key: ES256PrivateKey

    init(kid: String = "one") {
        self.kid = kid
        key = ES256PrivateKey()
    }

    /// The public half, as a provider shows it (RFC 7517).
    var jwk: JSONValue {
        let point = key.publicKey.parameters
        return [
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": .string(kid),
            "x": .string(Self.url(point?.x ?? "")), "y": .string(Self.url(point?.y ?? "")),
        ]
    }

    func sign(_ claims: JSONValue, kid: String? = nil) async throws -> String {
        let keys = await JWTKeyCollection().add(ecdsa: key, kid: JWKIdentifier(string: kid ?? self.kid))
        return try await keys.sign(Claims(value: claims), kid: JWKIdentifier(string: kid ?? self.kid))
    }

    private static func url(_ base64: String) -> String {
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private struct Claims: JWTPayload {
        let value: JSONValue

        init(value: JSONValue) { self.value = value }

        init(from decoder: any Decoder) throws { value = try JSONValue(from: decoder) }

        func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }

        func verify(using algorithm: some JWTAlgorithm) {}
    }
}
