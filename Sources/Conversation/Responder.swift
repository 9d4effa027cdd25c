import Crypto
import Foundation
import Model
import Secrets

/// The token by which a browser shows that a response came from it: random, and signed, so that made-up ones cost no
/// question to the database. What is stored is a digest of it.
package struct Responder: Hashable, Sendable {
    /// What the cookie holds.
    package let token: String
    /// Made just now: nothing was sent with it before.
    package let isNew: Bool

    /// What stands for the browser in the database.
    package var digest: String { SHA256.hash(data: Data(token.utf8)).prefix(16).hexadecimal }
}

/// Gives tokens to browsers, and knows its own.
package struct Responders: Sendable {
    private let signature: Signature

    /// - Parameter secret: the bytes of `secret.key`.
    package init(secret: [UInt8]) { signature = Signature(secret: secret, purpose: "responder") }

    package func make() -> Responder {
        var generator = SystemRandomNumberGenerator()
        let number = (0..<2).map { _ in generator.next() as UInt64 }.map(\.hexadecimal).joined()
        return Responder(token: number + signature.text(of: number), isNew: true)
    }

    /// Nil for what was not made here.
    package func responder(_ token: String) -> Responder? {
        guard token.utf8.count == 64 else { return nil }
        return signature.isRight(token.dropFirst(32), for: String(token.prefix(32)))
            ? Responder(token: token, isNew: false) : nil
    }
}
