import Crypto
import Foundation
import Model

/// Signs texts that go out into the world, and tells its own from made-up ones.
package struct Signature: Sendable {
    private let key: SymmetricKey
    /// What is signed: a signature for one purpose is none for another.
    private let purpose: String

    /// - Parameter secret: the bytes of `secret.key`.
    package init(secret: [UInt8], purpose: String) {
        key = SymmetricKey(data: secret)
        self.purpose = purpose
    }

    /// 32 hexadecimal digits.
    package func text(of said: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\u{0}\(said)".utf8), using: key).prefix(16).hexadecimal
    }

    /// Takes the same time for every text of the right length.
    package func isRight(_ given: some StringProtocol, for said: String) -> Bool {
        let right = text(of: said)
        guard given.utf8.count == right.utf8.count else { return false }
        return zip(given.utf8, right.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
