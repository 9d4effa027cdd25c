package import Database
import Markup
package import Model
import Store

/// Renders posts again from their sources, so that they show the files that have come since. What comes out as it was
/// is not written, so this may be repeated at any time.
package struct ShowMedia: Sendable {
    /// The job that does this.
    package static let kind = "media.show"
    /// How long a file may wait for the posts that show it: rendering takes a moment for each post.
    static let delaySeconds: Int64 = 30

    private let database: any Database

    package init(_ database: any Database) {
        self.database = database
    }

    /// Gives the number of posts that look otherwise now.
    package func run(now: Instant) async throws -> Int {
        guard let sources = try await database.read({ tx in try RenderingSources(tx) }) else { return 0 }
        var last = Post.ID(0)
        var changed = 0
        while true {
            let piece = try await database.read { [last] tx in
                try tx.bodies(after: last, site: sources.media.site.id, limit: 100)
            }
            guard let end = piece.last?.id else { return changed }
            last = end
            let fresh = piece.compactMap { post -> (id: Post.ID, body: PostBody)? in
                let body = sources.rendered(post.body, of: post.id, number: post.number)
                return body == post.body ? nil : (post.id, body)
            }
            if fresh.isEmpty { continue }
            changed += try await database.writeAlone { tx in
                try fresh.count { try tx.setRendering($0.body, of: $0.id, at: now) }
            }
        }
    }
}

/// What every rendering of a site's posts may ask for.
private struct RenderingSources: Sendable {
    let media: SiteMedia
    private let blocks: [Int64: String]
    /// By the old blog: which posts came from it, and its attachments that have another number here.
    private let renumbered: [(posts: Set<Int64>, attachments: [Int64: Post.ID])]

    /// Nil where there is no site.
    init?(_ tx: any ReadTransaction) throws {
        guard let site = try tx.site() else { return nil }
        media = try SiteMedia(site, in: tx)
        blocks = try tx.reusableBlocks(site: site.id)
        var renumbered: [(Set<Int64>, [Int64: Post.ID])] = []
        for source in try tx.importSources(site: site.id) {
            let attachments = try tx.renumberedPosts(from: source, site: site.id)
            guard !attachments.isEmpty else { continue }
            renumbered.append((Set(try tx.importedIDs(.post, source: source, site: site.id).values), attachments))
        }
        self.renumbered = renumbered
    }

    /// What cannot be rendered stays as it is.
    func rendered(_ body: PostBody, of post: Post.ID, number: Int64) -> PostBody {
        let numbers = renumbered.first { $0.posts.contains(post.rawValue) }?.attachments ?? [:]
        let context = RenderingContext(
            postNumber: number, language: media.site.language, origins: media.origins,
            attachments: media.attachments(of: post),
            attachment: { [media] in media.attachment($0, renumbered: numbers) },
            file: { [media] in media.file(at: $0) },
            reusableBlock: { [blocks] in blocks[$0] })
        let rendering = Rendering(body.source, excerpt: body.excerptSource, kind: .post, context: context)
        guard rendering.fault != nil else { return rendering.body }
        var kept = body
        // The newest rules refuse it as well.
        kept.sanitizerVersion = rendering.body.sanitizerVersion
        return kept
    }
}
