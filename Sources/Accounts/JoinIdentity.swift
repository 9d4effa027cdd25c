package import Database
package import Model
import Store

/// Ties identities to people of the site, who sign in by them from then on.
package struct JoinIdentity: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func identities(of account: Account.ID) async throws -> [Identity] {
        try await database.read { tx in try tx.identities(of: account) }
    }

    /// - Returns: false where it is another person's of the site.
    package func join(_ identity: Identity.ID, to account: Account, now: Instant) async throws -> Bool {
        try await database.write { tx in
            guard let known = try tx.identity(identity), known.account == nil || known.account == account.id else {
                return false
            }
            try tx.set(account: account.id, of: identity)
            try tx.record(Self.event("join", identity, account, at: now), site: account.site)
            return true
        }
    }

    package func part(_ identity: Identity.ID, from account: Account, now: Instant) async throws {
        try await database.write { tx in
            guard try tx.identity(identity)?.account == account.id else { return }
            try tx.set(account: nil, of: identity)
            try tx.record(Self.event("part", identity, account, at: now), site: account.site)
        }
    }

    private static func event(_ verb: String, _ identity: Identity.ID, _ account: Account, at now: Instant) -> Event {
        Event(
            at: now, actor: "account:\(account.id.rawValue)", verb: verb, objectKind: "identity",
            objectID: identity.rawValue)
    }
}
