package import Database
package import Model

/// What lists and feeds show of a post.
package struct PostSummary: Hashable, Sendable {
    package let id: Post.ID
    package let number: Int64
    package let kind: Post.Kind
    package let title: String
    /// The canonical address as it is written in a link; empty where a post has none.
    package let path: String
    package let guid: String
    package let author: AuthorLink?
    package let format: Post.Format
    package let isSticky: Bool
    /// Then `pages`, `teaser` and `excerpt` are empty: they are for those who know the password.
    package let isPasswordProtected: Bool
    package let commentsOpen: Bool
    package let publishedAt: Instant?
    package let localDate: LocalDateTime?
    package let modifiedAt: Instant
    package let commentCount: Int
    package let featuredImage: Post.ID?
    /// Empty, too, where a list was asked for without content and the post has no short form.
    package let pages: [SafeHTML]
    package let teaser: SafeHTML?
    package let moreText: String?
    package let excerpt: String
    package let terms: [TermLink]
}

/// One page of a list, with what its navigation needs.
package struct PostListPage: Hashable, Sendable {
    /// On the first page of the home list, sticky posts stand before the others.
    package let posts: [PostSummary]
    /// From 1.
    package let page: Int
    /// At least 1.
    package let pages: Int
    /// The posts of the whole list.
    package let total: Int
}

extension ReadTransaction {
    /// Page `page` (from 1) of a list; nil beyond the last one. An empty list has one empty page.
    ///
    /// - Parameter withContent: false where excerpts are enough, which lie nearer than the posts themselves.
    package func listPage(
        _ list: PostList, site: Site.ID, page: Int, perPage: Int, withContent: Bool = true
    ) throws -> PostListPage? {
        let total = try count(of: list, site: site)
        let pages = max(1, (total + perPage - 1) / perPage)
        guard (1...pages).contains(page) else { return nil }
        var ids = try posts(in: list, site: site, offset: (page - 1) * perPage, limit: perPage)
        if list == .home, page == 1 {
            let sticky = try stickyPosts(site: site)
            ids = sticky + ids.filter { !sticky.contains($0) }
        }
        return PostListPage(
            posts: try summaries(of: ids, withContent: withContent), page: page, pages: pages, total: total)
    }

    /// The newest posts of a list, for feeds.
    package func newestPosts(in list: PostList, site: Site.ID, limit: Int) throws -> [PostSummary] {
        try summaries(of: posts(in: list, site: site, offset: 0, limit: limit))
    }

    /// Summaries in the order of `ids`, by two or three queries for all of them; an id without a row is left out.
    package func summaries(of ids: [Post.ID], withContent: Bool = true) throws -> [PostSummary] {
        if ids.isEmpty { return [] }
        let shortForms = Post.Format.shortForms.map(\.rawValue)
        let terms = try terms(of: ids)
        let summaries = try all(
            """
            SELECT post.id, post.number, post.kind, post.title, address.spelled, post.guid, post.author_id,
                account.slug, account.display_name, post.format, post.sticky, post.password IS NOT NULL,
                post.comments_open, post.published_at, post.local_date, post.modified_at, post.comment_count,
                post.featured_image_id,
                CASE WHEN \(withContent) = 1 OR post.format IN \(list: shortForms) THEN post_body.html ELSE '' END,
                post_body.teaser, post_body.more_text, post_body.excerpt
            FROM post
            JOIN post_body ON post_body.post_id = post.id
            LEFT JOIN account ON account.id = post.author_id
            LEFT JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE post.id IN \(list: ids)
            """
        ) { row in try PostSummary(row: row, terms: terms[row.id(0)] ?? []) }
        let byID = Dictionary(uniqueKeysWithValues: summaries.map { ($0.id, $0) })
        return ids.compactMap { byID[$0] }
    }
}

extension PostSummary {
    fileprivate init(row: any Row, terms: [TermLink]) throws {
        let isProtected = row.bool(11)
        self.init(
            id: row.id(0), number: row.int64(1), kind: Post.Kind(rawValue: row.text(2)), title: row.text(3),
            path: row.text(4), guid: row.text(5),
            author: row.optionalID(6).map { AuthorLink(id: $0, slug: row.text(7), displayName: row.text(8)) },
            format: Post.Format(rawValue: row.text(9)) ?? .standard, isSticky: row.bool(10),
            isPasswordProtected: isProtected, commentsOpen: row.bool(12), publishedAt: row.optionalInstant(13),
            localDate: row.localDate(14), modifiedAt: row.instant(15), commentCount: row.int(16),
            featuredImage: row.optionalID(17), pages: isProtected ? [] : PostBody.pages(stored: row.text(18)),
            teaser: isProtected ? nil : row.optionalText(19).map(SafeHTML.init(stored:)),
            moreText: row.optionalText(20), excerpt: isProtected ? "" : row.text(21), terms: terms)
    }
}
