package import Database
package import Model
package import Store

/// Sets the site's menu, and which of several is shown.
package struct ChangeNavigation: Sendable {
    /// Where a theme shows its menu.
    private static let shown = "primary"

    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package func set(_ menu: String, to items: [NewNavigationItem], now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            try tx.setNavigation(menu: menu, location: Self.shown, items, site: site.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "change", objectKind: "navigation", objectID: nil,
                    after: "{\"entries\":\(items.count)}"),
                site: site.id)
        }
    }

    /// Readers see this menu from now on; the others are kept.
    package func show(_ menu: String, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            try tx.setLocation(Self.shown, ofMenu: menu, site: site.id, at: now)
            try tx.record(
                Event(at: now, actor: actor, verb: "change", objectKind: "navigation", objectID: nil), site: site.id)
        }
    }
}
