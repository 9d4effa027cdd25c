package import Database
package import Model
package import Store

/// Puts a former text of a post in the place of the present one, which becomes a former text itself.
package struct RestoreRevision: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func restore(
        _ revision: PostRevision.ID, of number: Int64, basedOn version: Int, by writer: Writer, now: Instant
    ) async throws {
        let begun = try await database.read { tx -> (sources: RenderingSources, post: Post, text: PostText) in
            guard let sources = try RenderingSources(tx) else { throw WritingFault.noSite }
            guard let post = try tx.post(number: number, site: sources.media.site.id) else {
                throw WritingFault.noSuchPost(number)
            }
            guard let revision = try tx.revision(revision, of: post.id) else { throw WritingFault.noSuchRevision }
            return (sources, post, revision.text)
        }
        try writer.requireEditing(begun.post)
        let text = begun.text
        let rendering = begun.sources.rendering(
            text.source, text.sourceFormat, excerpt: text.excerptSource, of: begun.post.id, number: number)
        if let fault = rendering.fault { throw WritingFault.refusedText(fault) }
        try await database.write { [body = rendering.body] tx in
            try tx.setText(
                text, body: body, of: begun.post, basedOn: version, deed: "restore text", by: writer, at: now)
        }
    }
}
