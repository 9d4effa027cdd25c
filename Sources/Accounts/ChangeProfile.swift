package import Database
package import Model
package import Store

/// Somebody changes their own name, e-mail address and password.
package struct ChangeProfile: Sendable {
    private let database: any Database
    private let hasher: PasswordHasher
    private let signIn: SignIn

    package init(_ database: any Database, hasher: PasswordHasher, signIn: SignIn) {
        self.database = database
        self.hasher = hasher
        self.signIn = signIn
    }

    package struct Change: Sendable {
        /// What stands over posts.
        package var name: String
        package var email: String
        /// Nil leaves the one that there is.
        package var password: String?

        package init(name: String, email: String, password: String? = nil) {
            self.name = name
            self.email = email
            self.password = password
        }
    }

    /// Another e-mail address and another password ask for the present password; a new password ends all other sessions.
    ///
    /// - Parameters:
    ///   - password: the present one.
    ///   - session: in which the change is made, and which stays.
    /// - Throws: `AddAccount.Fault`, `SignIn.Fault`
    package func change(
        _ account: Account, to change: Change, confirmedBy password: String, in session: Session, now: Instant
    ) async throws {
        try AddAccount.check(name: change.name)
        let isNewAddress = change.email != account.email
        if isNewAddress { try AddAccount.check(email: change.email) }
        if let wanted = change.password { try AddAccount.check(password: wanted) }
        if isNewAddress || change.password != nil {
            try await signIn.confirm(password, of: account, in: session, now: now)
        }
        var hash: String?
        if let wanted = change.password { hash = try await hasher.hash(wanted) }
        try await database.write { [hash] tx in
            guard var changed = try tx.account(account.id) else { return }
            if isNewAddress {
                let others = try tx.accounts(email: change.email, site: account.site).filter { $0.id != account.id }
                guard others.isEmpty else { throw AddAccount.Fault.emailTaken }
                if changed.login == changed.email { changed.login = change.email }
                changed.email = change.email
            }
            changed.displayName = change.name
            try tx.update(changed, at: now)
            if let hash {
                try tx.setPassword(hash, of: account.id, at: now)
                try tx.deleteSessions(of: account.id, except: session.id)
            }
            let what = [
                isNewAddress ? "e-mail address" : nil, hash == nil ? nil : "password",
                changed.displayName == account.displayName ? nil : "name",
            ].compactMap(\.self)
            if what.isEmpty { return }
            try tx.record(
                Event(
                    at: now, actor: "account:\(account.id.rawValue)", verb: "change", objectKind: "account",
                    objectID: account.id.rawValue,
                    after: "{" + what.map { "\"\($0)\":\"changed\"" }.joined(separator: ",") + "}"),
                site: account.site)
        }
    }
}
