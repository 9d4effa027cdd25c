package import Database
package import Model
import Store
import Subscriptions

/// Makes posts public: by hand, or because their time has come.
package struct PublishPost: Sendable {
    package enum Fault: Error, Sendable, CustomStringConvertible {
        case noSuchPost(Int64)
        /// Kept for export only, as menu items are.
        case notForReaders(kind: String)
        case unknownTimeZone(String)

        package var description: String {
            switch self {
            case .noSuchPost(let number): "There is no post with the number \(number)."
            case .notForReaders(let kind): "What has this number is a “\(kind)”, which has no page of its own."
            case .unknownTimeZone(let name):
                "The site's time zone “\(name)” is not known; set it with thaw site set --time-zone."
            }
        }
    }

    private let database: any Database
    private let actor: String

    /// - Parameter actor: who does it, for the record (`command line`, `clock`).
    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// Gives the post's address.
    package func publish(number: Int64, now: Instant) async throws -> String {
        try await database.write { [self] tx in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id) else {
                throw Fault.noSuchPost(number)
            }
            return try publish(post, site: site, now: now, in: tx)
        }
    }

    /// Publishes what is due; gives the moment at which the next scheduled post is.
    package func publishDue(now: Instant) async throws -> Instant? {
        try await database.write { [self] tx in
            guard let site = try tx.site() else { return nil }
            for post in try tx.duePosts(at: now, site: site.id) { _ = try publish(post, site: site, now: now, in: tx) }
            return try tx.nextScheduled(site: site.id)
        }
    }

    func publish(
        _ former: Post, site: Site, now: Instant, in tx: any WriteTransaction
    ) throws -> String {
        guard former.kind.isPublic else { throw Fault.notForReaders(kind: former.kind.rawValue) }
        guard let clock = SiteClock(timeZone: site.timeZone) else { throw Fault.unknownTimeZone(site.timeZone) }
        var post = former
        post.status = .published
        // A post that was public before keeps its date, and so its address.
        let moment = former.publishedAt.map { min($0, now) } ?? now
        post.publishedAt = moment
        post.localDate =
            former.publishedAt == nil ? clock.reading(at: moment) : former.localDate ?? clock.reading(at: moment)
        post.modifiedAt = max(now, former.modifiedAt)
        try tx.update(post, at: now)
        let path = try tx.canonicalPath(of: post.id) ?? NewAddress(of: post, site: site, in: tx).give(to: post, in: tx)
        try tx.keepChronicleApart(site: site.id, at: now)
        if former.status != .published { try tx.tellFollowers(of: post, at: now) }
        try tx.record(
            Event(
                at: now, actor: actor, verb: "publish", objectKind: "post", objectID: post.id.rawValue,
                before: "{\"status\":\"\(former.status.rawValue)\"}", after: "{\"status\":\"published\"}"),
            site: site.id)
        return path
    }

}
