package import Database
package import Jobs
import Language
import Mailing
import Model
import Store

/// Writes to subscribers what is new, each at their own pace. One job does it for all, and waits for the next who is due.
package struct SendNews: Sendable {
    package static let kind = "news.send"
    /// Subscribers that are read and written to in one transaction each.
    private static let portion = 50

    private let database: any Database
    private let links: SubscriptionLinks

    package init(_ database: any Database, links: SubscriptionLinks) {
        self.database = database
        self.links = links
    }

    package var handler: JobHandler {
        JobHandler(repeating: Self.kind) { _, now in try await run(now: now) }
    }

    private struct Addressed: Sendable {
        let subscriber: Subscriber
        let items: [NewsItem]
        /// Of new posts.
        let excerpts: [Post.ID: String]
        /// The last item that was on the list, shown or not.
        let last: Int64
    }

    private static func addressed(_ id: Subscriber.ID, in tx: any ReadTransaction) throws -> Addressed? {
        guard let subscriber = try tx.subscriber(id) else { return nil }
        let items = try tx.news(of: id)
        var excerpts: [Post.ID: String] = [:]
        for item in items where item.comment == nil && item.post.password == nil {
            excerpts[item.post.id] = try tx.body(of: item.post.id)?.excerpt
        }
        return Addressed(
            subscriber: subscriber, items: items, excerpts: excerpts, last: try tx.lastNews(of: id) ?? 0)
    }

    private func run(now: Instant) async throws -> Instant? {
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            let clock = SiteClock(of: site)
            for pace in Subscriber.Pace.allCases {
                try tx.setDue(pace, at: pace.nextMail(after: now, on: clock), site: site.id)
            }
        }
        while try await sendPortion(now: now) {}
        return try await database.read { tx in try tx.site().flatMap { try tx.nextNews(site: $0.id) } }
    }

    /// False when nobody is due any more.
    private func sendPortion(now: Instant) async throws -> Bool {
        let found = try await database.read { tx -> (Site, [Addressed])? in
            guard let site = try tx.site() else { return nil }
            let due = try tx.subscribersDue(at: now, site: site.id, limit: Self.portion)
            return (site, try due.compactMap { try Self.addressed($0, in: tx) })
        }
        guard let (site, addressed) = found, !addressed.isEmpty else { return false }
        let letter = NewsLetter(site: site, links: links)
        let mails = addressed.map { one in
            one.items.isEmpty ? nil : letter.mail(to: one.subscriber, one.items, excerpts: one.excerpts)
        }
        try await database.write { tx in
            for (one, mail) in zip(addressed, mails) {
                if let mail { try tx.enqueue(mail, site: site.id, at: now) }
                // What was taken back meanwhile is on no list any more either.
                try tx.dropNews(of: one.subscriber.id, through: one.last)
            }
        }
        return true
    }
}
