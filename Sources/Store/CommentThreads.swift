package import Database
package import Model

/// A comment as it was inserted.
package struct InsertedComment: Hashable, Sendable {
    package let id: Comment.ID
    /// Another than asked for where that one was taken.
    package let number: Int64
}

/// Where a comment stands: what its answers need to know.
private struct Position {
    let id: Comment.ID
    let root: Comment.ID
    let path: String
    let depth: Int
    let kind: Comment.Kind
}

extension WriteTransaction {
    /// Adds comments to a post, in whatever order they come. An answer finds its parent among `comments` or `known`
    /// (reference → id); where there is none, it stands at the top. Numbers that are taken give way to new ones.
    ///
    /// Keeps the counts of the post and of its threads. Gives what was inserted, by reference.
    package func insertThread(
        of post: Post.ID, site: Site.ID, _ comments: [NewComment], known: [Int64: Comment.ID] = [:], at now: Instant
    ) throws -> [Int64: InsertedComment] {
        if comments.isEmpty { return [:] }
        var positions: [Int64: Position] = [:]
        var inserted: [Int64: InsertedComment] = [:]
        var roots: Set<Comment.ID> = []
        for comment in NewComment.parentsFirst(comments) {
            var parent = comment.parent.flatMap { positions[$0] }
            if parent == nil, let reference = comment.parent, let id = known[reference] {
                parent = try position(of: id, post: post)
                positions[reference] = parent
            }
            let (position, number) = try insert(comment, under: parent, post: post, site: site)
            positions[comment.reference] = position
            inserted[comment.reference] = InsertedComment(id: position.id, number: number)
            roots.insert(position.root)
        }
        try recount(roots, of: post)
        if let first = inserted.values.map(\.id).min() { try addWords(ofCommentsUnder: post, from: first) }
        // What readers do not see changes no page: a flood of spam makes none anew.
        if comments.contains(where: { $0.status == .approved }) {
            try touch(.thread(post), site: site, at: now)
            try touch(.lists, site: site, at: now)
        }
        return inserted
    }

    /// Sets a comment's state, and the counts that follow from it.
    package func setStatus(_ status: Comment.Status, of comment: Comment.ID, site: Site.ID, at now: Instant) throws {
        let place: (post: Post.ID, root: Comment.ID)? = try first(
            "SELECT post_id, coalesce(root_id, id) FROM comment WHERE id = \(comment)"
        ) { ($0.id(0), $0.id(1)) }
        guard let place else { return }
        try run("UPDATE comment SET status = \(status), status_at = \(now) WHERE id = \(comment)")
        try recount([place.root], of: place.post)
        try updateWords(of: comment, inThread: place.root)
        try touch(.thread(place.post), site: site, at: now)
        try touch(.lists, site: site, at: now)
    }

    private func position(of id: Comment.ID, post: Post.ID) throws -> Position? {
        try first(
            """
            SELECT id, coalesce(root_id, id), path, depth, kind FROM comment WHERE id = \(id) AND post_id = \(post)
            """
        ) { Position(id: $0.id(0), root: $0.id(1), path: $0.text(2), depth: $0.int(3), kind: try $0.case(4)) }
    }

    private func insert(
        _ comment: NewComment, under parent: Position?, post: Post.ID, site: Site.ID
    ) throws -> (Position, number: Int64) {
        // Pings are listed apart from the threads, so what answers one is at the top, and a ping always is.
        let above = parent.flatMap { $0.kind == .comment && comment.kind == .comment ? $0 : nil }
        let depth = above.map { $0.depth + 1 } ?? 0
        let meta = comment.meta.json
        var path = ""
        let (id, number): (Comment.ID, Int64) = try insertNumbered(.comment, wanted: comment.number, site: site) {
            number in
            path = CommentPath.path(under: above?.path, at: comment.createdAt, number: number)
            return try first(
                """
                INSERT INTO comment (site_id, number, post_id, parent_id, root_id, path, depth, kind, status,
                    author_name, author_url, author_email, author_ip, account_id, identity_id, source, source_format,
                    html, sanitizer_version, created_at, local_date, meta)
                VALUES (\(site), \(number), \(post), \(parent?.id), \(above?.root), \(path), \(depth),
                    \(comment.kind), \(comment.status), \(comment.authorName), \(comment.authorURL),
                    \(comment.authorEmail), \(comment.authorIP), \(comment.account), \(comment.identity), \(comment.source),
                    \(comment.sourceFormat), \(comment.html.markup), \(comment.sanitizerVersion), \(comment.createdAt),
                    \(comment.localDate), \(meta))
                ON CONFLICT (site_id, number) DO NOTHING RETURNING id
                """
            ) { $0.id(0) }
        }
        return (Position(id: id, root: above?.root ?? id, path: path, depth: depth, kind: comment.kind), number)
    }

    /// Brings `thread_size` of the given top-level comments, and the post's counts, in line with what readers see: a
    /// thread shows when its top-level comment is approved, and then all approved answers in it.
    private func recount(_ roots: Set<Comment.ID>, of post: Post.ID) throws {
        var comments = 0
        var threads = 0
        for root in roots {
            let sizes: (former: Int, current: Int)? = try first(
                """
                SELECT thread_size, CASE WHEN status = 'approved' AND kind = 'comment' THEN 1 + (
                        SELECT count(*) FROM comment AS answer
                        WHERE answer.root_id = comment.id AND answer.status = 'approved')
                    ELSE 0 END
                FROM comment WHERE id = \(root)
                """
            ) { ($0.int(0), $0.int(1)) }
            guard let sizes, sizes.former != sizes.current else { continue }
            try run("UPDATE comment SET thread_size = \(sizes.current) WHERE id = \(root)")
            comments += sizes.current - sizes.former
            threads += min(sizes.current, 1) - min(sizes.former, 1)
        }
        if comments == 0, threads == 0 { return }
        try run(
            """
            UPDATE post SET comment_count = comment_count + \(comments), thread_count = thread_count + \(threads)
            WHERE id = \(post)
            """)
    }
}
