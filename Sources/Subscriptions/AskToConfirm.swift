package import Database
package import Jobs
import Language
import Mailing
import Model
import Store

/// Asks whoever reads mail at an address whether they want what was asked for: once a day at most.
package struct AskToConfirm: Sendable {
    package static let kind = "subscription.ask"
    private static let pause: Int64 = 86_400

    private let database: any Database
    private let links: SubscriptionLinks

    package init(_ database: any Database, links: SubscriptionLinks) {
        self.database = database
        self.links = links
    }

    package var handler: JobHandler {
        JobHandler(Self.kind) { payload, now in
            if let id = Int64(payload) { try await run(Subscriber.ID(id), now: now) }
        }
    }

    private func run(_ id: Subscriber.ID, now: Instant) async throws {
        let found = try await database.read { tx -> (Site, Subscriber, [FollowedPost])? in
            guard let site = try tx.site(), let subscriber = try tx.subscriber(id) else { return nil }
            return (site, subscriber, try tx.followedPosts(of: id))
        }
        guard let (site, subscriber, posts) = found, Self.mayAsk(subscriber, at: now) else { return }
        let messages = Language(of: site).messages.subscription
        let wishes = SubscriptionWishes(subscriber, posts).texts(messages)
        if wishes.isEmpty { return }
        let url = links.url(of: id)
        let ask = messages.confirmMail(site.title)
        let list = wishes.map { "• \($0)" }
        let mail = Mail(
            key: "subscription-\(id.rawValue)-\(now.milliseconds)", to: subscriber.address, fromName: site.title,
            subject: "\(messages.confirmHeading): \(site.title)",
            text: ([ask, list.joined(separator: "\n"), "\(messages.confirm): \(url)", messages.confirmMailNote])
                .joined(separator: "\n\n") + "\n",
            html: MailHTML([ask] + list, links: [(messages.confirm, url)], closing: [messages.confirmMailNote]).text)
        try await database.write { tx in
            guard var subscriber = try tx.subscriber(id), Self.mayAsk(subscriber, at: now) else { return }
            subscriber.askedAt = now
            try tx.update(subscriber)
            try tx.enqueue(mail, site: site.id, at: now)
        }
    }

    private static func mayAsk(_ subscriber: Subscriber, at now: Instant) -> Bool {
        subscriber.askedAt.map { $0.adding(seconds: pause) <= now } ?? true
    }
}
