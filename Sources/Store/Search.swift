package import Database
package import Model
package import Search

/// A post that was found.
package struct SearchHit: Hashable, Sendable {
    package let post: Post.ID
    /// The comment that was found, where the post itself does not hold what was looked for.
    package let comment: Comment.ID?
}

/// What a search found.
package struct SearchHits: Hashable, Sendable {
    /// Each post once, in the order that was asked for.
    package let hits: [SearchHit]
    /// There were more matches than were weighed; the newest of them were.
    package let isCapped: Bool
}

/// How what was found is sorted.
package enum SearchOrder: Sendable {
    case best, newest
}

/// What stands in the index, with what it is weighed by.
private struct Match {
    let post: Post.ID
    let comment: Comment.ID?
    let relevance: Double
    let publishedAt: Instant
}

extension ReadTransaction {
    /// The posts that hold what is looked for, in title, text or one of their comments; only what readers may see.
    ///
    /// - Parameter limit: matches that are weighed.
    package func search(
        _ query: SearchQuery, site: Site.ID, limit: Int, order: SearchOrder = .best
    ) throws -> SearchHits {
        guard !query.isEmpty else { return SearchHits(hits: [], isCapped: false) }
        let question = WordQuestion(dialect)
        var posts = try matchingPosts(question.text(query), site: site, limit: limit)
        let comments = try matchingComments(question.text(query), site: site, limit: limit)
        let isCapped = posts.count == limit || comments.count == limit
        // A title says more than a date, so all of them are weighed.
        if posts.count == limit { posts += try matchingPosts(question.titles(query), site: site, limit: limit) }
        var excluded: Set<Post.ID> = []
        if !query.excluded.isEmpty, !comments.isEmpty {
            excluded = Set(try matchingPosts(question.anyExcluded(query), site: site, limit: limit).map(\.post))
        }
        let others = comments.filter { !excluded.contains($0.post) }
        return SearchHits(hits: Match.ranked(posts + others, order: order), isCapped: isCapped)
    }

    /// The posts whose titles have the most of some words, best first.
    package func nearestTitles(to query: SearchQuery, site: Site.ID, limit: Int, weighed: Int) throws -> [Post.ID] {
        guard !query.isEmpty else { return [] }
        let matches = try matchingPosts(WordQuestion(dialect).anyInTitles(query), site: site, limit: weighed)
        return Match.ranked(matches).prefix(limit).map(\.post)
    }

    private func matchingPosts(_ question: String, site: Site.ID, limit: Int) throws -> [Match] {
        switch dialect {
        case .sqlite:
            try all(
                """
                /* sqlite */ SELECT post.id, CAST(-1e9 * bm25(post_words, 12.0, 1.0) AS INTEGER), post.published_at
                FROM post_words CROSS JOIN post ON post.id = post_words.rowid
                WHERE post_words MATCH \(question) AND post.site_id = \(site) AND post.status = 'published'
                    AND post.password IS NULL
                ORDER BY post_words.rowid DESC LIMIT \(limit)
                """, decode: Match.init(post:))
        case .postgres:
            try all(
                """
                /* postgres */ SELECT post.id,
                    CAST(1e9 * ts_rank('{0, 0.08, 0.2, 1}', words, to_tsquery('simple', \(question))) AS BIGINT),
                    post.published_at
                FROM post_words JOIN post ON post.id = post_words.rowid
                WHERE words @@ to_tsquery('simple', \(question)) AND post.site_id = \(site)
                    AND post.status = 'published' AND post.password IS NULL
                ORDER BY post_words.rowid DESC LIMIT \(limit)
                """, decode: Match.init(post:))
        }
    }

    private func matchingComments(_ question: String, site: Site.ID, limit: Int) throws -> [Match] {
        switch dialect {
        case .sqlite:
            try all(
                """
                /* sqlite */ SELECT post.id, CAST(-1e9 * bm25(comment_words) AS INTEGER), post.published_at, comment.id
                FROM comment_words CROSS JOIN comment ON comment.id = comment_words.rowid
                CROSS JOIN post ON post.id = comment.post_id
                WHERE comment_words MATCH \(question) AND comment.site_id = \(site) AND comment.status = 'approved'
                    AND post.status = 'published' AND post.password IS NULL
                ORDER BY comment_words.rowid DESC LIMIT \(limit)
                """, decode: Match.init(comment:))
        case .postgres:
            try all(
                """
                /* postgres */ SELECT post.id,
                    CAST(1e9 * ts_rank(words, to_tsquery('simple', \(question))) AS BIGINT), post.published_at,
                    comment.id
                FROM comment_words JOIN comment ON comment.id = comment_words.rowid
                JOIN post ON post.id = comment.post_id
                WHERE words @@ to_tsquery('simple', \(question)) AND comment.site_id = \(site)
                    AND comment.status = 'approved' AND post.status = 'published' AND post.password IS NULL
                ORDER BY comment_words.rowid DESC LIMIT \(limit)
                """, decode: Match.init(comment:))
        }
    }
}

extension Match {
    /// A comment counts less than what the post itself says.
    private static let weightOfComments = 0.3
    /// What a post of today gains on one of long ago.
    private static let preferenceForRecent = 0.25

    init(post row: any Row) {
        self.init(
            post: row.id(0), comment: nil, relevance: Double(row.int64(1)), publishedAt: row.instant(2))
    }

    init(comment row: any Row) {
        self.init(
            post: row.id(0), comment: row.id(3), relevance: Double(row.int64(1)) * Self.weightOfComments,
            publishedAt: row.instant(2))
    }

    /// Each post once: as itself where it holds the words, else by the best of its comments.
    static func ranked(_ matches: [Match], order: SearchOrder = .best) -> [SearchHit] {
        let newest = matches.map(\.publishedAt).max() ?? Instant(milliseconds: 0)
        var best: [Post.ID: (match: Match, score: Double)] = [:]
        for match in matches {
            let years = Double(newest.milliseconds - match.publishedAt.milliseconds) / 31_557_600_000
            let score = match.relevance * (1 + preferenceForRecent / (1 + years))
            guard let other = best[match.post] else {
                best[match.post] = (match, score)
                continue
            }
            let shown = other.match.comment == nil ? other.match : match.comment == nil ? match : nil
            if let shown {
                best[match.post] = (shown, max(score, other.score))
            } else if score > other.score {
                best[match.post] = (match, score)
            }
        }
        return best.values.sorted { one, other in
            if order == .best, one.score != other.score { return one.score > other.score }
            return (one.match.publishedAt, one.match.post) > (other.match.publishedAt, other.match.post)
        }.map { SearchHit(post: $0.match.post, comment: $0.match.comment) }
    }
}
