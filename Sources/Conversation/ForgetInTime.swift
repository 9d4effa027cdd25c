package import Database
package import Jobs
package import Model
import Store

/// Each day, forgets what has been kept for as long as the owner says.
package struct ForgetInTime: Sendable {
    package static let kind = "retention"

    /// Taken away in one transaction.
    private static let piece = 200

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handler: JobHandler {
        JobHandler(repeating: Self.kind) { _, now in
            try await run(now: now)
            return now.adding(seconds: 86_400)
        }
    }

    /// Asks for it, once and for all.
    package func begin(now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            try tx.enqueue(Self.kind, key: "daily", site: site.id, after: now)
        }
    }

    func run(now: Instant) async throws {
        @Sendable func start(_ days: Int) -> Instant { now.adding(seconds: -Int64(days) * 86_400) }
        let rules = try await database.write { tx -> Retention? in
            guard let site = try tx.site() else { return nil }
            let rules = try tx.retention(site: site.id)
            if let days = rules.addressDays { try tx.forgetAddresses(before: start(days), site: site.id) }
            if let days = rules.logDays { try tx.forgetEvents(before: start(days), site: site.id) }
            try tx.dateRejectedComments(site: site.id, at: now)
            try tx.deleteLoginAttempts(endedBefore: now.adding(seconds: -86_400))
            try tx.deleteReaderSessions(endedBefore: now)
            return rules
        }
        guard let days = rules?.spamDays else { return }
        while try await removeRejected(before: start(days), now: now) > 0 {}
    }

    private func removeRejected(before instant: Instant, now: Instant) async throws -> Int {
        try await database.write { tx in
            guard let site = try tx.site() else { return 0 }
            let comments = try tx.rejectedComments(before: instant, site: site.id, limit: Self.piece)
            // An empty place under answers stays; it is counted anew.
            for comment in comments { try tx.remove(comment, site: site.id, at: now) }
            return comments.count
        }
    }
}
