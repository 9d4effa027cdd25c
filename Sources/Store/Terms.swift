package import Database
package import Model

/// A term with the number of posts that its archive lists, those of its descendants included.
package struct CountedTerm: Hashable, Sendable {
    package let term: Term
    package let posts: Int
}

extension ReadTransaction {
    package func term(_ id: Term.ID) throws -> Term? {
        try first("SELECT \(raw: termColumns) FROM term WHERE id = \(id)", decode: Term.init(row:))
    }

    package func term(number: Int64, site: Site.ID) throws -> Term? {
        try first(
            "SELECT \(raw: termColumns) FROM term WHERE site_id = \(site) AND number = \(number)",
            decode: Term.init(row:))
    }

    package func term(_ taxonomy: Term.Taxonomy, slug: String, site: Site.ID) throws -> Term? {
        try first(
            """
            SELECT \(raw: termColumns) FROM term
            WHERE site_id = \(site) AND taxonomy = \(taxonomy) AND slug = \(slug)
            """, decode: Term.init(row:))
    }

    /// The term itself and what it stands under, outermost first.
    package func lineage(of id: Term.ID) throws -> [Term] {
        let terms = try termsAndAncestors(of: [id])
        var lineage: [Term] = []
        var next = terms[id]
        // The guard on the count is for a loop, which an import can bring.
        while let term = next, lineage.count < terms.count {
            lineage.insert(term, at: 0)
            next = term.parent.flatMap { terms[$0] }
        }
        return lineage
    }

    /// All terms below `id`, at any depth, without itself.
    package func descendants(of id: Term.ID) throws -> [Term.ID] {
        try all(
            """
            WITH RECURSIVE below (id) AS (
                SELECT id FROM term WHERE parent_id = \(id)
                UNION SELECT term.id FROM below JOIN term ON term.parent_id = below.id)
            SELECT id FROM below WHERE id <> \(id) ORDER BY id
            """
        ) { $0.id(0) }
    }

    /// All terms of a taxonomy by slug, also those without posts.
    package func terms(of taxonomy: Term.Taxonomy, site: Site.ID) throws -> [CountedTerm] {
        try all(
            """
            SELECT term.id, term.site_id, term.number, term.taxonomy, term.slug, term.name, term.description,
                term.parent_id, coalesce(tally.posts, 0)
            FROM term LEFT JOIN tally
                ON tally.site_id = term.site_id AND tally.list = 'term' AND tally.key = term.id
            WHERE term.site_id = \(site) AND term.taxonomy = \(taxonomy)
            ORDER BY term.slug
            """
        ) { CountedTerm(term: Term(row: $0), posts: $0.int(8)) }
    }

    /// All terms of all taxonomies by number.
    package func terms(site: Site.ID) throws -> [Term] {
        try all(
            "SELECT \(raw: termColumns) FROM term WHERE site_id = \(site) ORDER BY number", decode: Term.init(row:))
    }

    /// The custom fields that an import brought for a term.
    package func meta(of id: Term.ID) throws -> [MetaEntry] {
        try first("SELECT meta FROM term WHERE id = \(id)") { [MetaEntry](json: $0.text(0)) } ?? []
    }

    /// The given terms and all that they stand under.
    func termsAndAncestors(of ids: [Term.ID]) throws -> [Term.ID: Term] {
        let terms = try all(
            """
            WITH RECURSIVE above (id, parent_id) AS (
                SELECT id, parent_id FROM term WHERE id IN \(list: ids)
                UNION SELECT term.id, term.parent_id FROM above JOIN term ON term.id = above.parent_id)
            SELECT \(raw: termColumns) FROM term WHERE id IN (SELECT id FROM above)
            """, decode: Term.init(row:))
        return Dictionary(uniqueKeysWithValues: terms.map { ($0.id, $0) })
    }
}

extension WriteTransaction {
    /// Adds a term under `term.number`, or under a new one when that is 0 or taken; its slug must be free in its
    /// taxonomy. Gives it back with its id and number.
    package func insert(_ term: Term, meta: [MetaEntry] = [], at now: Instant) throws -> Term {
        let meta = meta.json
        let (id, number): (Term.ID, Int64) = try insertNumbered(.term, wanted: term.number, site: term.site) { number in
            try first(
                """
                INSERT INTO term (site_id, number, taxonomy, slug, name, description, parent_id, meta)
                VALUES (\(term.site), \(number), \(term.taxonomy), \(term.slug), \(term.name), \(term.description),
                    \(term.parent), \(meta))
                ON CONFLICT (site_id, number) DO NOTHING RETURNING id
                """
            ) { $0.id(0) }
        }
        try touch(.site, site: term.site, at: now)
        return Term(
            id: id, site: term.site, number: number, taxonomy: term.taxonomy, slug: term.slug, name: term.name,
            description: term.description, parent: term.parent)
    }

    /// Writes what may change of a term. Under a new parent, its posts move in all archives concerned.
    package func update(_ term: Term, at now: Instant) throws {
        let former = try self.term(term.id)
        try run(
            """
            UPDATE term SET slug = \(term.slug), name = \(term.name), description = \(term.description),
                parent_id = \(term.parent)
            WHERE id = \(term.id)
            """)
        try touch(.site, site: term.site, at: now)
        guard former?.parent != term.parent else { return }
        let posts: [Post.ID] = try all(
            "SELECT DISTINCT post_id FROM post_term WHERE term_id IN \(list: [term.id] + descendants(of: term.id))"
        ) { $0.id(0) }
        for post in posts { try relist(post) }
        try touch(.lists, site: term.site, at: now)
    }
}

private let termColumns: StaticString = "id, site_id, number, taxonomy, slug, name, description, parent_id"

extension Term {
    fileprivate init(row: any Row) {
        self.init(
            id: row.id(0), site: row.id(1), number: row.int64(2), taxonomy: Taxonomy(rawValue: row.text(3)),
            slug: row.text(4), name: row.text(5), description: row.text(6), parent: row.optionalID(7))
    }
}
