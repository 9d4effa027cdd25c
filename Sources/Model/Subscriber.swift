/// An address to which mail about new posts, responses, and what happened on this day goes.
package struct Subscriber: Hashable, Sendable {
    package typealias ID = Model.ID<Subscriber>

    package let id: ID
    package let site: Site.ID
    /// As it was typed.
    package let address: String
    package var pace: Pace
    package var newPosts: Stream
    /// What happened on this day: every morning, whatever the pace.
    package var today: Stream
    /// When whoever reads mail at the address agreed, here or elsewhere; nil until then.
    package var confirmedAt: Instant?
    /// Stands for the browser in which the address was confirmed; empty: none.
    package var browser: String
    /// When a mail last asked for confirmation.
    package var askedAt: Instant?
    package let createdAt: Instant
    package let origin: Origin

    package init(
        id: ID, site: Site.ID, address: String, pace: Pace = .instantly, newPosts: Stream = .off,
        today: Stream = .off, confirmedAt: Instant? = nil, browser: String = "", askedAt: Instant? = nil,
        createdAt: Instant,
        origin: Origin = .form
    ) {
        self.id = id
        self.site = site
        self.address = address
        self.pace = pace
        self.newPosts = newPosts
        self.today = today
        self.confirmedAt = confirmedAt
        self.browser = browser
        self.askedAt = askedAt
        self.createdAt = createdAt
        self.origin = origin
    }

    /// Two spellings of one address are one subscriber.
    package static func folded(_ address: String) -> String { address.lowercased() }

    /// How often mail comes.
    package enum Pace: String, Hashable, Sendable, CaseIterable {
        case instantly, daily, weekly

        /// When what happens at `now` is told: at eight in the morning, of Mondays where it is weekly.
        package func nextMail(after now: Instant, on clock: SiteClock) -> Instant {
            if self == .instantly { return now }
            let seconds = clock.reading(at: now).secondsSince1970
            let morning = seconds - (seconds % 86_400 + 86_400) % 86_400 + 8 * 3600
            for day in 0...8 {
                let reading = LocalDateTime(secondsSince1970: morning + Int64(day) * 86_400)
                let moment = clock.instant(of: reading)
                if moment > now, self == .daily || reading.weekday == 1 { return moment }
            }
            return now
        }
    }

    /// Whether something is told: only what was asked for, and then confirmed.
    package enum Stream: String, Hashable, Sendable {
        case off, asked, on
    }

    package enum Origin: String, Hashable, Sendable {
        /// They asked here.
        case form
        /// The owner brought the address along, with their word that its reader agreed.
        case imported
    }
}
