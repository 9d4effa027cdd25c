package import Database
package import Model
import Store

/// Adds a category or a tag, or changes one. Where its archive was before leads to where it is.
package struct SaveTerm: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// What is said of a term.
    package struct Draft: Hashable, Sendable {
        package var name: String
        /// Empty makes one of the name.
        package var slug: String
        package var description: String
        /// The number of the category that it stands under.
        package var parent: Int64?

        package init(name: String, slug: String = "", description: String = "", parent: Int64? = nil) {
            self.name = name
            self.slug = slug
            self.description = description
            self.parent = parent
        }
    }

    /// - Throws: `TermFault`
    package func add(_ draft: Draft, to taxonomy: Term.Taxonomy, now: Instant) async throws -> Term {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { throw TermFault.noSuchTerm }
            var term = Term(id: .unassigned, site: site.id, number: 0, taxonomy: taxonomy, slug: "", name: "")
            try term.take(draft, in: tx)
            let added = try tx.insert(term, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "add", objectKind: "term", objectID: added.id.rawValue,
                    after: added.json),
                site: site.id)
            return added
        }
    }

    /// - Throws: `TermFault`
    package func change(_ number: Int64, of taxonomy: Term.Taxonomy, to draft: Draft, now: Instant) async throws {
        try await database.write { [actor] tx in
            let former = try tx.term(number, of: taxonomy)
            var term = former
            try term.take(draft, in: tx)
            guard term != former else { return }
            try tx.update(term, at: now)
            if term.slug != former.slug { try tx.addAlias(former.slug, of: term) }
            try tx.touch(.lists, site: term.site, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "change", objectKind: "term", objectID: term.id.rawValue,
                    before: former.json, after: term.json),
                site: term.site)
        }
    }
}

extension ReadTransaction {
    /// - Throws: `TermFault.noSuchTerm`
    func term(_ number: Int64, of taxonomy: Term.Taxonomy) throws -> Term {
        guard let site = try site(), let term = try term(number: number, site: site.id), term.taxonomy == taxonomy
        else { throw TermFault.noSuchTerm }
        return term
    }
}

extension Term {
    fileprivate mutating func take(_ draft: SaveTerm.Draft, in tx: any ReadTransaction) throws {
        guard !draft.name.isEmpty else { throw TermFault.nameMissing }
        let slug = Slug.make(from: draft.slug.isEmpty ? draft.name : draft.slug)
        guard !slug.isEmpty else { throw TermFault.slugMissing }
        if let other = try tx.term(taxonomy, slug: slug, site: site), other.id != id {
            throw TermFault.slugTaken(by: other.name)
        }
        var above: Term?
        if taxonomy == .category, let number = draft.parent {
            let wanted = try tx.term(number, of: taxonomy)
            if try tx.lineage(of: wanted.id).contains(where: { $0.id == id }) { throw TermFault.loop }
            above = wanted
        }
        name = draft.name
        self.slug = slug
        description = draft.description
        parent = above?.id
    }

    /// For the record of what happened.
    var json: String { #"{"slug":"\#(slug)"}"# }
}
