import Crypto
import Foundation
import Model

/// 32 random bytes that somebody shows to prove who they are. The database has a digest of it.
package struct SecretToken: Hashable, Sendable {
    /// 64 hexadecimal digits.
    package let text: String

    package static func make() -> SecretToken {
        SecretToken(text: SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).hexadecimal })
    }

    private init(text: String) { self.text = text }

    /// Nil for what is no token at all.
    package init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = text
    }

    package var digest: String { Self.digest(of: text) }

    package static func digest(of text: String) -> String { SHA256.hash(data: Data(text.utf8)).hexadecimal }
}
