package import Database
package import Model
package import Secrets
import Store
import Synchronization

/// The first start: makes the site, where none was imported, and its owner. By a link that the terminal shows, which is
/// good for this run of the program and until there is an owner.
package final class SetUp: Sendable {
    private let database: any Database
    private let hasher: PasswordHasher
    /// Digest of the link's token.
    private let link = Mutex<String?>(nil)
    private let keepAddress: (@Sendable (String) throws -> Void)?

    /// - Parameter keepAddress: writes where readers reach the site into the settings; nil where that is set elsewhere.
    package init(
        _ database: any Database, hasher: PasswordHasher, keepAddress: (@Sendable (String) throws -> Void)? = nil
    ) {
        self.database = database
        self.hasher = hasher
        self.keepAddress = keepAddress
    }

    /// Whether the page may set the address.
    package var asksAddress: Bool { keepAddress != nil }

    /// What is decided at the first start.
    package struct Decision: Sendable {
        package var title: String
        /// `https://example.org`, without a slash at its end; empty leaves it.
        package var address: String
        package var language: String
        package var timeZone: String
        package var name: String
        package var email: String
        package var password: String

        package init(
            title: String, address: String, language: String, timeZone: String, name: String, email: String,
            password: String
        ) {
            self.title = title
            self.address = address
            self.language = language
            self.timeZone = timeZone
            self.name = name
            self.email = email
            self.password = password
        }
    }

    /// A new link, which takes the place of the one before; nil where an owner can sign in already.
    package func open() async throws -> SecretToken? {
        guard try await database.read({ tx in try !tx.hasOwner() }) else { return nil }
        let token = SecretToken.make()
        link.withLock { $0 = token.digest }
        return token
    }

    /// The site as it is before, for who has the link: nil inside for none yet; nil for a link that is not, or no more, good.
    package func state(by token: SecretToken) async throws -> Site?? {
        guard link.withLock({ $0 == token.digest }) else { return nil }
        let (isDone, site) = try await database.read { tx in (try tx.hasOwner(), try tx.site()) }
        return isDone ? .none : .some(site)
    }

    /// - Throws: `AddAccount.Fault`; what `keepAddress` throws, with nothing done.
    /// - Returns: false where the link is not good any more: somebody else was first.
    package func finish(_ decision: Decision, by token: SecretToken, now: Instant) async throws -> Bool {
        guard try await state(by: token) != nil else { return false }
        try AddAccount.check(name: decision.name)
        try AddAccount.check(email: decision.email)
        try AddAccount.check(password: decision.password)
        let hash = try await hasher.hash(decision.password)
        if !decision.address.isEmpty { try keepAddress?(decision.address) }
        let isFirst = try await database.write { tx in
            guard try !tx.hasOwner() else { return false }
            var site: Site
            if let known = try tx.site() {
                site = known
                site.title = decision.title
                site.language = decision.language
                site.timeZone = decision.timeZone
                if site != known { try tx.update(site, at: now) }
            } else {
                site = try tx.insert(
                    Site(
                        id: .unassigned, title: decision.title, language: decision.language,
                        timeZone: decision.timeZone))
            }
            try tx.touch(.site, site: site.id, at: now)
            try tx.touch(.lists, site: site.id, at: now)
            _ = try tx.admit(
                name: decision.name, email: decision.email, password: hash, role: .owner, site: site.id,
                actor: "set-up", at: now)
            try tx.record(
                Event(at: now, actor: "set-up", verb: "set-up", objectKind: "site", objectID: site.id.rawValue),
                site: site.id)
            return true
        }
        link.withLock { $0 = nil }
        return isFirst
    }
}
