package import Database
package import Model

/// An entry of a menu as it is written.
package struct NewNavigationItem: Hashable, Sendable {
    package var label: String
    package var target: Target
    /// The position of its parent in the same array, which comes before it.
    package var parent: Int?

    package init(label: String, target: Target, parent: Int? = nil) {
        self.label = label
        self.target = target
        self.parent = parent
    }

    package enum Target: Hashable, Sendable {
        case post(Post.ID)
        case term(Term.ID)
        case url(String)
    }
}

/// An entry of a menu as it is shown.
package struct NavigationItem: Hashable, Sendable {
    package let id: Int64
    package let parent: Int64?
    /// Its own label, else the title of the post or the name of the term.
    package let label: String
    package let target: Target

    package enum Target: Hashable, Sendable {
        /// The canonical path of a published post.
        case path(String)
        case term(TermLink)
        case url(String)
    }
}

extension ReadTransaction {
    /// The entries of a menu as they were written, in order.
    package func storedNavigation(menu: String, site: Site.ID) throws -> [NewNavigationItem] {
        let rows: [(id: Int64, parent: Int64?, item: NewNavigationItem)] = try all(
            """
            SELECT id, parent_id, label, post_id, term_id, url FROM navigation
            WHERE site_id = \(site) AND menu = \(menu) ORDER BY ordinal
            """
        ) { row in
            let target: NewNavigationItem.Target =
                if let post: Post.ID = row.optionalID(3) {
                    .post(post)
                } else if let term: Term.ID = row.optionalID(4) {
                    .term(term)
                } else {
                    .url(row.text(5))
                }
            return (row.int64(0), row.optionalInt64(1), NewNavigationItem(label: row.text(2), target: target))
        }
        return rows.map { row in
            var item = row.item
            item.parent = row.parent.flatMap { parent in rows.firstIndex { $0.id == parent } }
            return item
        }
    }

    /// The entries of a menu in order, parents before children. An entry whose post is not published, or has no
    /// address, is left out.
    package func navigation(menu: String, site: Site.ID) throws -> [NavigationItem] {
        let rows: [NavigationRow] = try all(
            """
            SELECT navigation.id, navigation.parent_id, navigation.label, post.title, address.spelled,
                navigation.term_id, navigation.url
            FROM navigation
            LEFT JOIN post ON post.id = navigation.post_id AND post.status = 'published'
            LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE navigation.site_id = \(site) AND navigation.menu = \(menu) ORDER BY navigation.ordinal
            """
        ) {
            NavigationRow(
                id: $0.int64(0), parent: $0.optionalInt64(1), label: $0.text(2), title: $0.text(3),
                path: $0.optionalText(4), term: $0.optionalID(5), url: $0.optionalText(6))
        }
        let terms = try termsAndAncestors(of: rows.compactMap(\.term))
        return rows.compactMap { $0.item(terms: terms) }
    }

    /// The menus of a site with the theme location that each was given (empty for none).
    package func menus(site: Site.ID) throws -> [(menu: String, location: String)] {
        try all("SELECT DISTINCT menu, location FROM navigation WHERE site_id = \(site) ORDER BY menu") {
            (menu: $0.text(0), location: $0.text(1))
        }
    }
}

extension WriteTransaction {
    /// Gives one menu a place of the theme; whichever had it before has none.
    package func setLocation(_ location: String, ofMenu menu: String, site: Site.ID, at now: Instant) throws {
        try run("UPDATE navigation SET location = '' WHERE site_id = \(site) AND location = \(location)")
        try run("UPDATE navigation SET location = \(location) WHERE site_id = \(site) AND menu = \(menu)")
        try touch(.site, site: site, at: now)
    }

    /// Gives a menu these entries in place of those that it has.
    package func setNavigation(
        menu: String, location: String, _ items: [NewNavigationItem], site: Site.ID, at now: Instant
    ) throws {
        try run("DELETE FROM navigation WHERE site_id = \(site) AND menu = \(menu)")
        var ids: [Int64] = []
        for (ordinal, item) in items.enumerated() {
            let parent = item.parent.flatMap { ids.indices.contains($0) ? ids[$0] : nil }
            let (post, term, url): (Post.ID?, Term.ID?, String?) =
                switch item.target {
                case .post(let id): (id, nil, nil)
                case .term(let id): (nil, id, nil)
                case .url(let url): (nil, nil, url)
                }
            let id = try first(
                """
                INSERT INTO navigation (site_id, menu, location, ordinal, parent_id, label, post_id, term_id, url)
                VALUES (\(site), \(menu), \(location), \(ordinal), \(parent), \(item.label), \(post), \(term), \(url))
                RETURNING id
                """
            ) { $0.int64(0) }
            ids.append(try id.orFail("navigation"))
        }
        try touch(.site, site: site, at: now)
    }
}

private struct NavigationRow {
    let id: Int64
    let parent: Int64?
    let label: String
    let title: String
    let path: String?
    let term: Term.ID?
    let url: String?

    func item(terms: [Term.ID: Term]) -> NavigationItem? {
        let target: NavigationItem.Target
        var fallback = title
        if let path {
            target = .path(path)
        } else if let term = term.flatMap({ terms[$0] }) {
            target = .term(TermLink(term, among: terms))
            fallback = term.name
        } else if let url {
            target = .url(url)
            fallback = url
        } else {
            return nil
        }
        return NavigationItem(id: id, parent: parent, label: label.isEmpty ? fallback : label, target: target)
    }
}
