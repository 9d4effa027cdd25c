package import Database
package import Model
import Store

/// Keeps the owner's own style rules, which stand behind the theme's.
package struct ChangeStyle: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// - Parameter version: changes with the rules.
    package func change(to css: String, version: String, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard var site = try tx.site() else { return }
            try tx.setStyle(css, site: site.id)
            site.styleVersion = css.isEmpty ? "" : version
            try tx.change(to: site, by: actor, at: now)
        }
    }
}
