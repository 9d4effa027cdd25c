import Secrets
import Testing

@testable import Accounts

@Suite("Passwords")
struct PasswordTests {
    private static let cheap = PasswordCost(rounds: 16, blockSize: 1, parallelism: 1)

    @Test("a hash knows its password, however its letters are composed, and no other")
    func matching() throws {
        let hash = try PasswordHash(of: "Caf\u{E9} au lait", cost: Self.cheap)
        let stored = try #require(PasswordHash(stored: hash.stored))
        #expect(stored == hash)
        #expect(stored.matches("Cafe\u{301} au lait"))
        #expect(!stored.matches("Cafe au lait"))
        #expect(try PasswordHash(of: "Caf\u{E9} au lait", cost: Self.cheap) != hash)
        #expect(!hash.stored.contains("lait"))
    }

    @Test(
        "what is no hash is none", arguments: ["", "scrypt$16$1$1$x", "md5$1$1$1$AA==$AA==", "scrypt$a$1$1$AA==$AA=="])
    func malformed(text: String) {
        #expect(PasswordHash(stored: text) == nil)
    }

    @Test("a password whose cost has changed is hashed anew when it is used")
    func cost() async throws {
        let old = try await PasswordHasher(cost: Self.cheap).hash("words of mine")
        let dearer = PasswordHasher(cost: PasswordCost(rounds: 32, blockSize: 1, parallelism: 1))
        let kept = try #require(try await dearer.check("words of mine", against: old))
        #expect(kept != old && kept.hasPrefix("scrypt$32$"))
        #expect(try await dearer.check("words of mine", against: kept) == kept)
        #expect(try await dearer.check("other words", against: kept) == nil)
        #expect(try await dearer.check("words of mine", against: nil) == nil)
    }

    @Test("a token is 64 digits, and its digest tells nothing of it")
    func token() throws {
        let token = SecretToken.make()
        #expect(SecretToken(token.text) == token && token != .make())
        #expect(token.digest != token.text && token.digest.utf8.count == 64)
        for text in ["", String(repeating: "g", count: 64), token.text + "0", token.text.uppercased() + " "] {
            #expect(SecretToken(text) == nil)
        }
    }
}
