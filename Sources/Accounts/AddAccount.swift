package import Database
package import Model
import Publishing
import Store

/// Makes an account that can sign in. An author of that e-mail address who moved in is that account.
package struct AddAccount: Sendable {
    private let database: any Database
    private let hasher: PasswordHasher
    private let actor: String

    package init(_ database: any Database, hasher: PasswordHasher, actor: String) {
        self.database = database
        self.hasher = hasher
        self.actor = actor
    }

    package enum Fault: Error, Hashable {
        case noSite
        case emailUnclear
        case nameMissing
        case passwordTooShort(least: Int)
        /// Somebody signs in with this e-mail address already.
        case emailTaken
    }

    /// Characters; NIST SP 800-63B asks for at least eight, and for no rules of composition.
    package static let shortestPassword = 8

    /// - Throws: `Fault`
    package func add(name: String, email: String, password: String, role: Role, now: Instant) async throws -> Account {
        guard !name.isEmpty else { throw Fault.nameMissing }
        guard EmailAddress.isPlausible(email) else { throw Fault.emailUnclear }
        guard password.count >= Self.shortestPassword else {
            throw Fault.passwordTooShort(least: Self.shortestPassword)
        }
        let hash = try await hasher.hash(password)
        return try await database.write { [actor] tx in
            guard let site = try tx.site() else { throw Fault.noSite }
            let known = try tx.accounts(email: email, site: site.id)
            guard try known.allSatisfy({ try tx.password(of: $0.id) == nil }) else { throw Fault.emailTaken }
            var account: Account
            if let author = known.first {
                account = author
                account.role = role
                try tx.update(account, at: now)
            } else {
                let slug = Slug.make(from: name)
                account = try tx.insert(
                    Account(
                        id: .unassigned, site: site.id, number: 0, login: email,
                        slug: try tx.freeAccountSlug(slug.isEmpty ? "author" : slug, site: site.id), displayName: name,
                        email: email, role: role),
                    at: now)
            }
            try tx.setPassword(hash, of: account.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "add", objectKind: "account", objectID: account.id.rawValue,
                    after: "{\"role\":\"\(role.rawValue)\"}"),
                site: site.id)
            return account
        }
    }
}
