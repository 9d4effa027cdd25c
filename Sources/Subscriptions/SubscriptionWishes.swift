package import Language
package import Model
package import Store

/// What a subscriber asked for and has not confirmed.
package struct SubscriptionWishes: Sendable {
    private let newPosts: Bool
    private let today: Bool
    private let posts: [FollowedPost]

    package init(_ subscriber: Subscriber, _ posts: [FollowedPost]) {
        newPosts = subscriber.newPosts == .asked
        today = subscriber.today == .asked
        self.posts = posts.filter { !$0.isConfirmed }
    }

    /// Each as an item of a list.
    package func texts(_ messages: SubscriptionMessages) -> [String] {
        (newPosts ? [messages.newPosts] : []) + (today ? [messages.today] : [])
            + posts.map { messages.commentsOn($0.shownTitle) }
    }
}

extension FollowedPost {
    package var shownTitle: String { title.isEmpty ? path ?? "No. \(number)" : title }
}
