package import Database
package import Jobs
import Language
import Markup
import Model
import Store

/// Renders the posts that name an address again, when the owner has attached a copy of it or taken one away.
package struct ShowArchives: Sendable {
    package static let kind = "links.show"

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handler: JobHandler {
        JobHandler(Self.kind) { payload, now in
            if let link = Int64(payload) { try await run(Link.ID(link), now: now) }
        }
    }

    private func run(_ link: Link.ID, now: Instant) async throws {
        guard let sources = try await database.read({ tx in try RenderingSources(tx) }) else { return }
        for post in try await database.read({ tx in try tx.bodies(naming: link) }) {
            let body = sources.rendered(post.body, of: post.id, number: post.number)
            if body == post.body { continue }
            _ = try await database.write { tx in try tx.setRendering(body, of: post.id, at: now) }
        }
    }
}

extension ReadTransaction {
    func archivedLinks(of site: Site) throws -> ArchivedLinks {
        ArchivedLinks(try archives(site: site.id), word: Language(of: site).messages.archived)
    }
}
