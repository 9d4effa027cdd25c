package import Database
package import Model
import Store

/// What a subscriber does with their own subscription.
package struct ChangeSubscription: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// Agrees to all that was asked for.
    ///
    /// - Parameter browser: stands for theirs; what it asks for later needs no further mail. Empty: unknown.
    package func confirm(_ id: Subscriber.ID, browser: String, now: Instant) async throws {
        try await database.write { tx in
            guard var subscriber = try tx.subscriber(id) else { return }
            subscriber.confirmedAt = subscriber.confirmedAt ?? now
            if subscriber.newPosts == .asked { subscriber.newPosts = .on }
            if subscriber.today == .asked { subscriber.today = .on }
            if !browser.isEmpty { subscriber.browser = browser }
            try tx.update(subscriber)
            try tx.confirmFollowedPosts(of: id)
            if subscriber.today == .on { try tx.planToday(at: now) }
            try tx.record(.subscription("confirm", id, at: now), site: subscriber.site)
        }
    }

    /// What is to come from now on.
    package struct Choice: Hashable, Sendable {
        package var pace: Subscriber.Pace
        package var newPosts: Bool
        package var today: Bool
        /// Numbers of the posts whose responses are followed on.
        package var posts: Set<Int64>

        package init(pace: Subscriber.Pace, newPosts: Bool, today: Bool, posts: Set<Int64>) {
            self.pace = pace
            self.newPosts = newPosts
            self.today = today
            self.posts = posts
        }
    }

    package func change(_ id: Subscriber.ID, to choice: Choice, now: Instant) async throws {
        try await database.write { tx in
            guard var subscriber = try tx.subscriber(id), subscriber.confirmedAt != nil else { return }
            for followed in try tx.followedPosts(of: id) where !choice.posts.contains(followed.number) {
                try tx.unfollow(followed.post, by: id)
            }
            if subscriber.pace != choice.pace {
                subscriber.pace = choice.pace
                try tx.clearDue(of: id)
                // Whoever is due by the new pace is told by it.
                try tx.enqueue(SendNews.kind, key: "", site: subscriber.site, after: now)
            }
            subscriber.newPosts = choice.newPosts ? .on : .off
            subscriber.today = choice.today ? .on : .off
            if !choice.newPosts { try tx.dropNewPosts(of: id) }
            try tx.update(subscriber)
            if choice.today { try tx.planToday(at: now) }
            try tx.endIfEmpty(subscriber, at: now)
        }
    }

    package func end(_ ending: SubscriptionLinks.Ending, of id: Subscriber.ID, now: Instant) async throws {
        try await database.write { tx in
            guard var subscriber = try tx.subscriber(id) else { return }
            if ending == .everything || ending == .newPosts {
                subscriber.newPosts = .off
                try tx.dropNewPosts(of: id)
            }
            if ending == .everything || ending == .today { subscriber.today = .off }
            try tx.update(subscriber)
            switch ending {
            case .everything: try tx.unfollow(nil, by: id)
            case .newPosts, .today: break
            case .responses(let number):
                if let post = try tx.post(number: number, site: subscriber.site) { try tx.unfollow(post.id, by: id) }
            }
            try tx.endIfEmpty(subscriber, at: now)
        }
    }
}

extension WriteTransaction {
    /// Who follows nothing any more is forgotten after a week: so long, their address is not asked each day anew.
    fileprivate func endIfEmpty(_ former: Subscriber, at now: Instant) throws {
        guard former.newPosts == .off, former.today == .off, try followedPosts(of: former.id).isEmpty else { return }
        var subscriber = former
        (subscriber.confirmedAt, subscriber.browser) = (nil, "")
        subscriber.askedAt = subscriber.askedAt ?? now
        try update(subscriber)
        try enqueue(
            ForgetUnconfirmed.kind, key: "", site: subscriber.site,
            after: now.adding(seconds: ForgetUnconfirmed.seconds))
        try record(.subscription("end", subscriber.id, at: now), site: subscriber.site)
    }
}

extension Event {
    static func subscription(_ verb: String, _ id: Subscriber.ID, at now: Instant) -> Event {
        Event(at: now, actor: "visitor", verb: verb, objectKind: "subscriber", objectID: id.rawValue)
    }
}
