package import Database
package import Model

extension Migration {
    /// Slugs that a term had, or that one had which it took in.
    static let termAliases = Migration(version: 10, name: "term aliases") { d in
        [
            """
            CREATE TABLE term_alias (
                site_id \(d.integer) NOT NULL REFERENCES site (id), taxonomy \(d.text) NOT NULL, slug \(d.text) NOT NULL,
                term_id \(d.integer) NOT NULL REFERENCES term (id) ON DELETE CASCADE,
                PRIMARY KEY (site_id, taxonomy, slug))\(d.keyTable)
            """,
            "CREATE INDEX term_alias_term ON term_alias (term_id)",
        ]
    }
}

extension ReadTransaction {
    /// The term whose archive was at this slug before.
    package func term(_ taxonomy: Term.Taxonomy, formerSlug slug: String, site: Site.ID) throws -> Term? {
        let id: Term.ID? = try first(
            """
            SELECT term_id FROM term_alias WHERE site_id = \(site) AND taxonomy = \(taxonomy) AND slug = \(slug)
            """
        ) { $0.id(0) }
        return try id.flatMap { try term($0) }
    }

    /// Posts that name a term itself, the first `limit` of them.
    package func posts(naming term: Term.ID, limit: Int) throws -> [Post.ID] {
        try all("SELECT post_id FROM post_term WHERE term_id = \(term) ORDER BY post_id LIMIT \(limit)") { $0.id(0) }
    }

    /// Terms right below one.
    package func children(of term: Term.ID) throws -> [Term] {
        let ids: [Term.ID] = try all("SELECT id FROM term WHERE parent_id = \(term) ORDER BY id") { $0.id(0) }
        return try ids.compactMap { try self.term($0) }
    }
}

extension WriteTransaction {
    /// Lets a slug lead to a term from now on; one that is a term's own stays that term's.
    package func addAlias(_ slug: String, of term: Term) throws {
        try run(
            """
            INSERT INTO term_alias (site_id, taxonomy, slug, term_id)
            VALUES (\(term.site), \(term.taxonomy), \(slug), \(term.id))
            ON CONFLICT (site_id, taxonomy, slug) DO UPDATE SET term_id = excluded.term_id
            """)
    }

    /// Lets all that led to one term lead to another: former slugs, and entries of menus.
    package func redirect(_ former: Term.ID, to term: Term.ID) throws {
        try run("UPDATE term_alias SET term_id = \(term) WHERE term_id = \(former)")
        try run("UPDATE navigation SET term_id = \(term) WHERE term_id = \(former)")
    }

    /// Removes a term that no post names and nothing stands under.
    package func delete(_ term: Term, at now: Instant) throws {
        try run("DELETE FROM tally WHERE site_id = \(term.site) AND list = 'term' AND key = \(term.id.rawValue)")
        try run("DELETE FROM term WHERE id = \(term.id)")
        try touch(.site, site: term.site, at: now)
        try touch(.lists, site: term.site, at: now)
    }
}
