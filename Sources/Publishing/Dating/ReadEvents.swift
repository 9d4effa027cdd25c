package import Database
package import Model
import Store

/// Reads what posts tell of from their titles, where nothing is known of it yet.
package struct ReadEvents: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package struct Found: Hashable, Sendable {
        package var certain = 0
        package var doubtful = 0
    }

    /// Posts in pieces, so that nobody who writes meanwhile waits for long.
    package func read(now: Instant) async throws -> Found {
        var found = Found()
        var last = Post.ID(0)
        while true {
            let (read, next) = try await database.write { [last] tx -> (Found, Post.ID?) in
                guard let site = try tx.site() else { return (Found(), nil) }
                var found = Found()
                let ids = try tx.postsWithoutEvent(after: last, site: site.id, limit: Self.piece)
                for id in ids {
                    guard let full = try tx.fullPost(id),
                        let event = EventGuess(
                            title: full.post.title, beginning: full.body.excerpt, published: full.post.localDate)?.event
                    else { continue }
                    try tx.set(event, of: id, site: site.id, at: now)
                    if event.isShown { found.certain += 1 } else { found.doubtful += 1 }
                }
                if found != Found() {
                    try tx.record(
                        Event(
                            at: now, actor: actor, verb: "read dates", objectKind: "site", objectID: site.id.rawValue,
                            after: "{\"certain\":\(found.certain),\"doubtful\":\(found.doubtful)}"),
                        site: site.id)
                }
                return (found, ids.last)
            }
            found.certain += read.certain
            found.doubtful += read.doubtful
            guard let next else { return found }
            last = next
        }
    }

    private static let piece = 100
}
