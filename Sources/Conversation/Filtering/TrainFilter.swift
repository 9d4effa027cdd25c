package import Database
package import Jobs
package import Model
import Store

/// Teaches the site's filter what nobody said of a response but everybody sees: those that came with an import, and each day
/// those that have stood for a while. What an export has in its trash is no spam, and says nothing.
package struct TrainFilter: Sendable {
    /// The newest are enough: older ones would be forgotten again.
    private static let most = 2_000
    /// How long a response stands before nobody minds it.
    private static let standingSeconds: Int64 = 2 * 86_400
    /// Lessons of one transaction.
    private static let piece = 200

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handler: JobHandler {
        JobHandler(repeating: StoredFilter.trainingJob) { _, now in
            try await run(now: now)
            return now.adding(seconds: 86_400)
        }
    }

    /// Asks for it.
    package func begin(now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            try tx.enqueue(StoredFilter.trainingJob, key: "own", site: site.id, after: now)
        }
    }

    package func run(now: Instant) async throws {
        let since = now.adding(seconds: -Self.standingSeconds)
        let untaught = try await database.read { tx in
            try tx.site().map { try tx.untaughtComments(standingSince: since, site: $0.id, among: Self.most) } ?? []
        }
        // The newest last, as they would have come.
        var waiting = untaught.reversed()[...]
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
