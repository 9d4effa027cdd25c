package import Database
package import Model

/// A post with what it tells of.
package struct ToldEvent: Hashable, Sendable {
    package let post: PostSummary
    package let event: PostEvent
}

extension ReadTransaction {
    /// Posts with what they tell of, in the order of `ids`.
    package func told(_ ids: [Post.ID], withContent: Bool = false) throws -> [ToldEvent] {
        let events = try shownEvents(of: ids)
        return try summaries(of: ids, withContent: withContent).compactMap { post in
            events[post.id].map { ToldEvent(post: post, event: $0) }
        }
    }
}
