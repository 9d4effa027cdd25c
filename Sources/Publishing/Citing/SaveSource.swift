package import Citations
package import Database
package import Model
import Store

/// Adds a source to the site's, or changes one. Who writes may add; what others cite is changed by those who arrange the
/// site, as tags are.
package struct SaveSource: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func add(_ reference: Reference, by writer: Writer, now: Instant) async throws {
        try writer.require(.write, to: "add sources")
        let stored = try reference.checked()
        try await database.write { tx in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            guard try tx.source(stored.key, site: site.id) == nil else { throw SourceFault.keyTaken(stored.key) }
            try tx.keep(stored, site: site.id, by: writer, at: now)
            try tx.showSources(site: site.id, at: now)
        }
    }

    /// A key by which posts cite it stays.
    package func change(_ key: String, to reference: Reference, by writer: Writer, now: Instant) async throws {
        try writer.require(.arrange, to: "change sources")
        let stored = try reference.checked()
        try await database.write { tx in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            guard let former = try tx.source(key, site: site.id) else { throw SourceFault.noSuchSource(key) }
            guard former != stored else { return }
            if stored.key != key {
                guard try tx.source(stored.key, site: site.id) == nil else { throw SourceFault.keyTaken(stored.key) }
                let posts = try tx.posts(citing: [key], site: site.id)[key, default: []]
                guard posts.isEmpty else { throw SourceFault.isCited(key, posts: posts.count) }
                try tx.removeSource(key, site: site.id, at: now)
            }
            try tx.keep(stored, formerly: former, site: site.id, by: writer, at: now)
            try tx.showSources(site: site.id, at: now)
        }
    }
}

extension Reference {
    fileprivate func checked() throws -> StoredSource {
        guard CitationKey.isValid(key) else { throw SourceFault.notAKey(key) }
        do { return try StoredSource(self) } catch { throw SourceFault.unwritable }
    }
}

extension WriteTransaction {
    func keep(
        _ source: StoredSource, formerly former: StoredSource? = nil, site: Site.ID, by writer: Writer, at now: Instant
    ) throws {
        try set(source, site: site, at: now)
        try record(
            Event(
                at: now, actor: writer.actor, verb: former == nil ? "add" : "change", objectKind: "source",
                before: former?.csl, after: source.csl),
            site: site)
    }

    /// Has the posts that cite something rendered again.
    func showSources(site: Site.ID, at now: Instant) throws {
        try enqueue(ShowSources.kind, key: "", site: site, after: now)
    }
}
