package import Database
package import Model
import Store

/// Takes a category or a tag away: its posts get another in its place, or lose it. What stood under it moves up.
///
/// Posts move in pieces, each in a transaction of its own; ended half-way, the same again goes on.
package struct RemoveTerm: Sendable {
    private let database: any Database
    private let actor: String

    private static let piece = 200

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// Posts that had no other category get the site's default one.
    ///
    /// - Parameter heir: the number of the term that takes its place, to which its address leads; nil for none, and then
    ///   the address leads nowhere.
    /// - Throws: `TermFault`
    package func remove(
        _ number: Int64, of taxonomy: Term.Taxonomy, for heir: Int64? = nil, now: Instant
    ) async throws {
        let (term, other) = try await database.read { tx in
            (try tx.term(number, of: taxonomy), try heir.map { try tx.term($0, of: taxonomy) })
        }
        guard other?.id != term.id else { throw TermFault.loop }
        let site = try await database.read { tx in try tx.site(term.site) }
        if site?.defaultCategory == term.id, other == nil { throw TermFault.isDefault }
        let spare = taxonomy == .category ? site?.defaultCategory : nil
        while true {
            let isDone = try await database.write { tx in
                let posts = try tx.posts(naming: term.id, limit: Self.piece)
                try tx.exchange(term.id, for: other?.id, else: spare, in: posts, site: term.site, at: now)
                return posts.count < Self.piece
            }
            if isDone { break }
        }
        try await database.write { [actor] tx in
            // What was written since, or has changed.
            guard let term = try tx.term(term.id) else { return }
            let rest = try tx.posts(naming: term.id, limit: .max)
            try tx.exchange(term.id, for: other?.id, else: spare, in: rest, site: term.site, at: now)
            for var child in try tx.children(of: term.id) {
                // One that holds the heir cannot stand below it.
                let holdsHeir = try other.map { try tx.lineage(of: $0.id).contains { $0.id == child.id } } ?? true
                child.parent = holdsHeir ? term.parent : other?.id
                try tx.update(child, at: now)
            }
            if let other {
                if var site = try tx.site(term.site), site.defaultCategory == term.id {
                    site.defaultCategory = other.id
                    try tx.update(site, at: now)
                }
                try tx.redirect(term.id, to: other.id)
                try tx.addAlias(term.slug, of: other)
            }
            try tx.delete(term, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: other == nil ? "delete" : "merge", objectKind: "term",
                    objectID: term.id.rawValue, before: term.json, after: other?.json),
                site: term.site)
        }
    }
}

extension WriteTransaction {
    /// Gives posts one term for another, in its place.
    ///
    /// - Parameter spare: the category of those that would have none.
    fileprivate func exchange(
        _ former: Term.ID, for term: Term.ID?, else spare: Term.ID?, in posts: [Post.ID], site: Site.ID, at now: Instant
    ) throws {
        let terms = try terms(of: posts)
        for post in posts {
            let own = terms[post, default: []]
            var left = own.compactMap { $0.id == former ? term : $0.id }
            let hasCategory = term != nil || own.contains { $0.taxonomy == .category && $0.id != former }
            if !hasCategory, let spare { left.insert(spare, at: 0) }
            try setTerms(left, of: post)
            try touch(.post(post), site: site, at: now)
        }
        if !posts.isEmpty { try touch(.lists, site: site, at: now) }
    }
}
