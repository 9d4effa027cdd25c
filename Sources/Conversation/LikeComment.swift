package import Database
package import Model
import Store

/// Lets readers who are logged in like a response, and take it back.
package struct LikeComment: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// - Parameters:
    ///   - number: of a response to this post that readers see.
    ///   - session: the digest of the token of who is logged in; nil for nobody.
    /// - Returns: the page of responses on which it stands.
    /// - Throws: `LikePost.Fault`
    package func set(
        _ isLiked: Bool, _ number: Int64, on post: Post.ID, session: String?, now: Instant
    ) async throws -> Int {
        try await database.write { tx in
            guard let site = try tx.site() else { throw LikePost.Fault.off }
            let discussion = try tx.discussion(site: site.id)
            guard discussion.likesComments,
                let comment = try tx.comment(number: number, site: site.id), comment.post == post,
                comment.status == .approved, comment.kind == .comment
            else { throw LikePost.Fault.off }
            guard let identity = try session.flatMap({ try tx.identity(session: $0, at: now) }) else {
                throw LikePost.Fault.loginNeeded
            }
            try tx.set(isLiked, likeOf: comment, by: identity.id, site: site.id, at: now)
            return try tx.page(
                ofComment: comment.id, perPage: site.commentsPerPage, isNewestFirst: discussion.isNewestFirst)
        }
    }
}
