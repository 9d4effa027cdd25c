package import Database
package import Jobs
import Mailing
package import Model
import Store

/// Writes each morning what happened on this day to whoever follows that, at whatever pace the rest comes. A morning that
/// was missed is made up for on the same day, never later.
package struct SendToday: Sendable {
    package static let kind = "today.send"
    /// Subscribers that are written to in one transaction each.
    private static let portion = 50

    private let database: any Database
    private let links: SubscriptionLinks
    private let days: DayLinks

    package init(_ database: any Database, links: SubscriptionLinks, days: DayLinks) {
        self.database = database
        self.links = links
        self.days = days
    }

    /// Tried for as long as a mail is.
    package var handler: JobHandler {
        JobHandler(repeating: Self.kind, rules: DeliverMail.rules) { _, now in try await run(now: now) }
    }

    private func run(now: Instant) async throws -> Instant? {
        let found = try await database.read { tx -> (isDue: Bool, next: Instant)? in
            guard let site = try tx.site(), try tx.hasFollowersOfToday(site: site.id) else { return nil }
            let (chronicle, clock) = (try tx.chronicle(site: site.id), SiteClock(of: site))
            return (
                chronicle.mailTime(on: clock.reading(at: now), clock) <= now, chronicle.nextMail(after: now, on: clock)
            )
        }
        guard let found else { return nil }
        if found.isDue {
            while try await sendPortion(now: now) {}
        }
        return found.next
    }

    /// False when nobody is left to be told, or nothing happened.
    private func sendPortion(now: Instant) async throws -> Bool {
        let found = try await database.read { tx -> (Site, TodayLetter, [Subscriber])? in
            guard let site = try tx.site(),
                let letter = try TodayLetter(
                    of: try tx.chronicle(site: site.id), site: site, on: SiteClock(of: site).reading(at: now), in: tx)
            else { return nil }
            let left = try tx.subscribersNotTold(of: letter.today, site: site.id, limit: Self.portion)
            return (site, letter, try left.compactMap { try tx.subscriber($0) })
        }
        guard let (site, letter, subscribers) = found, !subscribers.isEmpty else { return false }
        let mails = letter.mails(to: subscribers, links: links, days: days)
        try await database.write { tx in
            // Another process may have come first, or the reader ended it meanwhile.
            for (id, mail) in mails where try tx.markToldToday(letter.today, to: id) {
                try tx.enqueue(mail, site: site.id, at: now)
            }
        }
        return true
    }
}

extension WriteTransaction {
    /// Lets the next morning's mail go out, where anybody follows that: to be called when somebody begins to, or when its
    /// time has changed.
    package func planToday(at now: Instant) throws {
        guard let site = try site(), try hasFollowersOfToday(site: site.id) else { return }
        let next = try chronicle(site: site.id).nextMail(after: now, on: SiteClock(of: site))
        try enqueue(SendToday.kind, key: "", site: site.id, after: next)
    }
}
