import Database
import Model
import Store

/// Renders posts again from their sources, a hundred at a time. What comes out as it was is not written, so this may be
/// repeated at any time.
struct RenderPosts: Sendable {
    let database: any Database

    /// A post as it is stored.
    typealias Stored = (id: Post.ID, number: Int64, body: PostBody)

    /// Gives the number of posts that look otherwise now.
    ///
    /// - Parameter next: the posts behind an id, at most as many as are asked for.
    func run(
        now: Instant, _ next: @escaping @Sendable (any ReadTransaction, Post.ID, Site.ID, Int) throws -> [Stored]
    ) async throws -> Int {
        guard let sources = try await database.read({ tx in try RenderingSources(tx) }) else { return 0 }
        var last = Post.ID(0)
        var changed = 0
        while true {
            let piece = try await database.read { [last] tx in try next(tx, last, sources.media.site.id, 100) }
            guard let end = piece.last?.id else { return changed }
            last = end
            let fresh = piece.compactMap { post -> (id: Post.ID, body: PostBody)? in
                let body = sources.rendered(post.body, of: post.id, number: post.number)
                return body == post.body ? nil : (post.id, body)
            }
            if fresh.isEmpty { continue }
            changed += try await database.writeAlone { tx in
                try fresh.count { try tx.setRendering($0.body, of: $0.id, at: now) }
            }
        }
    }
}
