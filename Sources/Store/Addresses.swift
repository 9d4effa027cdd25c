package import Database
package import Model

/// Where an address leads.
package enum Destination: Hashable, Sendable {
    /// The address is the post's own; `path` is how it is to be spelled.
    case post(Post.ID, path: String)
    /// Answer 301 with this path (or URL).
    case redirect(to: String)
}

extension ReadTransaction {
    /// Where a path leads; nil where nothing lives. Whether the reader may see the post is the caller's question.
    package func destination(of key: AddressKey, site: Site.ID) throws -> Destination? {
        try first(
            """
            SELECT address.post_id, address.is_canonical, address.redirect_to, address.spelled, canonical.spelled
            FROM address
            LEFT JOIN address AS canonical
                ON canonical.post_id = address.post_id AND canonical.is_canonical = 1
            WHERE address.site_id = \(site) AND address.path = \(key.text)
            """
        ) { row -> Destination? in
            guard let post: Post.ID = row.optionalID(0) else { return .redirect(to: row.text(2)) }
            if row.bool(1) { return .post(post, path: row.text(3)) }
            return row.optionalText(4).map { .redirect(to: $0) }
        } ?? nil
    }

    /// The address of a post as it is written in a link.
    package func canonicalPath(of post: Post.ID) throws -> String? {
        try first("SELECT spelled FROM address WHERE post_id = \(post) AND is_canonical = 1") { $0.text(0) }
    }

    /// All addresses that lead to a post, the canonical one first.
    package func addresses(of post: Post.ID) throws -> [String] {
        try all("SELECT spelled FROM address WHERE post_id = \(post) ORDER BY is_canonical DESC, path") { $0.text(0) }
    }
}

extension WriteTransaction {
    /// Makes `path` (percent-encoded, as in a link) the canonical address of a post; its former one becomes an alias.
    ///
    /// Gives false, and changes nothing, when `path` is no valid path or is another post's canonical address. An alias
    /// of another post gives way.
    package func setCanonicalPath(_ path: String, of post: Post.ID, site: Site.ID) throws -> Bool {
        guard let key = AddressKey(path)?.text else { return false }
        let isTaken = try first(
            """
            SELECT 1 FROM address
            WHERE site_id = \(site) AND path = \(key) AND is_canonical = 1 AND post_id <> \(post)
            """
        ) { _ in true }
        if isTaken == true { return false }
        try run("UPDATE address SET is_canonical = 0 WHERE post_id = \(post) AND is_canonical = 1")
        try run(
            """
            INSERT INTO address (site_id, path, post_id, is_canonical, spelled)
            VALUES (\(site), \(key), \(post), 1, \(path))
            ON CONFLICT (site_id, path) DO UPDATE SET post_id = excluded.post_id, redirect_to = NULL,
                is_canonical = 1, spelled = excluded.spelled
            """)
        return true
    }

    /// Lets `path` lead to a post too; false when it is no valid path or leads somewhere already.
    package func addAlias(_ path: String, of post: Post.ID, site: Site.ID) throws -> Bool {
        guard let key = AddressKey(path)?.text else { return false }
        return try run(
            """
            INSERT INTO address (site_id, path, post_id, is_canonical, spelled)
            VALUES (\(site), \(key), \(post), 0, \(path)) ON CONFLICT (site_id, path) DO NOTHING
            """) > 0
    }

    /// Lets `path` lead to any address; false when it is no valid path or leads somewhere already.
    package func addRedirect(_ path: String, to target: String, site: Site.ID) throws -> Bool {
        guard let key = AddressKey(path)?.text else { return false }
        return try run(
            """
            INSERT INTO address (site_id, path, redirect_to, is_canonical, spelled)
            VALUES (\(site), \(key), \(target), 0, \(path)) ON CONFLICT (site_id, path) DO NOTHING
            """) > 0
    }

    /// Takes all addresses of a post away.
    package func removeAddresses(of post: Post.ID) throws {
        try run("DELETE FROM address WHERE post_id = \(post)")
    }
}
