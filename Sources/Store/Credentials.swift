package import Database
package import Model

extension ReadTransaction {
    /// The password of an account, hashed; nil for one that has none.
    package func password(of account: Account.ID) throws -> String? {
        try first("SELECT password FROM credential WHERE account_id = \(account) AND password <> ''") { $0.text(0) }
    }

    /// Whether an account can sign in, by a password or without.
    package func signsIn(_ account: Account.ID) throws -> Bool {
        try first("SELECT 1 FROM credential WHERE account_id = \(account)") { $0.int(0) } != nil
    }

    /// Whether somebody can sign in who may do everything.
    package func hasOwner() throws -> Bool {
        guard let site = try site() else { return false }
        return try accounts(site: site.id).contains { try $0.role == .owner && signsIn($0.id) }
    }

    /// The account that a one-time link is for.
    package func account(linkedBy token: String, at now: Instant) throws -> Account? {
        let account: Account.ID? = try first(
            "SELECT account_id FROM account_link WHERE token = \(token) AND expires_at > \(now)"
        ) { $0.id(0) }
        return try account.flatMap { try self.account($0) }
    }
}

extension WriteTransaction {
    /// - Parameter hash: as `password(of:)` gives it back; empty for somebody who signs in without.
    package func setPassword(_ hash: String, of account: Account.ID, at now: Instant) throws {
        try run(
            """
            INSERT INTO credential (account_id, password, changed_at) VALUES (\(account), \(hash), \(now))
            ON CONFLICT (account_id) DO UPDATE SET password = \(hash), changed_at = \(now)
            """)
    }

    /// One link at a time: a newer one takes the place of those before it.
    package func addLink(_ token: String, to account: Account.ID, until end: Instant) throws {
        try removeLinks(to: account)
        try run("INSERT INTO account_link (token, account_id, expires_at) VALUES (\(token), \(account), \(end))")
    }

    package func removeLinks(to account: Account.ID) throws {
        try run("DELETE FROM account_link WHERE account_id = \(account)")
    }
}
