package import Citations
package import Database
package import Model
import Store

/// Sets the style in which a site prints its sources.
package struct ChangeCitationStyle: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func change(to style: CitationStyle, by writer: Writer, now: Instant) async throws {
        try writer.require(.arrange, to: "change the style of notes")
        try await database.write { tx in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            let former = try tx.citationStyle(site: site.id)
            guard former != style.rawValue else { return }
            try tx.setCitationStyle(style.rawValue, site: site.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: writer.actor, verb: "change", objectKind: "citation-style",
                    before: former.map { "{\"style\":\"\($0)\"}" },
                    after: "{\"style\":\"\(style.rawValue)\"}"),
                site: site.id)
            try tx.showSources(site: site.id, at: now)
        }
    }
}
