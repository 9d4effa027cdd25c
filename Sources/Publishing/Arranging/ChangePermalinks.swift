package import Database
package import Jobs
package import Model
import Store

/// Sets how addresses of posts are formed. A job then gives each published post its new one, to which the former one leads.
package struct ChangePermalinks: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package func change(to structure: PermalinkStructure, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard var site = try tx.site(), site.permalinks != structure else { return }
            site.permalinks = structure
            try tx.change(to: site, by: actor, at: now)
            try tx.enqueue(GiveAddresses.kind, key: "", site: site.id, after: now)
        }
    }
}

/// Gives published posts the addresses that the site's structure says.
package struct GiveAddresses: Sendable {
    package static let kind = "post.addresses"
    private static let piece = 200

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handler: JobHandler {
        JobHandler(Self.kind) { _, now in
            var last = Post.ID(0)
            while let next = try await piece(after: last, now: now) { last = next }
        }
    }

    /// Nil behind the last.
    private func piece(after last: Post.ID, now: Instant) async throws -> Post.ID? {
        try await database.writeAlone { tx in
            guard let site = try tx.site() else { return nil }
            let posts = try tx.addressedPosts(after: last, site: site.id, limit: Self.piece)
            for post in posts {
                _ = try NewAddress(of: post, site: site, in: tx).give(to: post, in: tx)
                try tx.touch(.post(post.id), site: site.id, at: now)
            }
            if !posts.isEmpty {
                try tx.keepChronicleApart(site: site.id, at: now)
                try tx.touch(.lists, site: site.id, at: now)
                try tx.touch(.site, site: site.id, at: now)
            }
            return posts.last?.id
        }
    }
}
