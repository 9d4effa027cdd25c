package import Database
package import Model

/// Enough of a post to link to it.
package struct PostLink: Hashable, Sendable {
    package let id: Post.ID
    package let title: String
    /// The canonical address as it is written in a link.
    package let path: String

    package init(id: Post.ID, title: String, path: String) {
        self.id = id
        self.title = title
        self.path = path
    }
}

/// Everything that a post's own page tells of it, save its comments.
package struct FullPost: Hashable, Sendable {
    package let post: Post
    package let body: PostBody
    /// The canonical address as it is written in a link; empty where a post has none.
    package let path: String
    package let author: AuthorLink?
    package let terms: [TermLink]
    /// Top-level comments that readers see.
    package let threads: Int
}

extension ReadTransaction {
    package func post(_ id: Post.ID) throws -> Post? {
        try first("SELECT \(raw: postColumns) FROM post WHERE id = \(id)", decode: Post.init(row:))
    }

    /// Posts that have an address of their own, pages not among them, by their ids.
    package func addressedPosts(after id: Post.ID, site: Site.ID, limit: Int) throws -> [Post] {
        try all(
            """
            SELECT \(raw: postColumns) FROM post
            WHERE site_id = \(site) AND kind = 'post' AND id > \(id) AND EXISTS (
                SELECT 1 FROM address WHERE address.post_id = post.id AND address.is_canonical = 1)
            ORDER BY id LIMIT \(limit)
            """, decode: Post.init(row:))
    }

    package func post(number: Int64, site: Site.ID) throws -> Post? {
        try first(
            "SELECT \(raw: postColumns) FROM post WHERE site_id = \(site) AND number = \(number)",
            decode: Post.init(row:))
    }

    /// All posts of a kind with this slug, published ones first (pages under different parents may share one).
    package func posts(_ kind: Post.Kind, slug: String, site: Site.ID) throws -> [Post] {
        try all(
            """
            SELECT \(raw: postColumns) FROM post WHERE site_id = \(site) AND kind = \(kind) AND slug = \(slug)
            ORDER BY CASE status WHEN 'published' THEN 0 ELSE 1 END, id
            """, decode: Post.init(row:))
    }

    /// Posts of any kind and status, newest change first: what the command line lists.
    package func posts(
        site: Site.ID, kind: Post.Kind, status: Post.Status, offset: Int = 0, limit: Int
    ) throws -> [Post] {
        try all(
            """
            SELECT \(raw: postColumns) FROM post WHERE site_id = \(site) AND kind = \(kind) AND status = \(status)
            ORDER BY modified_at DESC, id DESC LIMIT \(limit) OFFSET \(offset)
            """, decode: Post.init(row:))
    }

    /// Posts of every kind and status behind a public number, by number: for reading all of them in pieces.
    package func posts(site: Site.ID, after number: Int64, limit: Int) throws -> [Post] {
        try all(
            """
            SELECT \(raw: postColumns) FROM post WHERE site_id = \(site) AND number > \(number)
            ORDER BY number LIMIT \(limit)
            """, decode: Post.init(row:))
    }

    package func body(of id: Post.ID) throws -> PostBody? {
        try first(
            "SELECT \(raw: bodyColumns) FROM post_body WHERE post_id = \(id)", decode: PostBody.init(row:))
    }

    package func fullPost(_ id: Post.ID) throws -> FullPost? {
        guard let post = try post(id), let body = try body(of: id) else { return nil }
        return FullPost(
            post: post, body: body, path: try canonicalPath(of: id) ?? "",
            author: try post.author.flatMap { try account($0) }.map {
                AuthorLink(id: $0.id, slug: $0.slug, displayName: $0.displayName)
            },
            terms: try terms(of: [id])[id] ?? [], threads: try threadCount(of: id))
    }

    /// Published posts among `ids` that have an address, in no certain order.
    package func links(to ids: [Post.ID]) throws -> [PostLink] {
        if ids.isEmpty { return [] }
        return try all(
            """
            SELECT post.id, post.title, address.spelled FROM post
            JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE post.id IN \(list: ids) AND post.status = 'published'
            """
        ) { PostLink(id: $0.id(0), title: $0.text(1), path: $0.text(2)) }
    }

    /// The same in the order of `ids`.
    package func orderedLinks(to ids: [Post.ID]) throws -> [PostLink] {
        let links = Dictionary(try links(to: ids).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { links[$0] }
    }

    /// Published posts and pages whose slug begins with `beginning`.
    ///
    /// - Parameter datePrefix: of their local date (`2012-02`); empty for any.
    package func posts(
        slugStartingWith beginning: String, datePrefix: String, site: Site.ID, limit: Int
    ) throws -> [Post.ID] {
        try all(
            """
            SELECT id FROM post
            WHERE site_id = \(site) AND kind IN ('post', 'page') AND slug >= \(beginning)
                AND slug < \(beginning + "\u{10FFFF}") AND status = 'published'
                AND coalesce(local_date, '') >= \(datePrefix)
                AND coalesce(local_date, '') < \(datePrefix + "\u{10FFFF}")
            ORDER BY id LIMIT \(limit)
            """
        ) { $0.id(0) }
    }

    /// The published pages at the top, or under `parent`, in their menu order.
    package func pages(under parent: Post.ID?, site: Site.ID) throws -> [PostLink] {
        guard let parent else {
            return try all(
                """
                SELECT post.id, post.title, address.spelled FROM post
                JOIN address ON address.post_id = post.id AND address.is_canonical = 1
                WHERE post.site_id = \(site) AND post.kind = 'page' AND post.status = 'published'
                    AND post.parent_id IS NULL
                ORDER BY post.menu_order, post.id
                """
            ) { PostLink(id: $0.id(0), title: $0.text(1), path: $0.text(2)) }
        }
        return try all(
            """
            SELECT post.id, post.title, address.spelled FROM post
            JOIN address ON address.post_id = post.id AND address.is_canonical = 1
            WHERE post.parent_id = \(parent) AND post.kind = 'page' AND post.status = 'published'
            ORDER BY post.menu_order, post.id
            """
        ) { PostLink(id: $0.id(0), title: $0.text(1), path: $0.text(2)) }
    }

    /// The posts whose scheduled time has come.
    package func duePosts(at now: Instant, site: Site.ID) throws -> [Post] {
        try all(
            """
            SELECT \(raw: postColumns) FROM post
            WHERE site_id = \(site) AND status = 'scheduled' AND published_at <= \(now) ORDER BY published_at
            """, decode: Post.init(row:))
    }

    /// When the next scheduled post is due; it may be in the past.
    package func nextScheduled(site: Site.ID) throws -> Instant? {
        try first(
            """
            SELECT published_at FROM post
            WHERE site_id = \(site) AND status = 'scheduled' AND published_at IS NOT NULL
            ORDER BY published_at LIMIT 1
            """
        ) { $0.instant(0) }
    }

    func threadCount(of id: Post.ID) throws -> Int {
        try first("SELECT thread_count FROM post WHERE id = \(id)") { $0.int(0) } ?? 0
    }
}

private let postColumns: StaticString = """
    id, site_id, number, kind, status, title, slug, author_id, parent_id, menu_order, format, sticky, password,
    comments_open, pings_open, published_at, local_date, modified_at, guid, featured_image_id, comment_count, version
    """

private let bodyColumns: StaticString =
    "source, source_format, excerpt_source, html, teaser, more_text, excerpt, sanitizer_version, cited"

extension Post {
    fileprivate init(row: any Row) throws {
        self.init(
            id: row.id(0), site: row.id(1), number: row.int64(2), kind: Kind(rawValue: row.text(3)),
            status: try row.case(4), title: row.text(5), slug: row.text(6), author: row.optionalID(7),
            parent: row.optionalID(8), menuOrder: row.int(9), format: Format(rawValue: row.text(10)) ?? .standard,
            isSticky: row.bool(11), password: row.optionalText(12), commentsOpen: row.bool(13),
            pingsOpen: row.bool(14), publishedAt: row.optionalInstant(15), localDate: row.localDate(16),
            modifiedAt: row.instant(17), guid: row.text(18), featuredImage: row.optionalID(19),
            commentCount: row.int(20), version: row.int(21))
    }
}

extension PostBody {
    /// Stands between the pages of a stored post. The sanitizer lets no control character through, so none has it.
    static let pageBreak = "\u{C}"

    init(row: any Row) throws {
        self.init(
            source: row.text(0), sourceFormat: try row.case(1), excerptSource: row.text(2),
            pages: Self.pages(stored: row.text(3)), teaser: row.optionalText(4).map(SafeHTML.init(stored:)),
            moreText: row.optionalText(5), excerpt: row.text(6), sanitizerVersion: row.int(7),
            cited: row.text(8).split(separator: "\n").map(String.init))
    }

    static func pages(stored html: String) -> [SafeHTML] {
        html.split(separator: pageBreak, omittingEmptySubsequences: false).map { SafeHTML(stored: String($0)) }
    }

    /// All pages in one text, a form feed between them.
    package var storedPages: String { pages.map(\.markup).joined(separator: Self.pageBreak) }
}
