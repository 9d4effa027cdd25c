package import Database
package import Model
import Store

/// Makes a post public, or a draft again, without touching anything else of it.
package struct ChangeStanding: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func publish(number: Int64, by writer: Writer, now: Instant) async throws {
        try await database.write { tx in
            let (site, found) = try tx.editable(number, by: writer)
            var post = found
            guard post.status != .published, post.status != .trash else { return }
            // Sooner than planned is now.
            if let planned = post.publishedAt, planned > now { (post.publishedAt, post.localDate) = (nil, nil) }
            _ = try PublishPost(database, actor: writer.actor).publish(post, site: site, now: now, in: tx)
        }
    }

    package func unpublish(number: Int64, by writer: Writer, now: Instant) async throws {
        try await database.write { tx in
            var post = try tx.editable(number, by: writer).1
            let former = post.status
            guard former != .draft, former != .trash else { return }
            post.status = .draft
            post.modifiedAt = max(now, post.modifiedAt)
            try tx.update(post, at: now)
            try tx.record("unpublish", post, formerly: former, by: writer, at: now)
        }
        // Its words have left the index; now they leave the file.
        try await database.tidySearch()
    }
}

extension WriteTransaction {
    fileprivate func editable(_ number: Int64, by writer: Writer) throws -> (Site, Post) {
        guard let site = try site() else { throw WritingFault.noSite }
        guard let post = try post(number: number, site: site.id) else { throw WritingFault.noSuchPost(number) }
        try writer.requireEditing(post)
        try writer.require(.publish, to: "publish")
        return (site, post)
    }
}
