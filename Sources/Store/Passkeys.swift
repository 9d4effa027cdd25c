package import Database
package import Model

extension Migration {
    /// Of a key there is the public half alone.
    static let passkeys = Migration(version: 20, name: "passkeys") { d in
        [
            """
            CREATE TABLE passkey (
                id \(d.identity), account_id \(d.integer) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                credential \(d.text) NOT NULL UNIQUE, public_key \(d.text) NOT NULL, counter \(d.integer) NOT NULL,
                name \(d.text) NOT NULL, created_at \(d.integer) NOT NULL, used_at \(d.integer))\(d.table)
            """,
            "CREATE INDEX passkey_account ON passkey (account_id)",
        ]
    }
}

/// A key by which somebody of the site signs in.
package struct StoredPasskey: Hashable, Sendable {
    package typealias ID = Model.ID<StoredPasskey>

    package var id: ID
    package var account: Account.ID
    /// The authenticator's name for it, in Base64url.
    package var credential: String
    package var publicKey: String
    package var counter: UInt32
    /// Its owner's name for it.
    package var name: String
    package var createdAt: Instant
    package var usedAt: Instant?

    package init(
        id: ID = .unassigned, account: Account.ID, credential: String, publicKey: String, counter: UInt32,
        name: String, createdAt: Instant, usedAt: Instant? = nil
    ) {
        self.id = id
        self.account = account
        self.credential = credential
        self.publicKey = publicKey
        self.counter = counter
        self.name = name
        self.createdAt = createdAt
        self.usedAt = usedAt
    }
}

extension ReadTransaction {
    /// The oldest first.
    package func passkeys(of account: Account.ID) throws -> [StoredPasskey] {
        try all(
            "SELECT \(raw: passkeyColumns) FROM passkey WHERE account_id = \(account) ORDER BY id",
            decode: StoredPasskey.init(row:))
    }

    package func passkey(credential: String) throws -> StoredPasskey? {
        try first(
            "SELECT \(raw: passkeyColumns) FROM passkey WHERE credential = \(credential)",
            decode: StoredPasskey.init(row:))
    }

    /// Whether anybody has one.
    package func hasPasskeys() throws -> Bool { try first("SELECT 1 FROM passkey LIMIT 1") { $0.int(0) } != nil }
}

extension WriteTransaction {
    package func insert(_ passkey: StoredPasskey) throws {
        try run(
            """
            INSERT INTO passkey (account_id, credential, public_key, counter, name, created_at)
            VALUES (\(passkey.account), \(passkey.credential), \(passkey.publicKey), \(Int64(passkey.counter)),
                \(passkey.name), \(passkey.createdAt))
            """)
    }

    package func usePasskey(_ id: StoredPasskey.ID, counter: UInt32, at now: Instant) throws {
        try run("UPDATE passkey SET counter = \(Int64(counter)), used_at = \(now) WHERE id = \(id)")
    }

    /// Only where it is this account's.
    package func deletePasskey(_ id: StoredPasskey.ID, of account: Account.ID) throws {
        try run("DELETE FROM passkey WHERE id = \(id) AND account_id = \(account)")
    }

    package func deletePasskeys(of account: Account.ID) throws {
        try run("DELETE FROM passkey WHERE account_id = \(account)")
    }
}

private let passkeyColumns: StaticString =
    "id, account_id, credential, public_key, counter, name, created_at, used_at"

extension StoredPasskey {
    fileprivate init(row: any Row) {
        self.init(
            id: row.id(0), account: row.id(1), credential: row.text(2), publicKey: row.text(3),
            counter: UInt32(truncatingIfNeeded: row.int64(4)), name: row.text(5), createdAt: row.instant(6),
            usedAt: row.optionalInstant(7))
    }
}
