package import Database
package import Model
package import Secrets
package import Store

/// Tokens by which programs act in somebody's name, each for what it is made for.
package struct ProgramTokens: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// The token is told this once.
    package func make(
        _ name: String, scopes: Set<TokenScope>, for account: Account, now: Instant
    ) async throws -> SecretToken {
        let token = SecretToken.make()
        try await database.write { tx in
            try tx.insertToken(token.digest, name: name, scopes: scopes, of: account.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: "account:\(account.id.rawValue)", verb: "add", objectKind: "token",
                    after: "{\"scopes\":\"\(scopes.map(\.rawValue).sorted().joined(separator: " "))\"}"),
                site: account.site)
        }
        return token
    }

    package func tokens(of account: Account.ID) async throws -> [ProgramToken] {
        try await database.read { tx in try tx.tokens(of: account) }
    }

    package func revoke(_ id: Int64, of account: Account, now: Instant) async throws {
        try await database.write { tx in
            guard try tx.deleteToken(id, of: account.id) else { return }
            try tx.record(
                Event(at: now, actor: "account:\(account.id.rawValue)", verb: "delete", objectKind: "token"),
                site: account.site)
        }
    }

    /// Whose token it is, and what it is good for. That it was used is noted once an hour at the most.
    package func account(
        by token: SecretToken, now: Instant
    ) async throws -> (account: Account, scopes: Set<TokenScope>)? {
        let found = try await database.read { tx -> (ProgramToken, Account)? in
            guard let known = try tx.token(token.digest), let account = try tx.account(known.account) else {
                return nil
            }
            return (known, account)
        }
        guard let (known, account) = found else { return nil }
        if known.seenAt.map({ $0.adding(seconds: 3600) < now }) ?? true {
            try await database.write { tx in try tx.touchToken(known.id, at: now) }
        }
        return (account, known.scopes)
    }

    /// Whether any program may act as older ones do; without, that door is not there.
    package func isOpen(to scope: TokenScope) async throws -> Bool {
        try await database.read { tx in try tx.hasToken(for: scope) }
    }
}
