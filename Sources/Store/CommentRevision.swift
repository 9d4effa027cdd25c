package import Database
package import Model

extension ReadTransaction {
    /// A comment as it would be inserted, for comparison; its rendered form is left empty. `parent` and `reference` are
    /// not filled.
    package func storedComment(_ id: Comment.ID) throws -> NewComment? {
        try first(
            """
            SELECT number, kind, status, author_name, author_url, author_email, author_ip, account_id, source,
                source_format, sanitizer_version, created_at, local_date, identity_id
            FROM comment WHERE id = \(id)
            """
        ) { row in
            let createdAt = row.instant(11)
            return NewComment(
                reference: row.int64(0), number: row.int64(0), kind: try row.case(1), status: try row.case(2),
                authorName: row.text(3), authorURL: row.text(4), authorEmail: row.text(5), authorIP: row.text(6),
                account: row.optionalID(7), identity: row.optionalID(13), source: row.text(8),
                sourceFormat: try row.case(9),
                html: SafeHTML(stored: ""), sanitizerVersion: row.int(10), createdAt: createdAt,
                localDate: row.localDate(12) ?? createdAt.utc)
        }
    }
}

extension ReadTransaction {
    /// All comments of a post, whatever their state, by number: each with what readers never see, and `parent` as the
    /// public number of the one that it answers. Its source is such as WordPress keeps: of Markdown, what was made of it.
    /// Its rendered form is left empty.
    package func storedComments(of post: Post.ID) throws -> [NewComment] {
        try all(
            """
            SELECT comment.number, above.number, comment.kind, comment.status, comment.author_name,
                comment.author_url, comment.author_email, comment.author_ip, comment.account_id,
                CASE comment.source_format WHEN 'markdown' THEN comment.html ELSE comment.source END,
                comment.sanitizer_version, comment.created_at, comment.local_date, comment.meta
            FROM comment LEFT JOIN comment AS above ON above.id = comment.parent_id
            WHERE comment.post_id = \(post) ORDER BY comment.number
            """
        ) { row in
            let createdAt = row.instant(11)
            return NewComment(
                reference: row.int64(0), parent: row.optionalInt64(1), number: row.int64(0), kind: try row.case(2),
                status: try row.case(3), authorName: row.text(4), authorURL: row.text(5), authorEmail: row.text(6),
                authorIP: row.text(7), account: row.optionalID(8), source: row.text(9), html: SafeHTML(stored: ""),
                sanitizerVersion: row.int(10), createdAt: createdAt, localDate: row.localDate(12) ?? createdAt.utc,
                meta: [MetaEntry](json: row.text(13)))
        }
    }
}

extension WriteTransaction {
    /// Writes a comment's words, author and state anew; its place in the thread, its number and its date stay.
    package func revise(_ id: Comment.ID, as comment: NewComment, site: Site.ID, at now: Instant) throws {
        try run(
            """
            UPDATE comment SET author_name = \(comment.authorName), author_url = \(comment.authorURL),
                author_email = \(comment.authorEmail), author_ip = \(comment.authorIP), source = \(comment.source),
                source_format = \(comment.sourceFormat), html = \(comment.html.markup), sanitizer_version = \(comment.sanitizerVersion)
            WHERE id = \(id)
            """)
        try setStatus(comment.status, of: id, site: site, at: now)
    }
}
