package import Database
package import Model
import Store

/// Begins a post on an anniversary of what another one tells of.
package struct DraftAnniversary: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// Gives the number of the draft.
    ///
    /// - Parameters:
    ///   - number: of the post that tells of it.
    ///   - title: of the new one.
    ///   - lead: its first words, which lead to the other.
    package func draft(
        from number: Int64, title: @Sendable (String) -> String, lead: @Sendable (String, String) -> String,
        by writer: Writer, now: Instant
    ) async throws -> Int64 {
        let (full, event) = try await database.read { tx -> (FullPost, PostEvent?) in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id),
                post.status == .published, let full = try tx.fullPost(post.id)
            else { throw WritingFault.noSuchPost(number) }
            return (full, try tx.event(of: post.id))
        }
        func names(_ taxonomy: Term.Taxonomy) -> [String] {
            full.terms.filter { $0.taxonomy == taxonomy }.map(\.name)
        }
        let draft = PostDraft(
            title: title(full.post.title), source: lead(full.post.title, full.path), categories: names(.category),
            tags: names(.tag), event: event)
        return try await WritePost(database).create(draft, by: writer, now: now).number
    }
}
