package import Database
package import Model

/// Somebody of the site, with what is known of how they take part.
package struct Person: Hashable, Sendable {
    package let account: Account
    /// Posts that readers see.
    package let posts: Int
    package let signsIn: Bool
    /// Until when a link waits for them to set a password; nil for none.
    package let invitedUntil: Instant?
    package let seenAt: Instant?
}

extension ReadTransaction {
    /// Everybody by name.
    package func people(site: Site.ID, at now: Instant) throws -> [Person] {
        let posts = try all("SELECT key, posts FROM tally WHERE site_id = \(site) AND list = 'author'") {
            ($0.int64(0), $0.int(1))
        }
        let counts = Dictionary(uniqueKeysWithValues: posts)
        return try accounts(site: site).map { account in
            Person(
                account: account, posts: counts[account.id.rawValue] ?? 0,
                signsIn: try signsIn(account.id),
                invitedUntil: try first(
                    "SELECT expires_at FROM account_link WHERE account_id = \(account.id) AND expires_at > \(now)"
                ) { $0.instant(0) },
                seenAt: try sessions(of: account.id, at: now).first?.seenAt)
        }.sorted { $0.account.displayName.lowercased() < $1.account.displayName.lowercased() }
    }

    /// Posts, pages and files that somebody made, the first `limit` of them, in whatever state.
    package func posts(by author: Account.ID, limit: Int) throws -> [Post.ID] {
        try all("SELECT id FROM post WHERE author_id = \(author) ORDER BY id LIMIT \(limit)") { $0.id(0) }
    }
}

extension WriteTransaction {
    /// Puts another name over a post. The lists that it is in are the caller's to touch.
    package func setAuthor(_ author: Account.ID, of post: Post.ID, site: Site.ID, at now: Instant) throws {
        try run("UPDATE post SET author_id = \(author), version = version + 1 WHERE id = \(post)")
        try relist(post)
        try touch(.post(post), site: site, at: now)
    }

    /// Lets somebody sign in no more.
    package func removeCredential(of account: Account.ID) throws {
        try run("DELETE FROM credential WHERE account_id = \(account)")
        try run("UPDATE identity SET account_id = NULL WHERE account_id = \(account)")
        try deletePasskeys(of: account)
        try removeLinks(to: account)
        try deleteSessions(of: account)
    }
}
