package import Database
package import Model
import Store

/// Takes a post out of sight. Nothing of it is lost: publishing it again brings it back under its address.
package struct TrashPost: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package func trash(number: Int64, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site(), var post = try tx.post(number: number, site: site.id) else {
                throw PublishPost.Fault.noSuchPost(number)
            }
            let former = post.status
            guard former != .trash else { return }
            post.status = .trash
            post.modifiedAt = max(now, post.modifiedAt)
            try tx.update(post, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "trash", objectKind: "post", objectID: post.id.rawValue,
                    before: "{\"status\":\"\(former.rawValue)\"}", after: "{\"status\":\"trash\"}"),
                site: site.id)
        }
        // Its words have left the index; now they leave the file.
        try await database.tidySearch()
    }
}
