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
        try Self.check(name: name)
        try Self.check(email: email)
        try Self.check(password: password)
        let hash = try await hasher.hash(password)
        return try await database.write { [actor] tx in
            guard let site = try tx.site() else { throw Fault.noSite }
            return try tx.admit(
                name: name, email: email, password: hash, role: role, site: site.id, actor: actor, at: now)
        }
    }

    /// - Throws: `Fault`
    static func check(name: String) throws(Fault) {
        guard !name.isEmpty else { throw .nameMissing }
    }

    /// - Throws: `Fault`
    static func check(email: String) throws(Fault) {
        guard EmailAddress.isPlausible(email) else { throw .emailUnclear }
    }

    /// - Throws: `Fault`
    static func check(password: String) throws(Fault) {
        guard password.count >= shortestPassword else { throw .passwordTooShort(least: shortestPassword) }
    }
}

extension WriteTransaction {
    /// Gives somebody a role: an author of that e-mail address who moved in, or somebody new.
    ///
    /// - Throws: `AddAccount.Fault.emailTaken` where somebody signs in with it.
    func assign(_ role: Role, name: String, email: String, site: Site.ID, at now: Instant) throws -> Account {
        let known = try accounts(email: email, site: site)
        guard try known.allSatisfy({ try !signsIn($0.id) }) else { throw AddAccount.Fault.emailTaken }
        if var author = known.first {
            author.role = role
            try update(author, at: now)
            return author
        }
        let slug = Slug.make(from: name)
        return try insert(
            Account(
                id: .unassigned, site: site, number: 0, login: email,
                slug: try freeAccountSlug(slug.isEmpty ? "author" : slug, site: site), displayName: name,
                email: email, role: role),
            at: now)
    }

    /// Lets somebody sign in: an author of that e-mail address who moved in, or somebody new.
    ///
    /// - Parameter password: hashed.
    /// - Throws: `AddAccount.Fault.emailTaken`
    func admit(
        name: String, email: String, password: String, role: Role, site: Site.ID, actor: String, at now: Instant
    ) throws -> Account {
        let account = try assign(role, name: name, email: email, site: site, at: now)
        try setPassword(password, of: account.id, at: now)
        try record(
            Event(
                at: now, actor: actor, verb: "add", objectKind: "account", objectID: account.id.rawValue,
                after: role.json),
            site: site)
        return account
    }
}

extension Role {
    /// For the record of what happened.
    var json: String { #"{"role":"\#(rawValue)"}"# }
}
