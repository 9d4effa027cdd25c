package import Database
package import Model

/// What stands under a post about who wrote it.
package struct AuthorLink: Hashable, Sendable {
    package let id: Account.ID
    package let slug: String
    package let displayName: String
}

extension ReadTransaction {
    package func account(_ id: Account.ID) throws -> Account? {
        try first("SELECT \(raw: accountColumns) FROM account WHERE id = \(id)", decode: Account.init(row:))
    }

    package func account(number: Int64, site: Site.ID) throws -> Account? {
        try first(
            "SELECT \(raw: accountColumns) FROM account WHERE site_id = \(site) AND number = \(number)",
            decode: Account.init(row:))
    }

    package func account(slug: String, site: Site.ID) throws -> Account? {
        try first(
            "SELECT \(raw: accountColumns) FROM account WHERE site_id = \(site) AND slug = \(slug)",
            decode: Account.init(row:))
    }

    package func account(login: String, site: Site.ID) throws -> Account? {
        try first(
            "SELECT \(raw: accountColumns) FROM account WHERE site_id = \(site) AND login = \(login)",
            decode: Account.init(row:))
    }

    /// Those with this e-mail address, whatever its case.
    package func accounts(email: String, site: Site.ID) throws -> [Account] {
        // The engines fold ASCII alone; there are few accounts.
        try accounts(site: site).filter { !$0.email.isEmpty && $0.email.lowercased() == email.lowercased() }
    }

    /// All accounts by number.
    package func accounts(site: Site.ID) throws -> [Account] {
        try all(
            "SELECT \(raw: accountColumns) FROM account WHERE site_id = \(site) ORDER BY number",
            decode: Account.init(row:))
    }
}

extension WriteTransaction {
    /// Adds an account under `account.number`, or under a new one when that is 0 or taken; its login and slug must be
    /// free. Gives it back with its id and number.
    package func insert(_ account: Account, meta: [MetaEntry] = [], at now: Instant) throws -> Account {
        let meta = meta.json
        let (id, number): (Account.ID, Int64) = try insertNumbered(
            .account, wanted: account.number, site: account.site
        ) { number in
            try first(
                """
                INSERT INTO account (site_id, number, login, slug, display_name, first_name, last_name, email,
                    role, meta)
                VALUES (\(account.site), \(number), \(account.login), \(account.slug), \(account.displayName),
                    \(account.firstName), \(account.lastName), \(account.email),
                    \(account.role), \(meta))
                ON CONFLICT (site_id, number) DO NOTHING RETURNING id
                """
            ) { $0.id(0) }
        }
        try touch(.site, site: account.site, at: now)
        return Account(
            id: id, site: account.site, number: number, login: account.login, slug: account.slug,
            displayName: account.displayName, firstName: account.firstName, lastName: account.lastName,
            email: account.email, role: account.role)
    }

    package func update(_ account: Account, at now: Instant) throws {
        try run(
            """
            UPDATE account SET login = \(account.login), slug = \(account.slug),
                display_name = \(account.displayName), first_name = \(account.firstName),
                last_name = \(account.lastName), email = \(account.email),
                role = \(account.role)
            WHERE id = \(account.id)
            """)
        try touch(.site, site: account.site, at: now)
    }
}

let accountColumns: StaticString =
    "id, site_id, number, login, slug, display_name, first_name, last_name, email, role"

extension Account {
    init(row: any Row) throws {
        self.init(
            id: row.id(0), site: row.id(1), number: row.int64(2), login: row.text(3), slug: row.text(4),
            displayName: row.text(5), firstName: row.text(6), lastName: row.text(7), email: row.text(8),
            role: try row.case(9))
    }
}
