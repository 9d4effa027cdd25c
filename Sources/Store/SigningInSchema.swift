internal import Database

extension Migration {
    /// Tokens are kept as digests: who reads the database can sign in as nobody.
    static let signingIn = Migration(version: 8, name: "signing in") { d in
        [
            """
            CREATE TABLE credential (
                account_id \(d.integer) PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
                password \(d.text) NOT NULL, changed_at \(d.integer) NOT NULL)\(d.table)
            """,
            """
            CREATE TABLE session (
                id \(d.identity), token \(d.text) NOT NULL UNIQUE,
                account_id \(d.integer) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                created_at \(d.integer) NOT NULL, seen_at \(d.integer) NOT NULL, expires_at \(d.integer) NOT NULL,
                agent \(d.text) NOT NULL, network \(d.text) NOT NULL)\(d.table)
            """,
            "CREATE INDEX session_account ON session (account_id, seen_at)",
            "CREATE INDEX session_end ON session (expires_at)",
            """
            CREATE TABLE account_link (
                token \(d.text) PRIMARY KEY, account_id \(d.integer) NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                expires_at \(d.integer) NOT NULL)\(d.keyTable)
            """,
            "CREATE INDEX account_link_account ON account_link (account_id)",
        ]
    }
}
