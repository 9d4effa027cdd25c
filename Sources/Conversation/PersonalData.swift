package import Database
package import Foundation
package import Model
package import Store
import Subscriptions

/// Everything that the site keeps of one commenter.
package struct PersonalData: Hashable, Codable, Sendable {
    package struct Comment: Hashable, Codable, Sendable {
        package let page: String
        package let sent: String
        package let status: String
        package let name: String
        package let email: String
        package let website: String
        /// The network address, as long as it is kept.
        package let address: String
        package let text: String
    }

    package struct Identity: Hashable, Codable, Sendable {
        package let provider: String
        package let issuer: String
        package let subject: String
        package let name: String
        package let handle: String
        package let website: String
        package let email: String
        package let picture: String
    }

    package struct Subscription: Hashable, Codable, Sendable {
        package let address: String
        package let pace: String
        package let newPosts: String
        package let today: String
        package let posts: [String]
    }

    package var comments: [Comment]
    package var identities: [Identity]
    package var likes: [String]
    package var subscription: Subscription?

    package static let none = PersonalData(comments: [], identities: [], likes: [])

    package var isEmpty: Bool { comments.isEmpty && identities.isEmpty && likes.isEmpty && subscription == nil }

    /// For programs and for keeping.
    package var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)) ?? Data()
    }
}

/// Gives people what is kept of them, and takes it away.
package struct TellAndErase: Sendable {
    private let database: any Database
    /// Takes the file of somebody's picture away.
    private let removePicture: @Sendable (String) -> Void

    package init(_ database: any Database, removePicture: @escaping @Sendable (String) -> Void) {
        self.database = database
        self.removePicture = removePicture
    }

    /// - Parameter base: where the site is reached, without a slash at its end.
    package func tell(_ subject: DataSubject, base: String) async throws -> PersonalData {
        try await database.read { tx in
            guard let site = try tx.site() else {
                return .none
            }
            var data = PersonalData.none
            data.comments = try tx.comments(of: subject, site: site.id).map { comment in
                PersonalData.Comment(
                    page: "\(base)\(comment.postPath)#comment-\(comment.number)",
                    sent: comment.createdAt.utc.iso8601 + "Z", status: comment.status.rawValue,
                    name: comment.name, email: comment.email, website: comment.website, address: comment.address,
                    text: comment.source)
            }
            switch subject {
            case .person(let person):
                data.identities = try tx.identities(ofPerson: person).map { identity in
                    PersonalData.Identity(
                        provider: identity.provider, issuer: identity.issuer, subject: identity.subject,
                        name: identity.name, handle: identity.handle, website: identity.website,
                        email: identity.email, picture: identity.pictureSource)
                }
                data.likes =
                    try tx.likedPaths(ofPerson: person).map { base + $0 }
                    + tx.likedComments(ofPerson: person).map { "\(base)\($0.path)#comment-\($0.number)" }
            case .address(let address):
                data.subscription = try tx.subscriber(address: address, site: site.id).map { subscriber in
                    PersonalData.Subscription(
                        address: subscriber.address, pace: subscriber.pace.rawValue,
                        newPosts: subscriber.newPosts.rawValue, today: subscriber.today.rawValue,
                        posts: try tx.followedPosts(of: subscriber.id).map(\.title))
                }
            }
            return data
        }
    }

    /// Does what the owner chose for such a wish, and says how many responses it was about.
    ///
    /// - Parameter actor: `visitor`, `account:3`.
    package func erase(_ subject: DataSubject, actor: String, now: Instant) async throws -> Int {
        let (count, pictures) = try await database.write { tx -> (Int, [String]) in
            guard let site = try tx.site() else { return (0, []) }
            let comments = try tx.comments(of: subject, site: site.id)
            switch try tx.retention(site: site.id).erasing {
            case .removes: for comment in comments { try tx.remove(comment.id, site: site.id, at: now) }
            case .anonymizes: for comment in comments { try tx.anonymize(comment.id, site: site.id, at: now) }
            }
            var pictures: [String] = []
            switch subject {
            case .person(let person):
                for identity in try tx.identities(ofPerson: person) {
                    try tx.delete(identity, at: now)
                    if !identity.picture.isEmpty { pictures.append(identity.picture) }
                }
            case .address(let address):
                if let subscriber = try tx.subscriber(address: address, site: site.id) { try tx.delete(subscriber.id) }
            }
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "erase", objectKind: "visitor",
                    after: "{\"comments\":\(comments.count)}"),
                site: site.id)
            return (comments.count, try pictures.filter { try !tx.hasIdentityPicture($0, site: site.id) })
        }
        for picture in pictures { removePicture(picture) }
        // The words of what readers see no more leave the file too.
        if count > 0 { try await database.tidySearch() }
        return count
    }
}
