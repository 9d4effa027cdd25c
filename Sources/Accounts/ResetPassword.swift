package import Database
package import Model
package import Secrets
import Store

/// Gives out a link with which a password is set anew, once, and sets it.
package struct ResetPassword: Sendable {
    private let database: any Database
    private let hasher: PasswordHasher

    package init(_ database: any Database, hasher: PasswordHasher) {
        self.database = database
        self.hasher = hasher
    }

    /// How long a link holds.
    package static let seconds: Int64 = 3600

    /// Nil where nobody has this e-mail address.
    package func link(email: String, now: Instant) async throws -> SecretToken? {
        let account = try await database.read { tx in
            try tx.site().flatMap { try tx.accounts(email: email, site: $0.id).first }
        }
        guard let account else { return nil }
        return try await link(to: account.id, now: now)
    }

    func link(to account: Account.ID, now: Instant) async throws -> SecretToken {
        let token = SecretToken.make()
        try await database.write { tx in
            try tx.addLink(token.digest, to: account, until: now.adding(seconds: Self.seconds))
        }
        return token
    }

    /// Whose link it is; nil for one that was used, or is too old.
    package func account(by token: SecretToken, now: Instant) async throws -> Account? {
        try await database.read { tx in try tx.account(linkedBy: token.digest, at: now) }
    }

    /// Sets the password, and ends all sessions of the account: whoever knew the old one is out.
    ///
    /// - Throws: `AddAccount.Fault.passwordTooShort`
    /// - Returns: false for a link that was used, or is too old.
    package func set(_ password: String, by token: SecretToken, now: Instant) async throws -> Bool {
        try AddAccount.check(password: password)
        let hash = try await hasher.hash(password)
        return try await database.write { tx in
            guard let account = try tx.account(linkedBy: token.digest, at: now) else { return false }
            try tx.setPassword(hash, of: account.id, at: now)
            try tx.removeLinks(to: account.id)
            try tx.deleteSessions(of: account.id)
            try tx.record(
                Event(
                    at: now, actor: "account:\(account.id.rawValue)", verb: "reset-password", objectKind: "account",
                    objectID: account.id.rawValue),
                site: account.site)
            return true
        }
    }
}
