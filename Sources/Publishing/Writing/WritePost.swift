package import Database
package import Model
import Store

/// Makes and saves posts and pages: text, terms, picture, address and standing in one step.
package struct WritePost: Sendable {
    let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// What a save has come to.
    package struct Saved: Hashable, Sendable {
        package let number: Int64
        /// To be given with the next save.
        package let version: Int
        package let status: Post.Status
        /// Nil while it has none.
        package let path: String?
    }

    /// A new post or page.
    package func create(
        _ draft: PostDraft, kind: Post.Kind = .post, format: PostBody.SourceFormat = .markdown, by writer: Writer,
        now: Instant
    ) async throws -> Saved {
        try writer.require(.write, to: "write posts")
        if kind == .page { try writer.require(.editOthers, to: "write pages") }
        // Its number stands in the anchors of the text.
        let begun = try await database.write { tx -> (sources: RenderingSources, number: Int64) in
            guard let sources = try RenderingSources(tx) else { throw WritingFault.noSite }
            return (sources, try tx.nextNumber(of: .post, site: sources.media.site.id))
        }
        let body = try Self.body(draft, format, of: nil, number: begun.number, begun.sources)
        return try await database.write { tx in
            let site = begun.sources.media.site
            let post = Post(
                id: .unassigned, site: site.id, number: begun.number, kind: kind, status: .draft, title: draft.title,
                slug: "", author: writer.account, modifiedAt: now, guid: "urn:thaw:post:\(begun.number)")
            let stored = try tx.insert(post, body: body, origin: .here, at: now)
            try tx.keepRevision(PostText(stored, body, event: draft.event), of: stored.id, by: writer.account, at: now)
            try tx.record("create", stored, formerly: nil, by: writer, at: now)
            return try tx.apply(draft, to: stored, site: site, by: writer, at: now)
        }
    }

    /// - Parameter version: that the writer saw when they began.
    /// - Throws: `WritingFault.conflict` where it is another by now; then nothing is written.
    package func save(
        _ draft: PostDraft, number: Int64, basedOn version: Int, by writer: Writer, now: Instant
    ) async throws -> Saved {
        let begun = try await database.read { tx -> (sources: RenderingSources, post: Post, body: PostBody) in
            guard let sources = try RenderingSources(tx) else { throw WritingFault.noSite }
            guard let post = try tx.post(number: number, site: sources.media.site.id),
                let body = try tx.body(of: post.id)
            else { throw WritingFault.noSuchPost(number) }
            return (sources, post, body)
        }
        try writer.requireEditing(begun.post)
        let body = try Self.body(
            draft, begun.body.sourceFormat, of: begun.post.id, number: begun.post.number, begun.sources)
        let saved = try await database.write { tx in
            guard let former = try tx.post(begun.post.id) else { throw WritingFault.noSuchPost(number) }
            guard former.version == version else { throw WritingFault.conflict(version: former.version) }
            let formerText = PostText(former, begun.body, event: try tx.event(of: former.id))
            var post = former
            post.title = draft.title
            post.modifiedAt = max(now, former.modifiedAt)
            let text = PostText(post, body, event: draft.event)
            if text != formerText {
                try tx.keepRevision(text, after: formerText, of: former, by: writer, at: now)
            }
            try tx.update(post, body: body, at: now)
            if let account = writer.account { try tx.dropAutosave(of: post.id, by: account) }
            return try tx.apply(draft, to: post, site: begun.sources.media.site, by: writer, at: now)
        }
        // Its words have left the index; now they leave the file.
        if begun.post.status == .published, saved.status != .published { try await database.tidySearch() }
        return saved
    }

    private static func body(
        _ draft: PostDraft, _ format: PostBody.SourceFormat, of post: Post.ID?, number: Int64,
        _ sources: RenderingSources
    ) throws -> PostBody {
        let rendering = sources.rendering(draft.source, format, excerpt: draft.excerpt, of: post, number: number)
        if let fault = rendering.fault { throw WritingFault.refusedText(fault) }
        return rendering.body
    }
}
