package import Database
package import Model

extension Migration {
    /// Tokens are kept as digests. `program_call` lets a repeated call have its effect once.
    static let programs = Migration(version: 15, name: "programs") { d in
        [
            """
            CREATE TABLE program_token (
                id \(d.identity), account_id \(d.integer) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                token \(d.text) NOT NULL UNIQUE, name \(d.text) NOT NULL, scopes \(d.text) NOT NULL,
                created_at \(d.integer) NOT NULL, seen_at \(d.integer))\(d.table)
            """,
            "CREATE INDEX program_token_scopes ON program_token (scopes)",
            "CREATE INDEX program_token_account ON program_token (account_id, id)",
            """
            CREATE TABLE program_call (
                account_id \(d.integer) NOT NULL REFERENCES account (id) ON DELETE CASCADE, key \(d.text) NOT NULL,
                digest \(d.text) NOT NULL, at \(d.integer) NOT NULL, status \(d.integer), location \(d.text),
                body \(d.text) NOT NULL, PRIMARY KEY (account_id, key))\(d.table)
            """,
            "CREATE INDEX program_call_at ON program_call (at)",
        ]
    }
}

/// By which a program acts in somebody's name.
package struct ProgramToken: Hashable, Sendable {
    package let id: Int64
    package let account: Account.ID
    package let name: String
    package let scopes: Set<TokenScope>
    package let createdAt: Instant
    /// When it was last used, to the hour.
    package let seenAt: Instant?
}

/// A call that was begun, and what it was answered once it ended.
package struct ProgramCall: Hashable, Sendable {
    package let digest: String
    package let status: Int?
    package let location: String?
    package let body: String
}

extension ReadTransaction {
    package func token(_ digest: String) throws -> ProgramToken? {
        try first(
            """
            SELECT id, account_id, name, scopes, created_at, seen_at FROM program_token WHERE token = \(digest)
            """, decode: ProgramToken.init(row:))
    }

    package func tokens(of account: Account.ID) throws -> [ProgramToken] {
        try all(
            """
            SELECT id, account_id, name, scopes, created_at, seen_at FROM program_token
            WHERE account_id = \(account) ORDER BY id
            """, decode: ProgramToken.init(row:))
    }

    /// Whether anybody has one that is good for this.
    package func hasToken(for scope: TokenScope) throws -> Bool {
        let all: [String] = try all("SELECT DISTINCT scopes FROM program_token WHERE scopes > ''") { $0.text(0) }
        return all.contains { $0.split(separator: " ").contains(Substring(scope.rawValue)) }
    }

    package func call(_ key: String, of account: Account.ID) throws -> ProgramCall? {
        try first(
            """
            SELECT digest, status, location, body FROM program_call WHERE account_id = \(account) AND key = \(key)
            """
        ) { row in
            ProgramCall(
                digest: row.text(0), status: row.optionalInt64(1).map { Int($0) }, location: row.optionalText(2),
                body: row.text(3))
        }
    }
}

extension WriteTransaction {
    package func insertToken(
        _ digest: String, name: String, scopes: Set<TokenScope>, of account: Account.ID, at now: Instant
    ) throws {
        let scopes = scopes.map(\.rawValue).sorted().joined(separator: " ")
        try run(
            """
            INSERT INTO program_token (account_id, token, name, scopes, created_at)
            VALUES (\(account), \(digest), \(name), \(scopes), \(now))
            """)
    }

    package func touchToken(_ id: Int64, at now: Instant) throws {
        try run("UPDATE program_token SET seen_at = \(now) WHERE id = \(id)")
    }

    /// False where it is not theirs.
    package func deleteToken(_ id: Int64, of account: Account.ID) throws -> Bool {
        try run("DELETE FROM program_token WHERE id = \(id) AND account_id = \(account)") > 0
    }

    /// False where a call with this key was begun already.
    package func beginCall(_ key: String, digest: String, of account: Account.ID, at now: Instant) throws -> Bool {
        try run(
            """
            INSERT INTO program_call (account_id, key, digest, at, body) VALUES (\(account), \(key), \(digest), \(now), '')
            ON CONFLICT (account_id, key) DO NOTHING
            """) > 0
    }

    package func endCall(
        _ key: String, of account: Account.ID, status: Int, location: String?, body: String
    ) throws {
        try run(
            """
            UPDATE program_call SET status = \(status), location = \(location), body = \(body)
            WHERE account_id = \(account) AND key = \(key)
            """)
    }

    package func forgetCall(_ key: String, of account: Account.ID) throws {
        try run("DELETE FROM program_call WHERE account_id = \(account) AND key = \(key)")
    }

    package func forgetCalls(before time: Instant) throws {
        try run("DELETE FROM program_call WHERE at < \(time)")
    }
}

extension ProgramToken {
    fileprivate init(row: any Row) {
        self.init(
            id: row.int64(0), account: row.id(1), name: row.text(2),
            scopes: Set(row.text(3).split(separator: " ").compactMap { TokenScope(rawValue: String($0)) }),
            createdAt: row.instant(4), seenAt: row.optionalInstant(5))
    }
}
