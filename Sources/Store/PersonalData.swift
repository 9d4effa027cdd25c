package import Database
package import Model

/// Whose data is meant.
package enum DataSubject: Hashable, Sendable {
    /// All identities of one person, and what they signed.
    case person(Identity.ID)
    /// What guests sent under an e-mail address, and what is mailed there. Whoever is asked for by it has proven it.
    case address(String)
}

/// What a person sent, with what readers never see.
package struct PersonalComment: Hashable, Sendable {
    package let id: Comment.ID
    package let number: Int64
    package let post: Post.ID
    package let postPath: String
    package let status: Comment.Status
    package let name: String
    package let email: String
    package let website: String
    package let address: String
    package let source: String
    package let createdAt: Instant
}

extension ReadTransaction {
    /// In the order in which they were sent.
    package func comments(of subject: DataSubject, site: Site.ID) throws -> [PersonalComment] {
        switch subject {
        case .person(let person):
            try all(
                """
                SELECT \(raw: personalColumns) FROM identity JOIN comment ON comment.identity_id = identity.id
                    LEFT JOIN address ON address.post_id = comment.post_id AND address.is_canonical = 1
                WHERE identity.person_id = \(person) ORDER BY comment.id
                """, decode: PersonalComment.init(row:))
        case .address(let email):
            try all(
                """
                SELECT \(raw: personalColumns) FROM comment
                    LEFT JOIN address ON address.post_id = comment.post_id AND address.is_canonical = 1
                WHERE comment.site_id = \(site) AND comment.author_email IN \(list: [email, email.lowercased()])
                    AND comment.identity_id IS NULL AND comment.account_id IS NULL
                ORDER BY comment.id
                """, decode: PersonalComment.init(row:))
        }
    }

    /// The posts that a person likes, by their paths.
    package func likedPaths(ofPerson person: Identity.ID) throws -> [String] {
        try all(
            """
            SELECT address.spelled FROM identity JOIN liking ON liking.identity_id = identity.id
                JOIN address ON address.post_id = liking.post_id AND address.is_canonical = 1
            WHERE identity.person_id = \(person) ORDER BY liking.id
            """
        ) { $0.text(0) }
    }

    package func hasAnswers(_ comment: Comment.ID) throws -> Bool {
        try first("SELECT 1 FROM comment WHERE parent_id = \(comment) LIMIT 1") { $0.int(0) } != nil
    }
}

extension WriteTransaction {
    /// Takes the name off a response, and everything that tells whose it was.
    package func anonymize(_ comment: Comment.ID, site: Site.ID, at now: Instant) throws {
        guard let post = try first("SELECT post_id FROM comment WHERE id = \(comment)", decode: { $0.id(0) as Post.ID })
        else { return }
        try run(
            """
            UPDATE comment SET author_name = '', author_url = '', author_email = '', author_ip = '', identity_id = NULL,
                meta = '[]'
            WHERE id = \(comment)
            """)
        try run("DELETE FROM submission WHERE comment_id = \(comment)")
        try run("DELETE FROM akismet_check WHERE comment_id = \(comment)")
        try run("DELETE FROM judgement WHERE comment_id = \(comment)")
        try run("DELETE FROM comment_version WHERE comment_id = \(comment)")
        try touch(.thread(post), site: site, at: now)
        try touch(.lists, site: site, at: now)
    }

    /// Takes a response away for good. One that was answered stays as an empty place, so that the answers keep theirs.
    package func remove(_ comment: Comment.ID, site: Site.ID, at now: Instant) throws {
        try anonymize(comment, site: site, at: now)
        try setStatus(.trash, of: comment, site: site, at: now)
        if try hasAnswers(comment) {
            try run("UPDATE comment SET source = '', html = '' WHERE id = \(comment)")
        } else {
            try run("DELETE FROM comment WHERE id = \(comment)")
        }
    }

    /// With its sessions and likes.
    package func delete(_ identity: Identity, at now: Instant) throws {
        try touch(.reader(identity.id), site: identity.site, at: now)
        for post in try likedPosts(by: identity.id) + posts(withLikesBy: identity) {
            try touch(.thread(post), site: identity.site, at: now)
        }
        // One that others were shown to be of gives way to the next.
        try run(
            """
            UPDATE identity SET person_id = (
                SELECT min(other.id) FROM identity AS other
                WHERE other.person_id = \(identity.id) AND other.id <> \(identity.id))
            WHERE person_id = \(identity.id)
            """)
        try run("UPDATE identity SET person_id = NULL WHERE id = \(identity.id)")
        try run("DELETE FROM identity WHERE id = \(identity.id)")
    }
}

private let personalColumns: StaticString = """
    comment.id, comment.number, comment.post_id, coalesce(address.spelled, ''), comment.status, comment.author_name,
    comment.author_email, comment.author_url, comment.author_ip, comment.source, comment.created_at
    """

extension PersonalComment {
    fileprivate init(row: any Row) throws {
        self.init(
            id: row.id(0), number: row.int64(1), post: row.id(2), postPath: row.text(3), status: try row.case(4),
            name: row.text(5), email: row.text(6), website: row.text(7), address: row.text(8), source: row.text(9),
            createdAt: row.instant(10))
    }
}
