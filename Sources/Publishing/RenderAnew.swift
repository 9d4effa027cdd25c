package import Database
import Markup
package import Model
import Store

/// Renders posts again that were rendered by older rules than this program's. Asks one question where there are none.
package struct RenderAnew: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// Gives the number of posts that were rendered; nil where all were of the newest rules.
    package func run(now: Instant) async throws -> Int? {
        let isDue = try await database.read { tx in
            guard let site = try tx.site() else { return false }
            return try tx.hasRenderings(before: Sanitizer.version, site: site.id)
        }
        return isDue ? try await ShowMedia(database).run(now: now) : nil
    }
}
