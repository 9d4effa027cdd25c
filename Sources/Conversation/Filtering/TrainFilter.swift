package import Database
package import Jobs
package import Model
import Store

/// Teaches the site's filter with responses that were approved before it was there: after an import, and once. What an
/// export has in its trash is no spam, and says nothing.
package struct TrainFilter: Sendable {
    /// The newest are enough: older ones would be forgotten again.
    private static let most = 2_000
    /// Lessons of one transaction.
    private static let piece = 200

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handler: JobHandler { JobHandler(StoredFilter.trainingJob) { _, now in try await run(now: now) } }

    /// Asks for it.
    package func begin(now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            try tx.enqueue(StoredFilter.trainingJob, key: "own", site: site.id, after: now)
        }
    }

    package func run(now: Instant) async throws {
        let unseen = try await database.read { tx in
            try tx.site().map { try tx.unseenComments(site: $0.id, among: Self.most) } ?? []
        }
        // The newest last, as they would have come.
        var waiting = unseen.reversed()[...]
        while !waiting.isEmpty {
            let piece = Array(waiting.prefix(Self.piece))
            waiting = waiting.dropFirst(Self.piece)
            try await database.write { tx in
                for comment in try tx.comments(piece).sorted(by: { $0.id.rawValue < $1.id.rawValue })
                where comment.status == .approved { try tx.teach(comment, becoming: .approved, at: now) }
            }
        }
    }
}
