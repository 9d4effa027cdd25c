package import Database
package import Model
import Store

/// Adds how often posts were read to the day that it is at the site.
package struct AddViews: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func add(_ views: [Post.ID: Int], now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            let day = SiteClock(of: site).reading(at: now).dateText
            for (post, count) in views { try tx.addViews(count, of: post, on: day) }
        }
    }
}
