package import Database
import Markup
package import Model
import Store

/// Makes Markdown of a text that came as HTML, after a look at it.
package struct ConvertToMarkdown: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// What it would be.
    package struct Look: Hashable, Sendable {
        package let title: String
        package let markdown: String
        /// How what readers see would change; empty where it stays.
        package let difference: [TextDifference.Line]
        /// Of the post that was looked at.
        package let version: Int
    }

    package func look(at number: Int64, by writer: Writer) async throws -> Look {
        let made = try await make(number, by: writer)
        let (present, future) = (made.present.pages.map(\.blocks), made.body.pages.map(\.blocks))
        return Look(
            title: made.post.title, markdown: made.body.source,
            difference: present == future
                ? [] : TextDifference(from: Self.text(present), to: Self.text(future)).lines,
            version: made.post.version)
    }

    /// - Parameter version: the one that was looked at.
    package func convert(_ number: Int64, basedOn version: Int, by writer: Writer, now: Instant) async throws {
        let made = try await make(number, by: writer)
        try await database.write { tx in
            try tx.setText(
                PostText(made.post, made.body, event: tx.event(of: made.post.id)), body: made.body, of: made.post,
                basedOn: version,
                deed: "convert text", by: writer, at: now)
        }
    }

    private func make(
        _ number: Int64, by writer: Writer
    ) async throws -> (post: Post, present: PostBody, body: PostBody) {
        let (sources, post, present) = try await database.read { tx -> (RenderingSources, Post, PostBody) in
            guard let sources = try RenderingSources(tx) else { throw WritingFault.noSite }
            guard let post = try tx.post(number: number, site: sources.media.site.id),
                let body = try tx.body(of: post.id)
            else { throw WritingFault.noSuchPost(number) }
            return (sources, post, body)
        }
        try writer.requireEditing(post)
        guard present.sourceFormat != .markdown else { throw WritingFault.isMarkdown }
        let markdown: String
        do throws(MarkupError) {
            markdown = try MarkdownConversion(sources.context(of: post.id, number: number))
                .markdown(of: present.source)
        } catch {
            throw WritingFault.refusedText("\(error)")
        }
        let rendering = sources.rendering(
            markdown, .markdown, excerpt: present.excerptSource, of: post.id, number: number)
        if let fault = rendering.fault { throw WritingFault.refusedText(fault) }
        return (post, present, rendering.body)
    }

    private static func text(_ pages: [[String]]) -> String { pages.joined().joined(separator: "\n") }
}
