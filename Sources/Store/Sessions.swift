package import Database
package import Model

/// Somebody signed in, in one browser.
package struct Session: Hashable, Sendable {
    package typealias ID = Model.ID<Session>

    package let id: ID
    package let account: Account.ID
    package let createdAt: Instant
    package let seenAt: Instant
    package let expiresAt: Instant
    package let agent: String
    package let network: String
}

extension ReadTransaction {
    /// - Parameter token: its digest.
    package func session(token: String, at now: Instant) throws -> Session? {
        try first(
            "SELECT \(raw: sessionColumns) FROM session WHERE token = \(token) AND expires_at > \(now)",
            decode: Session.init(row:))
    }

    /// Of one account, the last seen first.
    package func sessions(of account: Account.ID, at now: Instant) throws -> [Session] {
        try all(
            """
            SELECT \(raw: sessionColumns) FROM session WHERE account_id = \(account) AND expires_at > \(now)
            ORDER BY seen_at DESC, id DESC
            """, decode: Session.init(row:))
    }
}

extension WriteTransaction {
    /// Begins a session, and forgets those that ended.
    package func insertSession(
        token: String, of account: Account.ID, agent: String, network: String, at now: Instant, until end: Instant
    ) throws {
        try run("DELETE FROM session WHERE expires_at <= \(now)")
        try run(
            """
            INSERT INTO session (token, account_id, created_at, seen_at, expires_at, agent, network)
            VALUES (\(token), \(account), \(now), \(now), \(end), \(agent), \(network))
            """)
    }

    package func touchSession(_ id: Session.ID, at now: Instant, until end: Instant) throws {
        try run("UPDATE session SET seen_at = \(now), expires_at = \(end) WHERE id = \(id)")
    }

    package func deleteSession(_ id: Session.ID) throws { try run("DELETE FROM session WHERE id = \(id)") }

    package func deleteSessions(of account: Account.ID, except kept: Session.ID? = nil) throws {
        try run("DELETE FROM session WHERE account_id = \(account) AND id <> \(kept?.rawValue ?? 0)")
    }

    /// Only where it is this account's.
    package func deleteSession(_ id: Session.ID, of account: Account.ID) throws {
        try run("DELETE FROM session WHERE id = \(id) AND account_id = \(account)")
    }
}

private let sessionColumns: StaticString = "id, account_id, created_at, seen_at, expires_at, agent, network"

extension Session {
    fileprivate init(row: any Row) {
        self.init(
            id: row.id(0), account: row.id(1), createdAt: row.instant(2), seenAt: row.instant(3),
            expiresAt: row.instant(4), agent: row.text(5), network: row.text(6))
    }
}
