package import Database
package import Model
import Secrets
import Store
import Synchronization

/// Lets readers like a post, and take it back.
package final class LikePost: Sendable {
    private let database: any Database
    private let signature: Signature
    /// Those without an account that were counted just now: a doubled click is one like.
    private let counted = Mutex(RateWindow<String>(seconds: 10))

    /// - Parameter secret: the bytes of `secret.key`.
    package init(_ database: any Database, secret: [UInt8]) {
        self.database = database
        signature = Signature(secret: secret, purpose: "like")
    }

    package enum Fault: Error, Hashable, Sendable {
        /// Nothing is liked here.
        case off
        case loginNeeded
    }

    /// What a browser without an account shows of its like.
    private func token(for post: Post.ID) -> String { signature.text(of: String(post.rawValue)) }

    /// - Parameters:
    ///   - session: the digest of the token of who is logged in; nil for nobody.
    ///   - token: what the browser showed; nil for nothing.
    ///   - visitor: what tells doubled clicks from two people, for seconds.
    /// - Returns: the token that the browser shows from now on; nil for none.
    /// - Throws: `Fault`
    package func set(
        _ isLiked: Bool, _ post: Post.ID, session: String?, token: String?, visitor: String, now: Instant
    ) async throws -> String? {
        let hadLiked = token.map { signature.isRight($0, for: String(post.rawValue)) } ?? false
        let isAgain = counted.withLock { counted in
            let key = "\(isLiked) \(post.rawValue) \(visitor)"
            defer { counted.add(key, now: now) }
            return counted.count(key, now: now) > 0
        }
        return try await database.write { [self] tx in
            guard let site = try tx.site() else { throw Fault.off }
            let rule = try tx.discussion(site: site.id).likes
            if rule == .off { throw Fault.off }
            if let identity = try session.flatMap({ try tx.identity(session: $0, at: now) }) {
                if isLiked {
                    try tx.like(post, by: identity.id, site: site.id, at: now)
                } else {
                    try tx.unlike(post, by: identity.id, site: site.id, at: now)
                }
                // Their browser has no like of its own besides.
                if hadLiked { try tx.countBrowserLike(post, isMore: false, site: site.id, at: now) }
                return nil
            }
            guard rule == .everybody || hadLiked && !isLiked else { throw Fault.loginNeeded }
            if isLiked != hadLiked, !isAgain {
                try tx.countBrowserLike(post, isMore: isLiked, site: site.id, at: now)
            }
            return isLiked ? self.token(for: post) : nil
        }
    }
}
