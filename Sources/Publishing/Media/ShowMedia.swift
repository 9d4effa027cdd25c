package import Database
import Markup
package import Model
import Store

/// Renders posts again from their sources, so that they show the files that have come since. What comes out as it was
/// is not written, so this may be repeated at any time.
package struct ShowMedia: Sendable {
    /// The job that does this.
    package static let kind = "media.show"
    /// How long a file may wait for the posts that show it: rendering takes a moment for each post.
    static let delaySeconds: Int64 = 30

    private let database: any Database

    package init(_ database: any Database) {
        self.database = database
    }

    /// Gives the number of posts that look otherwise now.
    package func run(now: Instant) async throws -> Int {
        try await RenderPosts(database: database).run(now: now) { tx, last, site, limit in
            try tx.bodies(after: last, site: site, limit: limit)
        }
    }
}
