import Foundation
import Identities
import Model
import Testing

@Suite("An ID token")
struct IDTokenTests {
    private static let now = Instant(milliseconds: 1_790_000_000_000)
    private static let seconds = now.milliseconds / 1000
    private static let signer = Signer()

    private static let claims: [String: JSONValue] = [
        "iss": "https://accounts.google.com", "aud": "us", "sub": "12", "exp": .integer(seconds + 600),
        "iat": .integer(seconds), "nonce": "n", "name": "Anna",
    ]

    private static func check(
        _ token: String, keys: [JSONValue] = [signer.jwk], nonce: String? = "n"
    ) async throws -> IDToken {
        try await IDToken(
            token, keys: ["keys": .array(keys)], of: .google, client: "us", nonce: nonce, now: now)
    }

    @Test("that is right tells who it is, by either of its issuer's names")
    func right() async throws {
        for issuer in ["https://accounts.google.com", "accounts.google.com"] {
            var claims = Self.claims
            claims["iss"] = .string(issuer)
            let token = try await Self.signer.sign(.object(claims))
            #expect(try await Self.check(token).claims["sub"].text == "12")
        }
        var several = Self.claims
        several["aud"] = ["us", "them"]
        several["azp"] = "us"
        #expect(try await Self.check(Self.signer.sign(.object(several))).claims["name"].text == "Anna")
    }

    @Test(
        "is refused for each single thing that is wrong with it",
        arguments: [
            ("iss", .string("https://accounts.example"), .issuer), ("iss", .null, .issuer),
            ("aud", "them", .audience), ("aud", .array([]), .audience), ("aud", ["us", "them"], .party),
            ("azp", "them", .party), ("exp", .integer(seconds - 301), .expiry), ("exp", .null, .expiry),
            ("iat", .integer(seconds + 301), .issuedAt), ("iat", .integer(seconds - 4000), .issuedAt),
            ("iat", .null, .issuedAt), ("nonce", "other", .nonce), ("nonce", .null, .nonce), ("sub", "", .subject),
            ("sub", .integer(12), .subject),
        ] as [(String, JSONValue, LoginFault.TokenCheck)])
    func wrong(name: String, value: JSONValue, check: LoginFault.TokenCheck) async throws {
        var claims = Self.claims
        claims[name] = value
        let token = try await Self.signer.sign(.object(claims))
        await #expect(throws: LoginFault.token(check)) { _ = try await Self.check(token) }
    }

    @Test("is taken within five minutes of the provider's clock, and without a nonce from who gives none back")
    func lenient() async throws {
        var claims = Self.claims
        claims["exp"] = .integer(Self.seconds - 299)
        claims["iat"] = .number(Double(Self.seconds) + 299.5)
        claims["nonce"] = .null
        let token = try await Self.signer.sign(.object(claims))
        #expect(try await Self.check(token, nonce: nil).claims["sub"].text == "12")
    }

    @Test("counts only with a signature of the provider's own key")
    func signatures() async throws {
        let token = try await Self.signer.sign(.object(Self.claims))
        let parts = token.split(separator: ".").map(String.init)
        func base64(_ text: String) -> String {
            Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }
        let other = Signer()
        let forged = try await other.sign(.object(Self.claims))
        let none = base64(#"{"alg":"none","typ":"JWT"}"#)
        let secret = base64(#"{"alg":"HS256","kid":"one"}"#)
        for (text, check) in [
            (forged, LoginFault.TokenCheck.signature), ("\(none).\(parts[1]).", .algorithm),
            ("\(secret).\(parts[1]).\(parts[2])", .algorithm), ("\(parts[0]).\(parts[1])", .form), ("", .form),
            ("\(parts[0]).\(base64(#"{"sub":"1"}"#)).\(parts[2])", .signature), ("a.b.c", .form),
            (try await other.sign(.object(Self.claims), kid: "two"), .key),
        ] {
            await #expect(throws: LoginFault.token(check)) { _ = try await Self.check(text) }
        }
        // One meant for encryption is none to sign with, and without keys nothing is right.
        var encryption = Self.signer.jwk.members ?? [:]
        encryption["use"] = "enc"
        await #expect(throws: LoginFault.token(.key)) { _ = try await Self.check(token, keys: [.object(encryption)]) }
        await #expect(throws: LoginFault.token(.key)) { _ = try await Self.check(token, keys: []) }
    }

    @Test("of any bytes is a fault, never a crash")
    func anything() async throws {
        var numbers = SystemRandomNumberGenerator()
        let letters = Array("eyJhbGciOi.-_= {}\"\u{0}é")
        for _ in 0..<300 {
            let text = String(
                (0..<Int.random(in: 0..<60, using: &numbers)).map { _ in letters.randomElement(using: &numbers)! })
            await #expect(throws: LoginFault.self) { _ = try await Self.check(text) }
        }
    }
}
