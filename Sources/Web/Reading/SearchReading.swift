import Database
import Model
import Search
import Store

/// One page of what a search found.
struct SearchReading: Sendable {
    struct Result: Sendable {
        let post: PostSummary
        /// Where the words were found in it and not in the post.
        let comment: Comment?
        /// The post, or the comment on the page of its thread.
        let path: String
    }

    let query: SearchQuery
    let results: [Result]
    /// From 1.
    let page: Int
    /// At least 1.
    let pages: Int
    /// Posts on all pages.
    let total: Int
    /// More matched than were weighed.
    let isCapped: Bool
    /// What to read where nothing was found.
    let suggestions: [PostLink]

    /// Nil beyond the last page.
    init?(_ words: String, page: Int, limits: SearchLimits, site: Site, in tx: any ReadTransaction) throws {
        query = SearchQuery(words, limits: limits)
        let found = try tx.search(query, site: site.id, limit: limits.matches)
        total = found.hits.count
        isCapped = found.isCapped
        pages = max(1, (total + site.postsPerPage - 1) / site.postsPerPage)
        self.page = page
        guard page <= pages else { return nil }
        let hits = found.hits.dropFirst((page - 1) * site.postsPerPage).prefix(site.postsPerPage)
        let posts = try tx.summaries(of: hits.map(\.post))
        let comments = try tx.comments(hits.compactMap(\.comment))
        var commentOf: [Post.ID: Comment.ID] = [:]
        for hit in hits { commentOf[hit.post] = hit.comment }
        results = try posts.map { post in
            guard let id = commentOf[post.id], let comment = comments.first(where: { $0.id == id }) else {
                return Result(post: post, comment: nil, path: post.path)
            }
            let place = try tx.place(ofComment: comment.number, of: site)
            let number = place?.page ?? 1
            let path = number > 1 ? Address.item(path: post.path, part: .comments(page: number)).path : post.path
            return Result(post: post, comment: comment, path: "\(path)#comment-\(comment.number)")
        }
        suggestions = total > 0 ? [] : try Self.suggestions(for: query, limits: limits, site: site, in: tx)
    }

    private static func suggestions(
        for query: SearchQuery, limits: SearchLimits, site: Site, in tx: any ReadTransaction
    ) throws -> [PostLink] {
        let near = try tx.nearestTitles(to: query, site: site.id, limit: 5, weighed: limits.matches)
        if !near.isEmpty { return try tx.orderedLinks(to: near) }
        let newest = try tx.posts(in: .home, site: site.id, offset: 0, limit: 10)
        return try tx.summaries(of: newest, withContent: false).filter { !$0.isPasswordProtected }.prefix(5)
            .map { PostLink(id: $0.id, title: $0.title, path: $0.path) }
    }
}
