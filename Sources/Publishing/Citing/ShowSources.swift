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
        try await RenderPosts(database: database).run(now: now) { tx, last, site, limit in
            try tx.citingBodies(after: last, site: site, limit: limit)
        }
    }
}
