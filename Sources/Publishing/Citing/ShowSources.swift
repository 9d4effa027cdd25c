package import Database
package import Jobs
package import Model
import Store

/// Renders the posts again that cite anything, so that they show the sources as they are now. What comes out as it was is
/// not written, so this may be repeated at any time.
package struct ShowSources: Sendable {
    /// The job that does this.
    package static let kind = "sources.show"

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handler: JobHandler {
        JobHandler(Self.kind) { [self] _, now in _ = try await run(now: now) }
    }

    /// Gives the number of posts that look otherwise now.
    package func run(now: Instant) async throws -> Int {
        guard let sources = try await database.read({ tx in try RenderingSources(tx) }) else { return 0 }
        var last = Post.ID(0)
        var changed = 0
        while true {
            let piece = try await database.read { [last] tx in
                try tx.citingBodies(after: last, site: sources.media.site.id, limit: 100)
            }
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
