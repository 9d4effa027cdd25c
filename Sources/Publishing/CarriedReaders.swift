import Database
import Foundation
import Model
import Store

/// What an export carries of readers who logged in: custom fields that WordPress keeps without looking at them, and that a
/// Thaw reads again. Addresses and pictures are not in them.
enum CarriedReaders {
    /// Of posts and responses: who likes them.
    static let likesKey = "_thaw_likes"
    /// Of responses: who signed them.
    static let identityKey = "_thaw_identity"

    static let keys: Set = [likesKey, identityKey]

    struct Person: Codable {
        var provider: String
        var issuer: String
        var subject: String
        var name: String
        var handle: String
        var website: String

        init(_ identity: Identity) {
            provider = identity.provider
            issuer = identity.issuer
            subject = identity.subject
            name = identity.name
            handle = identity.handle
            website = identity.website
        }
    }

    struct Likes: Codable {
        var people: [Person]
        /// Browsers without an account.
        var others: Int
    }

    static func entry(_ key: String, _ value: some Encodable) throws -> MetaEntry {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return MetaEntry(key: key, value: String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    static func value<Value: Decodable>(_ key: String, in meta: [MetaEntry], as type: Value.Type) -> Value? {
        meta.last { $0.key == key }.flatMap { try? JSONDecoder().decode(type, from: Data($0.value.utf8)) }
    }
}

extension ReadTransaction {
    /// Nil where nobody likes the post.
    func carriedLikes(of post: Post.ID) throws -> MetaEntry? {
        let likes = try likes(of: post, newest: .max)
        if likes.count == 0 { return nil }
        let people = likes.people.reversed().map(CarriedReaders.Person.init)
        return try CarriedReaders.entry(
            CarriedReaders.likesKey, CarriedReaders.Likes(people: people, others: likes.count - people.count))
    }

    /// Of all responses to a post, by their numbers.
    func carriedReaders(ofCommentsOn post: Post.ID) throws -> [Int64: [MetaEntry]] {
        let (signers, likers) = (try signers(ofCommentsOn: post), try likers(ofCommentsOn: post))
        let ids = Set(signers.values).union(likers.map(\.identity))
        let people = Dictionary(
            try identities(Array(ids)).map { ($0.id, CarriedReaders.Person($0)) },
            uniquingKeysWith: { first, _ in first })
        var entries: [Int64: [MetaEntry]] = [:]
        for (number, identity) in signers {
            guard let person = people[identity] else { continue }
            entries[number, default: []].append(try CarriedReaders.entry(CarriedReaders.identityKey, person))
        }
        for (number, likers) in Dictionary(grouping: likers, by: \.comment) {
            let likes = CarriedReaders.Likes(people: likers.compactMap { people[$0.identity] }, others: 0)
            entries[number, default: []].append(try CarriedReaders.entry(CarriedReaders.likesKey, likes))
        }
        return entries
    }
}

extension WriteTransaction {
    /// The likes that came along with a post.
    func takeLikes(_ meta: [MetaEntry], of post: Post.ID, site: Site.ID, at now: Instant) throws {
        guard let likes = CarriedReaders.value(CarriedReaders.likesKey, in: meta, as: CarriedReaders.Likes.self) else {
            return
        }
        for person in likes.people {
            try like(post, by: identity(of: person, site: site, at: now), site: site, at: now)
        }
        try setBrowserLikes(max(0, likes.others), of: post)
    }

    /// The likes that came along with a response.
    func takeLikes(_ meta: [MetaEntry], ofComment number: Int64, site: Site.ID, at now: Instant) throws {
        guard let likes = CarriedReaders.value(CarriedReaders.likesKey, in: meta, as: CarriedReaders.Likes.self),
            let comment = try comment(number: number, site: site)
        else { return }
        for person in likes.people {
            let identity = try identity(of: person, site: site, at: now)
            try set(true, likeOf: comment, by: identity, site: site, at: now)
        }
    }

    /// Who signed a response that comes along; what was carried stands in its custom fields no more.
    func signed(_ comment: NewComment, site: Site.ID, at now: Instant) throws -> NewComment {
        var comment = comment
        if let person = CarriedReaders.value(
            CarriedReaders.identityKey, in: comment.meta, as: CarriedReaders.Person.self)
        {
            comment.identity = try identity(of: person, site: site, at: now)
        }
        comment.meta.removeAll { CarriedReaders.keys.contains($0.key) }
        return comment
    }

    /// As they are here already, or as they are said to be until they log in.
    private func identity(of person: CarriedReaders.Person, site: Site.ID, at now: Instant) throws -> Identity.ID {
        if let known = try identity(
            provider: person.provider, issuer: person.issuer, subject: person.subject, site: site)
        {
            return known.id
        }
        return try note(
            Identity(
                site: site, provider: person.provider, issuer: person.issuer, subject: person.subject,
                name: person.name, handle: person.handle, website: person.website), at: now
        ).id
    }
}
