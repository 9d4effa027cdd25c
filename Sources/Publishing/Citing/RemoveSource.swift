package import Database
package import Model
import Store

/// Takes a source away.
package struct RemoveSource: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// - Parameter evenCited: leaves posts that cite it with a bracket that says nothing; else `SourceFault.isCited`.
    package func remove(_ key: String, evenCited: Bool, by writer: Writer, now: Instant) async throws {
        try writer.require(.arrange, to: "remove sources")
        try await database.write { tx in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            guard let source = try tx.source(key, site: site.id) else { throw SourceFault.noSuchSource(key) }
            let posts = try tx.posts(citing: [key], site: site.id)[key, default: []]
            guard posts.isEmpty || evenCited else { throw SourceFault.isCited(key, posts: posts.count) }
            try tx.removeSource(key, site: site.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: writer.actor, verb: "remove", objectKind: "source", before: source.csl),
                site: site.id)
            try tx.showSources(site: site.id, at: now)
        }
    }
}
