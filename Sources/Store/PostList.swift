package import Database
package import Model

/// A list of posts that readers page through, newest first. Only published posts of the kind `post` are in one.
package enum PostList: Hashable, Sendable {
    case home
    case author(Account.ID)
    /// The posts of a term and of all terms below it.
    case term(Term.ID)
    /// By the frozen local date.
    case year(Int)
    case month(year: Int, month: Int)
    case day(year: Int, month: Int, day: Int)

    /// The name and key under which `listing` and `tally` hold it.
    var stored: (list: String, key: Int64) {
        switch self {
        case .home: ("home", 0)
        case .author(let id): ("author", id.rawValue)
        case .term(let id): ("term", id.rawValue)
        case .year(let year): ("year", Int64(year))
        case .month(let year, let month): ("month", Int64(year * 100 + month))
        case .day(let year, let month, let day): ("day", Int64((year * 100 + month) * 100 + day))
        }
    }
}

/// A month that has posts.
package struct MonthCount: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let posts: Int
}

extension ReadTransaction {
    /// How many posts a list has; one look-up, however long it is.
    package func count(of list: PostList, site: Site.ID) throws -> Int {
        let stored = list.stored
        return try first(
            "SELECT posts FROM tally WHERE site_id = \(site) AND list = \(stored.list) AND key = \(stored.key)"
        ) { $0.int(0) } ?? 0
    }

    /// The ids at `offset` and behind, newest first; found from whichever end of the list is nearer.
    package func posts(in list: PostList, site: Site.ID, offset: Int, limit: Int) throws -> [Post.ID] {
        let total = try count(of: list, site: site)
        guard offset >= 0, offset < total, limit > 0 else { return [] }
        let stored = list.stored
        let wanted = min(limit, total - offset)
        if offset <= total / 2 {
            return try all(
                """
                SELECT post_id FROM listing
                WHERE site_id = \(site) AND list = \(stored.list) AND key = \(stored.key)
                ORDER BY published_at DESC, post_id DESC LIMIT \(wanted) OFFSET \(offset)
                """
            ) { $0.id(0) }
        }
        return try all(
            """
            SELECT post_id FROM listing
            WHERE site_id = \(site) AND list = \(stored.list) AND key = \(stored.key)
            ORDER BY published_at, post_id LIMIT \(wanted) OFFSET \(total - offset - wanted)
            """
        ) { $0.id(0) }.reversed()
    }

    /// The posts that stick to the top of the first page, newest first.
    package func stickyPosts(site: Site.ID, limit: Int = 50) throws -> [Post.ID] {
        try all(
            """
            SELECT post_id FROM listing WHERE site_id = \(site) AND list = 'sticky' AND key = 0
            ORDER BY published_at DESC, post_id DESC LIMIT \(limit)
            """
        ) { $0.id(0) }
    }

    /// The months that have posts, newest first.
    package func months(site: Site.ID) throws -> [MonthCount] {
        try all(
            """
            SELECT key, posts FROM tally WHERE site_id = \(site) AND list = 'month' AND posts > 0 ORDER BY key DESC
            """
        ) { MonthCount(year: $0.int(0) / 100, month: $0.int(0) % 100, posts: $0.int(1)) }
    }

    /// The post before and the post after a listed one, in time.
    package func neighbours(of post: Post) throws -> (previous: PostLink?, next: PostLink?) {
        guard let at = post.publishedAt else { return (nil, nil) }
        let ids = try neighbourIDs(of: post.id, at: at, site: post.site)
        let links = try links(to: [ids.previous, ids.next].compactMap(\.self))
        func link(_ id: Post.ID?) -> PostLink? { links.first { $0.id == id } }
        return (link(ids.previous), link(ids.next))
    }

    func neighbourIDs(
        of post: Post.ID, at: Instant, site: Site.ID
    ) throws -> (previous: Post.ID?, next: Post.ID?) {
        let previous: Post.ID? = try first(
            """
            SELECT post_id FROM listing
            WHERE site_id = \(site) AND list = 'home' AND key = 0 AND (published_at, post_id) < (\(at), \(post))
            ORDER BY published_at DESC, post_id DESC LIMIT 1
            """
        ) { $0.id(0) }
        let next: Post.ID? = try first(
            """
            SELECT post_id FROM listing
            WHERE site_id = \(site) AND list = 'home' AND key = 0 AND (published_at, post_id) > (\(at), \(post))
            ORDER BY published_at, post_id LIMIT 1
            """
        ) { $0.id(0) }
        return (previous, next)
    }
}
