package import Database
package import Model
import Store

/// Changes what somebody may do, and takes it away. The site always keeps somebody who may do everything.
package struct ChangePerson: Sendable {
    private let database: any Database
    private let actor: String

    private static let piece = 200

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package enum Fault: Error, Hashable {
        case noSuchPerson
        /// Nobody else may do everything.
        case lastOwner
        /// Posts cannot go to whom they are of.
        case samePerson
    }

    /// - Throws: `Fault`
    package func give(_ role: Role, to account: Account.ID, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard var person = try tx.account(account) else { throw Fault.noSuchPerson }
            guard person.role != role else { return }
            if role != .owner { try tx.keepOwner(besides: person) }
            let former = person.role
            person.role = role
            try tx.update(person, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "change-role", objectKind: "account", objectID: account.rawValue,
                    before: former.json, after: role.json),
                site: person.site)
        }
    }

    /// Lets somebody sign in no more; their name stays over their posts. Ends what they are doing at once.
    ///
    /// - Throws: `Fault`
    package func remove(_ account: Account.ID, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let person = try tx.account(account) else { throw Fault.noSuchPerson }
            try tx.keepOwner(besides: person)
            try tx.removeCredential(of: account)
            try tx.record(
                Event(at: now, actor: actor, verb: "remove", objectKind: "account", objectID: account.rawValue),
                site: person.site)
        }
    }

    /// Puts another name over all posts, pages and files of somebody. In pieces; ended half-way, the same again goes on.
    ///
    /// - Returns: how many.
    /// - Throws: `Fault`
    package func givePosts(of account: Account.ID, to heir: Account.ID, now: Instant) async throws -> Int {
        guard account != heir else { throw Fault.samePerson }
        var count = 0
        while true {
            let moved = try await database.write { tx in
                guard let person = try tx.account(account), try tx.account(heir) != nil else {
                    throw Fault.noSuchPerson
                }
                let posts = try tx.posts(by: account, limit: Self.piece)
                for post in posts { try tx.setAuthor(heir, of: post, site: person.site, at: now) }
                if !posts.isEmpty { try tx.touch(.lists, site: person.site, at: now) }
                return posts.count
            }
            count += moved
            if moved < Self.piece { break }
        }
        let total = count
        try await database.write { [actor] tx in
            guard let person = try tx.account(account) else { return }
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "give-posts", objectKind: "account", objectID: account.rawValue,
                    after: "{\"count\":\"\(total)\",\"to\":\"\(heir.rawValue)\"}"),
                site: person.site)
        }
        return count
    }

    /// Ends all sessions of somebody.
    package func signOut(_ account: Account.ID, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let person = try tx.account(account) else { throw Fault.noSuchPerson }
            try tx.deleteSessions(of: account)
            try tx.record(
                Event(at: now, actor: actor, verb: "sign-out", objectKind: "account", objectID: account.rawValue),
                site: person.site)
        }
    }
}

extension ReadTransaction {
    /// - Throws: `ChangePerson.Fault.lastOwner` where the site would be without somebody who may do everything.
    fileprivate func keepOwner(besides person: Account) throws {
        guard person.role == .owner, try signsIn(person.id) else { return }
        let others = try accounts(site: person.site).filter { $0.role == .owner && $0.id != person.id }
        guard try others.contains(where: { try signsIn($0.id) }) else { throw ChangePerson.Fault.lastOwner }
    }
}
