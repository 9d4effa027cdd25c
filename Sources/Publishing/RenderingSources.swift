import Database
import Markup
import Model
import Store

/// What every rendering of a site's posts may ask for.
struct RenderingSources: Sendable {
    let media: SiteMedia
    private let library: SiteSources
    private let blocks: [Int64: String]
    private let archived: ArchivedLinks
    /// By the old blog: which posts came from it, and its attachments that have another number here.
    private let renumbered: [(posts: Set<Int64>, attachments: [Int64: Post.ID])]

    /// Nil where there is no site.
    init?(_ tx: any ReadTransaction) throws {
        guard let site = try tx.site() else { return nil }
        media = try SiteMedia(site, in: tx)
        library = try SiteSources(site, in: tx)
        blocks = try tx.reusableBlocks(site: site.id)
        archived = try tx.archivedLinks(of: site)
        var renumbered: [(Set<Int64>, [Int64: Post.ID])] = []
        for source in try tx.importSources(site: site.id) {
            let attachments = try tx.renumberedPosts(from: source, site: site.id)
            guard !attachments.isEmpty else { continue }
            renumbered.append((Set(try tx.importedIDs(.post, source: source, site: site.id).values), attachments))
        }
        self.renumbered = renumbered
    }

    /// - Parameter post: nil for one that is not stored yet.
    func rendering(
        _ source: String, _ format: PostBody.SourceFormat, excerpt: String, of post: Post.ID?, number: Int64,
        marksUnknown: Bool = false
    ) -> Rendering {
        let context = context(of: post, number: number, marksUnknown: marksUnknown)
        return Rendering(source, format, excerpt: excerpt, kind: .post, context: context)
    }

    /// - Parameters:
    ///   - post: nil for one that is not stored yet.
    ///   - marksUnknown: whether keys are marked that no source has.
    func context(of post: Post.ID?, number: Int64, marksUnknown: Bool = false) -> RenderingContext {
        let numbers = post.flatMap { post in renumbered.first { $0.posts.contains(post.rawValue) } }?.attachments ?? [:]
        var context = RenderingContext(
            postNumber: number, language: media.site.language, origins: media.origins,
            attachments: post.map { media.attachments(of: $0) } ?? [],
            attachment: { [media] in media.attachment($0, renumbered: numbers) },
            file: { [media] in media.file(at: $0) },
            reusableBlock: { [blocks] in blocks[$0] }, citations: library.context(marksUnknown: marksUnknown))
        context.archived = archived
        return context
    }

    /// What cannot be rendered stays as it is.
    func rendered(_ body: PostBody, of post: Post.ID, number: Int64) -> PostBody {
        let rendering = rendering(
            body.source, body.sourceFormat, excerpt: body.excerptSource, of: post, number: number)
        guard rendering.fault != nil else { return rendering.body }
        var kept = body
        // The newest rules refuse it as well.
        kept.sanitizerVersion = rendering.body.sanitizerVersion
        return kept
    }
}
