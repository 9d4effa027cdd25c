package import Database
package import Model
package import Store

/// Sets whether and how the site asks Akismet.
package struct ChangeAkismet: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package func change(to settings: AkismetSettings, isOn: Bool, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            try tx.set(settings, site: site.id)
            var discussion = try tx.discussion(site: site.id)
            discussion.asksAkismet = isOn
            try tx.set(discussion, site: site.id, at: now)
            try tx.record(
                Event(at: now, actor: actor, verb: "change", objectKind: "akismet", objectID: site.id.rawValue),
                site: site.id)
        }
    }
}
