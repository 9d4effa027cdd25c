package import Database
package import Model

/// A post with what it tells of.
package struct ToldEvent: Hashable, Sendable {
    package let post: PostSummary
    package let event: PostEvent
}

extension ReadTransaction {
    /// Posts with what they tell of, in the order of `ids`.
    package func told(_ ids: [Post.ID]) throws -> [ToldEvent] {
        var told: [ToldEvent] = []
        // One question has room for so many names, and no more.
        for start in stride(from: 0, to: ids.count, by: 500) {
            let piece = Array(ids[start..<min(start + 500, ids.count)])
            let events = try shownEvents(of: piece)
            told += try summaries(of: piece, withContent: false).compactMap { post in
                events[post.id].map { ToldEvent(post: post, event: $0) }
            }
        }
        return told
    }
}
