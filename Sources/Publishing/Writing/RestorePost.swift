package import Database
package import Model
import Store

/// Takes a post out of the trash again, as it was; one whose time came meanwhile, as a draft.
package struct RestorePost: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func restore(number: Int64, by writer: Writer, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), var post = try tx.post(number: number, site: site.id) else {
                throw WritingFault.noSuchPost(number)
            }
            guard post.status == .trash else { return }
            let former = try tx.trashed(post.id)?.status ?? .draft
            post.status = former == .scheduled ? .draft : former
            try writer.requireEditing(post)
            post.modifiedAt = max(now, post.modifiedAt)
            try tx.update(post, at: now)
            try tx.withdraw(RemovePost.kind, key: String(number), site: site.id)
            try tx.record("restore", post, formerly: .trash, by: writer, at: now)
        }
    }
}
