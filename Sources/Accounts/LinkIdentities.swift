package import Database
package import Model
import Store

/// Lets one person be known by several identities: a login with each of them shows that both are theirs.
package struct LinkIdentities: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// - Parameters:
    ///   - identity: who has just logged in.
    ///   - first: who was logged in before that, and began it.
    ///   - session: the digest of the token that this browser shows.
    /// - Returns: false where the first is logged in no more.
    package func link(_ identity: Identity, to first: Identity.ID, session: String?, now: Instant) async throws -> Bool
    {
        try await database.write { tx in
            guard let known = try session.flatMap({ try tx.identity(session: $0, at: now) }), known.id == first,
                let other = try tx.identity(identity.id)
            else { return false }
            try tx.link(other, to: known.person, at: now)
            try tx.record(
                Event(
                    at: now, actor: "identity:\(first.rawValue)", verb: "join", objectKind: "identity",
                    objectID: identity.id.rawValue),
                site: known.site)
            return true
        }
    }
}
