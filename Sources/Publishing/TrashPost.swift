package import Database
package import Model
import Store

/// Takes a post out of sight. Until it is removed for good, publishing it again brings it back under its address.
package struct TrashPost: Sendable {
    private let database: any Database
    private let actor: String
    private let days: Int

    /// - Parameter days: how long it stays there before it is removed for good; 0 for ever.
    package init(_ database: any Database, actor: String, days: Int = 30) {
        self.database = database
        self.actor = actor
        self.days = days
    }

    /// - Parameter writer: whose rights are asked; nil for the command line.
    package func trash(number: Int64, by writer: Writer? = nil, now: Instant) async throws {
        try await database.write { [actor, days] tx in
            guard let site = try tx.site(), var post = try tx.post(number: number, site: site.id) else {
                throw PublishPost.Fault.noSuchPost(number)
            }
            let former = post.status
            guard former != .trash else { return }
            try writer?.requireEditing(post)
            post.status = .trash
            post.modifiedAt = max(now, post.modifiedAt)
            try tx.update(post, at: now)
            try tx.noteTrashed(post.id, formerly: former, at: now)
            // One that waits from an earlier time would come too soon.
            try tx.withdraw(RemovePost.kind, key: String(number), site: site.id)
            if days > 0 {
                try tx.enqueue(
                    RemovePost.kind, key: String(number), payload: String(number), site: site.id,
                    after: now.adding(seconds: Int64(days) * 86_400))
            }
            try tx.record(
                Event(
                    at: now, actor: writer?.actor ?? actor, verb: "trash", objectKind: "post",
                    objectID: post.id.rawValue,
                    before: "{\"status\":\"\(former.rawValue)\"}", after: "{\"status\":\"trash\"}"),
                site: site.id)
        }
        // Its words have left the index; now they leave the file.
        try await database.tidySearch()
    }
}
