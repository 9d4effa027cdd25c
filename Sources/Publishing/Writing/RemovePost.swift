package import Database
package import Jobs
package import Model
import Store

/// Takes a post in the trash away for good: by hand, or when it has been there long enough.
package struct RemovePost: Sendable {
    package static let kind = "post.remove"

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func remove(number: Int64, by writer: Writer, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id) else {
                throw WritingFault.noSuchPost(number)
            }
            try writer.requireEditing(post)
            guard post.status == .trash else { throw WritingFault.notAllowed("remove what is not in the trash") }
            try tx.withdraw(Self.kind, key: String(number), site: site.id)
            try tx.removeForGood(post, by: writer.actor, at: now)
        }
    }

    /// Removes what has been in the trash long enough; what was taken out of it since stays.
    package var handler: JobHandler {
        JobHandler(Self.kind) { [database] payload, now in
            try await database.write { tx in
                guard let number = Int64(payload), let site = try tx.site(),
                    let post = try tx.post(number: number, site: site.id), post.status == .trash
                else { return }
                try tx.removeForGood(post, by: "clock", at: now)
            }
        }
    }
}

extension WriteTransaction {
    fileprivate func removeForGood(_ post: Post, by actor: String, at now: Instant) throws {
        try remove(post, at: now)
        try record(
            Event(
                at: now, actor: actor, verb: "remove", objectKind: "post", objectID: post.id.rawValue,
                before: "{\"number\":\(post.number)}"),
            site: post.site)
    }
}
