package import Database
package import Model
import Store

/// Sets how the site takes responses.
package struct ChangeDiscussion: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// - Parameter perPage: threads on one page.
    package func change(to discussion: Discussion, perPage: Int, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard var site = try tx.site() else { return }
            try tx.set(discussion, site: site.id, at: now)
            if site.commentsPerPage != perPage {
                site.commentsPerPage = perPage
                try tx.update(site, at: now)
            }
            try tx.record(
                Event(at: now, actor: actor, verb: "change", objectKind: "discussion", objectID: site.id.rawValue),
                site: site.id)
        }
    }
}
