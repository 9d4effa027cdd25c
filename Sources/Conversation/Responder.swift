import Crypto
import Foundation
import Model

/// The token by which a browser shows that a response came from it: random, and signed, so that made-up ones cost no
/// question to the database. What is stored is a digest of it.
package struct Responder: Hashable, Sendable {
    /// What the cookie holds.
    package let token: String

    /// What stands for the browser in the database.
    package var digest: String { SHA256.hash(data: Data(token.utf8)).prefix(16).hexadecimal }
}

/// Gives tokens to browsers, and knows its own.
package struct Responders: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: the bytes of `secret.key`.
    package init(secret: [UInt8]) { key = SymmetricKey(data: secret) }

    package func make() -> Responder {
        var generator = SystemRandomNumberGenerator()
        let number = (0..<2).map { _ in generator.next() as UInt64 }.map(\.hexadecimal).joined()
        return Responder(token: number + signature(of: number))
    }

    /// Nil for what was not made here.
    package func responder(_ token: String) -> Responder? {
        guard token.utf8.count == 64 else { return nil }
        let number = String(token.prefix(32))
        var difference: UInt8 = 0
        for (given, right) in zip(token.utf8.dropFirst(32), signature(of: number).utf8) { difference |= given ^ right }
        return difference == 0 ? Responder(token: token) : nil
    }

    private func signature(of number: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data("responder\u{0}\(number)".utf8), using: key).prefix(16).hexadecimal
    }
}
