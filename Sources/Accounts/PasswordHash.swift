import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: `scrypt$N$r$p$salt$hash`, the last two in Base64. The cost stands with the hash, so that a
/// higher one holds for old passwords from their next use on.
struct PasswordHash: Hashable, Sendable {
    let cost: PasswordCost
    private let salt: Data
    private let key: Data

    /// With a fresh salt.
    init(of password: String, cost: PasswordCost) throws {
        self.cost = cost
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        key = try Self.key(of: password, salt: salt, cost: cost)
    }

    /// Nil for what is no hash of ours.
    init?(stored text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let key = Data(base64Encoded: parts[5])
        else { return nil }
        cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        self.salt = salt
        self.key = key
    }

    var stored: String {
        "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(salt.base64EncodedString())$"
            + key.base64EncodedString()
    }

    /// Takes the same time whatever the password.
    func matches(_ password: String) -> Bool {
        guard let other = try? Self.key(of: password, salt: salt, cost: cost), other.count == key.count else {
            return false
        }
        return zip(other, key).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func key(of password: String, salt: Data, cost: PasswordCost) throws -> Data {
        // One spelling for one password: keyboards differ in how they compose letters.
        let text = password.precomposedStringWithCompatibilityMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Data(text.utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism, maxMemory: 1 << 28)
        return key.withUnsafeBytes { Data($0) }
    }
}

/// What scrypt may cost: about 128 · `rounds` · `blockSize` bytes of memory, `parallelism` times one after the other.
package struct PasswordCost: Hashable, Sendable {
    package var rounds: Int
    package var blockSize: Int
    package var parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 32 MB, three times: OWASP's Password Storage Cheat Sheet gives it as one of its equal choices.
    package static let standard = PasswordCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
}
