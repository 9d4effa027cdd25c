package import Database
package import Jobs
package import Model
import Store

/// Puts what is new on the list of everybody who follows it: each thing once, whatever becomes of it later.
package struct CollectNews: Sendable {
    static let responseKind = "news.response"
    static let postKind = "news.post"

    /// What was written so many seconds ago is no news, whenever it is shown: it may have moved here with a blog.
    private static let newSeconds: Int64 = 30 * 86_400

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handlers: [JobHandler] {
        [
            JobHandler(Self.responseKind) { payload, now in
                if let number = Int64(payload) { try await tell(response: number, now: now) }
            },
            JobHandler(Self.postKind) { payload, now in
                if let number = Int64(payload) { try await tell(post: number, now: now) }
            },
        ]
    }

    private func tell(response number: Int64, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), let judged = try tx.judgedComment(number: number, site: site.id),
                judged.comment.status == .approved,
                judged.comment.createdAt.adding(seconds: Self.newSeconds) > now,
                try tx.markTold("comment", judged.comment.id.rawValue, site: site.id)
            else { return }
            try tx.addNews(of: judged.comment, except: judged.email)
            try tx.enqueue(SendNews.kind, key: "", site: site.id, after: now)
        }
    }

    private func tell(post number: Int64, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id),
                post.status == .published, let published = post.publishedAt,
                published.adding(seconds: Self.newSeconds) > now,
                try tx.markTold("post", post.id.rawValue, site: site.id)
            else { return }
            try tx.addNews(of: post)
            try tx.enqueue(SendNews.kind, key: "", site: site.id, after: now)
        }
    }
}

extension WriteTransaction {
    /// Lets those who follow its post hear of a response that readers see from now on.
    package func tellFollowers(of comment: Comment, at now: Instant) throws {
        guard comment.kind == .comment else { return }
        try tellFollowers(ofResponse: comment.number, to: comment.post, site: comment.site, at: now)
    }

    /// - Parameter number: of a response in a thread; pings are told to nobody.
    package func tellFollowers(ofResponse number: Int64, to post: Post.ID, site: Site.ID, at now: Instant) throws {
        guard try hasFollowers(post) else { return }
        try enqueue(CollectNews.responseKind, key: String(number), payload: String(number), site: site, after: now)
    }

    /// Lets those who asked for new posts hear of one that is public from now on.
    package func tellFollowers(of post: Post, at now: Instant) throws {
        guard post.kind == .post, try hasFollowersOfPosts(site: post.site) else { return }
        try enqueue(
            CollectNews.postKind, key: String(post.number), payload: String(post.number), site: post.site, after: now)
    }
}
