package import Database
package import Model
import Store

/// Sets what the filter for spam decides, and what its mistakes may cost.
package struct ChangeFilter: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// Takes the three settings of the filter from `wanted`; the others stay.
    package func change(to wanted: Discussion, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            var discussion = try tx.discussion(site: site.id)
            discussion.filtering = wanted.filtering
            discussion.realLost = wanted.realLost
            discussion.spamPublished = wanted.spamPublished
            try tx.set(discussion, site: site.id, at: now)
            try tx.record(
                Event(at: now, actor: actor, verb: "change", objectKind: "filter", objectID: site.id.rawValue),
                site: site.id)
        }
    }
}
