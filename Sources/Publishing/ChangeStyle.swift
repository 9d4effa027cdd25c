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
        guard var site = try await database.read({ tx in try tx.site() }) else { return }
        site.styleVersion = css.isEmpty ? "" : version
        try await database.write { [site] tx in try tx.setStyle(css, site: site.id) }
        try await ChangeSite(database, actor: actor).change(to: site, now: now)
    }
}
