package import Database
package import Model
import Store

/// What somebody wants to hear of by mail.
package struct FollowWish: Hashable, Sendable {
    /// Responses to this post.
    package var responses: Post.ID?
    package var newPosts: Bool
    /// What happened on this day.
    package var today: Bool

    package init(responses: Post.ID? = nil, newPosts: Bool = false, today: Bool = false) {
        self.responses = responses
        self.newPosts = newPosts
        self.today = today
    }

    package var isEmpty: Bool { responses == nil && !newPosts && !today }
}

extension WriteTransaction {
    /// Notes a wish, in the transaction of what it came with. It counts once whoever reads mail at the address has
    /// confirmed it: at once in the browser in which they did that before, else by a mail that asks.
    ///
    /// - Parameters:
    ///   - address: plausible.
    ///   - browser: stands for the browser that sent the wish; empty: unknown.
    ///   - pace: nil where none was chosen.
    package func note(
        _ wish: FollowWish, of address: String, browser: String, pace: Subscriber.Pace? = nil, site: Site.ID,
        at now: Instant
    ) throws {
        if wish.isEmpty { return }
        var subscriber =
            try subscriber(address: address, site: site)
            ?? insert(Subscriber(id: .unassigned, site: site, address: address, createdAt: now))
        let isOwn = subscriber.isConfirmed(in: browser)
        let stream = isOwn ? Subscriber.Stream.on : .asked
        // Nobody but the reader changes what is confirmed.
        if let pace, isOwn || subscriber.confirmedAt == nil { subscriber.pace = pace }
        if wish.newPosts, subscriber.newPosts != .on { subscriber.newPosts = stream }
        if wish.today, subscriber.today != .on { subscriber.today = stream }
        try update(subscriber)
        if let post = wish.responses { try follow(post, by: subscriber.id, stream) }
        if isOwn {
            if wish.today { try planToday(at: now) }
            return
        }
        try enqueue(
            AskToConfirm.kind, key: String(subscriber.id.rawValue), payload: String(subscriber.id.rawValue), site: site,
            after: now)
        try enqueue(
            ForgetUnconfirmed.kind, key: "", site: site, after: now.adding(seconds: ForgetUnconfirmed.seconds))
    }
}

extension Subscriber {
    /// Whether the address was confirmed in this very browser.
    package func isConfirmed(in browser: String) -> Bool {
        confirmedAt != nil && !browser.isEmpty && self.browser == browser
    }
}
