package import Database
package import Model
import Store

/// Makes of a text what saving it would make, and keeps nothing.
package struct PreviewText: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package struct Shown: Hashable, Sendable {
        /// One for each part between marks of the next page.
        package let pages: [SafeHTML]
        package let words: Int
        /// Keys that the text cites and no source has.
        package let unknownSources: [String]

        /// At 230 words a minute; at least one.
        package var minutes: Int { max(1, (words + 115) / 230) }
    }

    /// - Parameter number: the post's, for the anchors of its text; 0 for one that is not saved yet.
    package func show(
        _ source: String, _ format: PostBody.SourceFormat, number: Int64
    ) async throws -> Shown {
        let found = try await database.read { tx -> (sources: RenderingSources, post: Post.ID?) in
            guard let sources = try RenderingSources(tx) else { throw WritingFault.noSite }
            return (sources, try tx.post(number: number, site: sources.media.site.id)?.id)
        }
        let rendering = found.sources.rendering(
            source, format, excerpt: "", of: found.post, number: number, marksUnknown: true)
        if let fault = rendering.fault { throw WritingFault.refusedText(fault) }
        return Shown(
            pages: rendering.body.pages, words: rendering.wordCount, unknownSources: rendering.unknownSources)
    }
}
