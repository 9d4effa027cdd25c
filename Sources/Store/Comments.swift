package import Database
package import Model

/// One page of the comments under a post.
package struct ThreadPage: Hashable, Sendable {
    /// As they are read: each top-level comment, oldest first, with its answers behind it. An answer whose parent is
    /// not shown stands under the nearest ancestor that is; `depth` is counted among what is shown.
    package let comments: [Comment]
    /// Comments on all pages.
    package let total: Int
    /// What the first one here counts as, from 1 through all pages.
    package let firstNumber: Int
    /// From 1.
    package let page: Int
    /// At least 1.
    package let pages: Int
}

/// Where a comment is shown.
package struct CommentPlace: Hashable, Sendable {
    package let post: Post.ID
    /// From 1.
    package let page: Int
}

extension ReadTransaction {
    /// Page `page` (from 1) of a post's comments, `perPage` top-level ones with all their answers; nil beyond the last
    /// one. A post without comments has one empty page. Takes the same time on every page of any thread.
    ///
    /// - Parameters:
    ///   - isNewestFirst: whether the first page has the newest threads. On each page they come oldest first all the same.
    ///   - own: held ones that are shown all the same, to their author.
    package func threadPage(
        of post: Post.ID, page: Int, perPage: Int, isNewestFirst: Bool = false, including own: [Comment.ID] = []
    ) throws -> ThreadPage? {
        guard
            let counts: (total: Int, threads: Int) = try first(
                "SELECT comment_count, thread_count FROM post WHERE id = \(post)", decode: { ($0.int(0), $0.int(1)) })
        else { return nil }
        let pages = max(1, (counts.threads + perPage - 1) / perPage)
        guard (1...pages).contains(page) else { return nil }
        // Counted from the oldest, which is the place that does not change.
        let (from, upTo) =
            isNewestFirst
            ? (max(0, counts.threads - page * perPage), counts.threads - (page - 1) * perPage)
            : ((page - 1) * perPage, page * perPage)
        let start = try topPath(of: post, at: from, of: counts.threads)
        guard start != nil || !own.isEmpty else {
            return ThreadPage(comments: [], total: counts.total, firstNumber: 1, page: page, pages: pages)
        }
        let first = start ?? ""
        let end = try topPath(of: post, at: upTo, of: counts.threads) ?? CommentPath.end
        var rows = try all(
            """
            SELECT \(raw: commentColumns) FROM comment
            WHERE post_id = \(post) AND status = 'approved' AND kind = 'comment' AND path >= \(first) AND path < \(end)
            ORDER BY path, id
            """, decode: ThreadRow.init(row:))
        if !own.isEmpty {
            rows += try all(
                """
                SELECT \(raw: commentColumns) FROM comment
                WHERE id IN \(list: own) AND post_id = \(post) AND status <> 'approved' AND path >= \(first)
                    AND path < \(end)
                """, decode: ThreadRow.init(row:))
            rows.sort { ($0.path, $0.comment.id.rawValue) < ($1.path, $1.comment.id.rawValue) }
        }
        return ThreadPage(
            comments: shown(rows), total: counts.total,
            firstNumber: try commentsBefore(
                first, of: post, total: counts.total, isNearEnd: (page > pages / 2) != isNewestFirst) + 1,
            page: page, pages: pages)
    }

    /// The approved pingbacks and trackbacks of a post, oldest first.
    package func pings(of post: Post.ID, limit: Int = 200) throws -> [Comment] {
        // `coalesce` keeps SQLite from the index by status, in which it would read the whole thread.
        try all(
            """
            SELECT \(raw: commentColumns) FROM comment
            WHERE post_id = \(post) AND kind <> 'comment' AND coalesce(status, '') = 'approved'
            ORDER BY path, id LIMIT \(limit)
            """, decode: Comment.init(row:))
    }

    /// Comments by their ids, in no certain order.
    package func comments(_ ids: [Comment.ID]) throws -> [Comment] {
        if ids.isEmpty { return [] }
        return try all(
            "SELECT \(raw: commentColumns) FROM comment WHERE id IN \(list: ids)", decode: Comment.init(row:))
    }

    /// By its public number, whatever its state.
    package func comment(number: Int64, site: Site.ID) throws -> Comment? {
        try first(
            "SELECT \(raw: commentColumns) FROM comment WHERE site_id = \(site) AND number = \(number)",
            decode: Comment.init(row:))
    }

    /// The post and page on which readers see a comment; nil for one that they don't see. Pings are on every page: 1.
    package func place(
        ofComment number: Int64, site: Site.ID, perPage: Int, isNewestFirst: Bool = false
    ) throws -> CommentPlace? {
        let found: (post: Post.ID, isPing: Bool, root: String, isShown: Bool)? = try first(
            """
            SELECT comment.post_id, CASE WHEN comment.kind <> 'comment' THEN 1 ELSE 0 END, root.path,
                CASE WHEN root.thread_size > 0 THEN 1 ELSE 0 END
            FROM comment JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id)
            WHERE comment.site_id = \(site) AND comment.number = \(number) AND comment.status = 'approved'
            """
        ) { ($0.id(0), $0.bool(1), $0.text(2), $0.bool(3)) }
        guard let found else { return nil }
        if found.isPing { return CommentPlace(post: found.post, page: 1) }
        guard found.isShown else { return nil }
        let threads = try threads(of: found.post)
        let before = try self.threads(of: found.post, before: found.root, of: threads)
        return CommentPlace(
            post: found.post, page: (isNewestFirst ? threads - 1 - before : before) / perPage + 1)
    }

    /// The page, from 1, on which a comment stands, or would if it were shown.
    package func page(ofComment id: Comment.ID, perPage: Int, isNewestFirst: Bool = false) throws -> Int {
        let root: (post: Post.ID, path: String, threads: Int)? = try first(
            """
            SELECT comment.post_id, root.path, post.thread_count
            FROM comment JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id)
                JOIN post ON post.id = comment.post_id
            WHERE comment.id = \(id)
            """
        ) { ($0.id(0), $0.text(1), $0.int(2)) }
        guard let root else { return 1 }
        let pages = max(1, (root.threads + perPage - 1) / perPage)
        let before = try threads(of: root.post, before: root.path, of: root.threads)
        let place = isNewestFirst ? max(0, root.threads - 1 - before) : before
        return min(place / perPage + 1, pages)
    }

    private func threads(of post: Post.ID) throws -> Int {
        try first("SELECT thread_count FROM post WHERE id = \(post)") { $0.int(0) } ?? 0
    }

    /// Counted from the end where that is near, as it is for new ones.
    private func threads(of post: Post.ID, before path: String, of total: Int) throws -> Int {
        let near = 100
        let after = try all(
            "SELECT 1 FROM comment WHERE post_id = \(post) AND thread_size > 0 AND path >= \(path) LIMIT \(near)"
        ) { _ in () }.count
        if after < near { return total - after }
        return try first(
            "SELECT count(*) FROM comment WHERE post_id = \(post) AND thread_size > 0 AND path < \(path)"
        ) { $0.int(0) } ?? 0
    }

    /// The path of the top-level comment at a place among those that readers see, found from the nearer end.
    private func topPath(of post: Post.ID, at offset: Int, of threads: Int) throws -> String? {
        guard offset < threads else { return nil }
        if offset <= threads / 2 {
            return try first(
                """
                SELECT path FROM comment WHERE post_id = \(post) AND thread_size > 0
                ORDER BY path LIMIT 1 OFFSET \(offset)
                """
            ) { $0.text(0) }
        }
        return try first(
            """
            SELECT path FROM comment WHERE post_id = \(post) AND thread_size > 0
            ORDER BY path DESC LIMIT 1 OFFSET \(threads - 1 - offset)
            """
        ) { $0.text(0) }
    }

    private func commentsBefore(_ path: String, of post: Post.ID, total: Int, isNearEnd: Bool) throws -> Int {
        if isNearEnd {
            return try total
                - (first(
                    """
                    SELECT coalesce(sum(thread_size), 0) FROM comment
                    WHERE post_id = \(post) AND thread_size > 0 AND path >= \(path)
                    """
                ) { $0.int(0) } ?? 0)
        }
        return try first(
            """
            SELECT coalesce(sum(thread_size), 0) FROM comment
            WHERE post_id = \(post) AND thread_size > 0 AND path < \(path)
            """
        ) { $0.int(0) } ?? 0
    }

    /// Leaves out the answers of a thread whose top-level comment is not shown, and counts `depth` anew: by paths, since
    /// a parent may be missing here.
    private func shown(_ rows: [ThreadRow]) -> [Comment] {
        var root: Comment.ID?
        var above: [String] = []
        var comments: [Comment] = []
        comments.reserveCapacity(rows.count)
        for row in rows {
            if row.root == row.comment.id { root = row.root }
            guard row.root == root else { continue }
            while let path = above.last, !row.path.hasPrefix(path) { above.removeLast() }
            var comment = row.comment
            comment.depth = above.count
            comments.append(comment)
            above.append(row.path)
        }
        return comments
    }
}

private struct ThreadRow {
    let root: Comment.ID
    let path: String
    let comment: Comment

    /// Reads `commentColumns`.
    init(row: any Row) throws {
        root = row.id(14)
        path = row.text(15)
        comment = try Comment(row: row)
    }
}

let commentColumns: StaticString = """
    comment.id, comment.site_id, comment.number, comment.post_id, comment.parent_id, comment.depth, comment.kind,
    comment.status, comment.author_name, comment.author_url, comment.account_id, comment.html, comment.created_at,
    comment.local_date, coalesce(comment.root_id, comment.id), comment.path, comment.identity_id
    """

extension Comment {
    /// Reads `commentColumns`.
    init(row: any Row) throws {
        let createdAt = row.instant(12)
        self.init(
            id: row.id(0), site: row.id(1), number: row.int64(2), post: row.id(3), parent: row.optionalID(4),
            depth: row.int(5), kind: try row.case(6), status: try row.case(7), authorName: row.text(8),
            authorURL: row.text(9), account: row.optionalID(10), identity: row.optionalID(16),
            html: SafeHTML(stored: row.text(11)),
            createdAt: createdAt, localDate: row.localDate(13) ?? createdAt.utc)
    }
}
