package import Database
package import Model

/// A term as a post names it.
package struct TermLink: Hashable, Sendable {
    package let id: Term.ID
    package let taxonomy: Term.Taxonomy
    package let name: String
    package let slug: String
    /// The slugs from the outermost ancestor down, for the address of its archive: `["history", "cold-war"]`.
    package let slugs: [String]
}

extension ReadTransaction {
    /// The terms of several posts at once, each post's in its own order.
    package func terms(of posts: [Post.ID]) throws -> [Post.ID: [TermLink]] {
        if posts.isEmpty { return [:] }
        let pairs: [(post: Post.ID, term: Term.ID)] = try all(
            """
            SELECT post_id, term_id FROM post_term WHERE post_id IN \(list: posts) ORDER BY post_id, ordinal, term_id
            """
        ) { ($0.id(0), $0.id(1)) }
        if pairs.isEmpty { return [:] }
        let terms = try termsAndAncestors(of: Array(Set(pairs.map(\.term))))
        var links: [Term.ID: TermLink] = [:]
        var result: [Post.ID: [TermLink]] = [:]
        for (post, id) in pairs {
            guard let link = links[id] ?? terms[id].map({ TermLink($0, among: terms) }) else { continue }
            links[id] = link
            result[post, default: []].append(link)
        }
        return result
    }
}

extension WriteTransaction {
    /// Gives a post these terms, in this order, in place of those that it has.
    package func setTerms(_ terms: [Term.ID], of post: Post.ID) throws {
        try run("DELETE FROM post_term WHERE post_id = \(post)")
        var seen: Set<Term.ID> = []
        for (ordinal, term) in terms.enumerated() where seen.insert(term).inserted {
            try run("INSERT INTO post_term (post_id, term_id, ordinal) VALUES (\(post), \(term), \(ordinal))")
        }
        try relist(post)
    }
}

extension TermLink {
    /// - Parameter terms: holds all ancestors of `term`.
    package init(_ term: Term, among terms: [Term.ID: Term]) {
        var slugs = [term.slug]
        var above = term.parent
        while let id = above, let parent = terms[id], slugs.count < terms.count {
            slugs.insert(parent.slug, at: 0)
            above = parent.parent
        }
        self.init(id: term.id, taxonomy: term.taxonomy, name: term.name, slug: term.slug, slugs: slugs)
    }
}
