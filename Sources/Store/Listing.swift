internal import Database
internal import Model

/// One place of a post in a list.
private struct Place: Hashable {
    let list: String
    let key: Int64
    let publishedAt: Instant
}

/// What decides where a post is listed.
private struct ListedPost {
    let site: Site.ID
    let isListed: Bool
    let publishedAt: Instant?
    let localDate: LocalDateTime?
    let author: Account.ID?
    let isSticky: Bool

    func places(terms: [Term.ID]) -> Set<Place> {
        guard isListed, let publishedAt, let localDate else { return [] }
        let (year, month) = (localDate.year, localDate.month)
        var lists: [PostList] = [
            .home, .year(year), .month(year: year, month: month), .day(year: year, month: month, day: localDate.day),
        ]
        if let author { lists.append(.author(author)) }
        lists += terms.map(PostList.term)
        var places = Set(lists.map { Place(list: $0.stored.list, key: $0.stored.key, publishedAt: publishedAt) })
        if isSticky { places.insert(Place(list: "sticky", key: 0, publishedAt: publishedAt)) }
        return places
    }
}

extension WriteTransaction {
    /// Brings the lists that a post is in, and their tallies, in line with its row and its terms.
    /// Gives whether anything moved.
    @discardableResult
    func relist(_ post: Post.ID) throws -> Bool {
        guard let listed = try listedPost(post) else { return false }
        let current = try Set(
            all("SELECT list, key, published_at FROM listing WHERE post_id = \(post)") {
                Place(list: $0.text(0), key: $0.int64(1), publishedAt: $0.instant(2))
            })
        let terms = listed.isListed ? try termsAndAncestorIDs(of: post) : []
        let wanted = listed.places(terms: terms)
        for place in current.subtracting(wanted) {
            try run(
                """
                DELETE FROM listing WHERE site_id = \(listed.site) AND list = \(place.list) AND key = \(place.key)
                    AND published_at = \(place.publishedAt) AND post_id = \(post)
                """)
            try run(
                """
                UPDATE tally SET posts = posts - 1
                WHERE site_id = \(listed.site) AND list = \(place.list) AND key = \(place.key)
                """)
        }
        for place in wanted.subtracting(current) {
            try run(
                """
                INSERT INTO listing (site_id, list, key, published_at, post_id)
                VALUES (\(listed.site), \(place.list), \(place.key), \(place.publishedAt), \(post))
                """)
            try run(
                """
                INSERT INTO tally (site_id, list, key, posts) VALUES (\(listed.site), \(place.list), \(place.key), 1)
                ON CONFLICT (site_id, list, key) DO UPDATE SET posts = tally.posts + 1
                """)
        }
        return current != wanted
    }

    private func listedPost(_ id: Post.ID) throws -> ListedPost? {
        try first(
            """
            SELECT site_id, kind, status, published_at, local_date, author_id, sticky FROM post WHERE id = \(id)
            """
        ) { row in
            ListedPost(
                site: row.id(0),
                isListed: row.text(1) == Post.Kind.post.rawValue && row.text(2) == Post.Status.published.rawValue,
                publishedAt: row.optionalInstant(3), localDate: row.localDate(4), author: row.optionalID(5),
                isSticky: row.bool(6))
        }
    }

    private func termsAndAncestorIDs(of post: Post.ID) throws -> [Term.ID] {
        try all(
            """
            WITH RECURSIVE above (id, parent_id) AS (
                SELECT term.id, term.parent_id FROM post_term JOIN term ON term.id = post_term.term_id
                WHERE post_term.post_id = \(post)
                UNION SELECT term.id, term.parent_id FROM above JOIN term ON term.id = above.parent_id)
            SELECT id FROM above
            """
        ) { $0.id(0) }
    }
}
