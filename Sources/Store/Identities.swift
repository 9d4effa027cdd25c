package import Database
package import Model

extension ReadTransaction {
    package func identity(_ id: Identity.ID) throws -> Identity? {
        try first("SELECT \(raw: identityColumns) FROM identity WHERE identity.id = \(id)", decode: Identity.init(row:))
    }

    /// In no certain order.
    package func identities(_ ids: [Identity.ID]) throws -> [Identity] {
        if ids.isEmpty { return [] }
        return try all(
            "SELECT \(raw: identityColumns) FROM identity WHERE identity.id IN \(list: ids)",
            decode: Identity.init(row:))
    }

    package func identity(
        provider: String, issuer: String, subject: String, site: Site.ID
    ) throws -> Identity? {
        try first(
            """
            SELECT \(raw: identityColumns) FROM identity
            WHERE site_id = \(site) AND provider = \(provider) AND issuer = \(issuer) AND subject = \(subject)
            """, decode: Identity.init(row:))
    }

    /// All that one person has shown to be theirs, the first one first.
    package func identities(ofPerson person: Identity.ID) throws -> [Identity] {
        try all(
            "SELECT \(raw: identityColumns) FROM identity WHERE person_id = \(person) ORDER BY identity.id",
            decode: Identity.init(row:))
    }

    /// By which somebody of the site signs in.
    package func identities(of account: Account.ID) throws -> [Identity] {
        try all(
            "SELECT \(raw: identityColumns) FROM identity WHERE account_id = \(account) ORDER BY identity.id",
            decode: Identity.init(row:))
    }

    /// Who is logged in with a token.
    /// - Parameter token: its digest.
    package func identity(session token: String, at now: Instant) throws -> Identity? {
        try first(
            """
            SELECT \(raw: identityColumns) FROM reader_session JOIN identity ON identity.id = reader_session.identity_id
            WHERE reader_session.token = \(token) AND reader_session.expires_at > \(now)
            """, decode: Identity.init(row:))
    }

    /// Who signed responses to a post, by their numbers.
    package func signers(ofCommentsOn post: Post.ID) throws -> [Int64: Identity.ID] {
        let signed: [(Int64, Identity.ID)] = try all(
            "SELECT number, identity_id FROM comment WHERE post_id = \(post) AND identity_id IS NOT NULL"
        ) { ($0.int64(0), $0.id(1)) }
        return Dictionary(signed, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a file shows somebody.
    package func hasIdentityPicture(_ name: String, site: Site.ID) throws -> Bool {
        try first("SELECT 1 FROM identity WHERE site_id = \(site) AND picture = \(name) LIMIT 1") { $0.int(0) } != nil
    }

    /// - Parameter token: its digest.
    package func readerSessionEnd(_ token: String) throws -> Instant? {
        try first("SELECT expires_at FROM reader_session WHERE token = \(token)") { $0.instant(0) }
    }

    /// Whether anything was approved that a person signed, by whichever of their identities.
    package func hasApproved(person: Identity.ID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM identity JOIN comment ON comment.identity_id = identity.id
            WHERE identity.person_id = \(person) AND comment.status = 'approved' LIMIT 1
            """
        ) { $0.int(0) } != nil
    }
}

extension WriteTransaction {
    /// Notes what a provider says of somebody, who is new here or not; with `id`, `person` and `namesake` as they are then.
    package func note(_ identity: Identity, at now: Instant) throws -> Identity {
        let known = try self.identity(
            provider: identity.provider, issuer: identity.issuer, subject: identity.subject, site: identity.site)
        let folded = identity.name.lowercased()
        var namesake = known?.namesake ?? 1
        if known?.name.lowercased() != folded {
            namesake =
                try first(
                    """
                    SELECT coalesce(max(namesake), 0) + 1 FROM identity
                    WHERE site_id = \(identity.site) AND provider = \(identity.provider) AND folded = \(folded)
                    """
                ) { $0.int(0) } ?? 1
        }
        if let known {
            try run(
                """
                UPDATE identity SET name = \(identity.name), folded = \(folded), handle = \(identity.handle),
                    website = \(identity.website), email = \(identity.email),
                    picture_source = \(identity.pictureSource), namesake = \(namesake), seen_at = \(now)
                WHERE id = \(known.id)
                """)
            try touch(.reader(known.id), site: identity.site, at: now)
            return try self.identity(known.id) ?? known
        }
        let id: Identity.ID? = try first(
            """
            INSERT INTO identity (site_id, provider, issuer, subject, name, folded, handle, website, email,
                picture_source, picture, namesake, created_at, seen_at)
            VALUES (\(identity.site), \(identity.provider), \(identity.issuer), \(identity.subject), \(identity.name),
                \(folded), \(identity.handle), \(identity.website), \(identity.email), \(identity.pictureSource), '',
                \(namesake), \(now), \(now))
            RETURNING id
            """
        ) { $0.id(0) }
        guard let id else { return identity }
        try run("UPDATE identity SET person_id = id WHERE id = \(id)")
        return try self.identity(id) ?? identity
    }

    /// From now on both are one person's.
    package func link(_ identity: Identity, to person: Identity.ID, at now: Instant) throws {
        try touch(.reader(identity.id), site: identity.site, at: now)
        try run("UPDATE identity SET person_id = \(person) WHERE person_id = \(identity.person)")
    }

    /// - Parameter account: nil takes the way to sign in away.
    package func set(account: Account.ID?, of identity: Identity.ID) throws {
        try run("UPDATE identity SET account_id = \(account) WHERE id = \(identity)")
    }

    /// The file here that shows them; empty for none. The pages with their words show it from now on.
    package func set(picture: String, of identity: Identity.ID, site: Site.ID, at now: Instant) throws {
        try run("UPDATE identity SET picture = \(picture) WHERE id = \(identity)")
        try touch(.reader(identity), site: site, at: now)
        for post in try posts(signedBy: identity) { try touch(.thread(post), site: site, at: now) }
    }

    /// Begins a reader's session, and forgets those that ended.
    package func insertReaderSession(
        token: String, of identity: Identity.ID, at now: Instant, until end: Instant
    ) throws {
        try deleteReaderSessions(endedBefore: now)
        try run(
            """
            INSERT INTO reader_session (token, identity_id, created_at, expires_at)
            VALUES (\(token), \(identity), \(now), \(end))
            """)
    }

    package func deleteReaderSessions(endedBefore instant: Instant) throws {
        try run("DELETE FROM reader_session WHERE expires_at <= \(instant)")
    }

    package func deleteReaderSession(_ token: String, at now: Instant) throws {
        let owner: (identity: Identity.ID, site: Site.ID)? = try first(
            """
            SELECT identity.id, identity.site_id FROM reader_session
                JOIN identity ON identity.id = reader_session.identity_id
            WHERE reader_session.token = \(token)
            """
        ) { ($0.id(0), $0.id(1)) }
        if let owner { try touch(.reader(owner.identity), site: owner.site, at: now) }
        try run("DELETE FROM reader_session WHERE token = \(token)")
    }
}

extension ReadTransaction {
    /// Under which somebody's approved words stand.
    fileprivate func posts(signedBy identity: Identity.ID) throws -> [Post.ID] {
        try all("SELECT DISTINCT post_id FROM comment WHERE identity_id = \(identity) AND status = 'approved'") {
            $0.id(0)
        }
    }
}

private let identityColumns: StaticString = """
    identity.id, identity.site_id, identity.provider, identity.issuer, identity.subject,
    coalesce(identity.person_id, identity.id), identity.account_id, identity.name, identity.handle, identity.website,
    identity.email, identity.picture_source, identity.picture, identity.namesake
    """

extension Identity {
    /// Reads `identityColumns`.
    fileprivate init(row: any Row) {
        self.init(
            id: row.id(0), site: row.id(1), provider: row.text(2), issuer: row.text(3), subject: row.text(4),
            person: row.id(5), account: row.optionalID(6), name: row.text(7), handle: row.text(8),
            website: row.text(9), email: row.text(10), pictureSource: row.text(11), picture: row.text(12),
            namesake: row.int(13))
    }
}
