import Crypto
import Foundation
import Model

/// Opens password-protected posts. A reader who gave the right password carries a token in a cookie; as in WordPress,
/// it opens every post that has the same password, and changing the password closes the post again.
package struct PostPassword: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: the bytes of `secret.key`.
    package init(secret: [UInt8]) { key = SymmetricKey(data: secret) }

    /// What the cookie holds: 64 hexadecimal digits that tell nothing about the password.
    package func token(for password: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Self.message(password), using: key).hexadecimal
    }

    /// Takes the same time for every token of the right length.
    package func isValid(token: String, for password: String) -> Bool {
        var code: [UInt8] = []
        var digits = token[...]
        while digits.count >= 2, let byte = UInt8(digits.prefix(2), radix: 16) {
            code.append(byte)
            digits = digits.dropFirst(2)
        }
        guard digits.isEmpty, code.count == SHA256.byteCount else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.message(password), using: key)
    }

    private static func message(_ password: String) -> Data { Data("post-password\u{0}\(password)".utf8) }
}
