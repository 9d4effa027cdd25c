package import Database
package import Model
import Store

/// Gives jobs that nobody tries any more another chance, or takes them away.
package struct SettleJobs: Sendable {
    private let database: any Database
    private let actor: String

    /// How many are looked at together.
    package static let most = 200

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package func revive(_ job: Int64, now: Instant) async throws {
        try await settle("retry", job, now: now) { tx, site in try tx.revive(job: job, site: site, at: now) }
    }

    /// The oldest `most` of them.
    package func reviveAll(now: Instant) async throws {
        try await settle("retry", nil, now: now) { tx, site in
            for job in try tx.deadJobs(site: site, limit: Self.most) {
                try tx.revive(job: job.id, site: site, at: now)
            }
        }
    }

    package func discard(_ job: Int64, now: Instant) async throws {
        try await settle("discard", job, now: now) { tx, site in try tx.discard(job: job, site: site) }
    }

    private func settle(
        _ verb: String, _ job: Int64?, now: Instant,
        _ work: @escaping @Sendable (any WriteTransaction, Site.ID) throws -> Void
    ) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            try work(tx, site.id)
            try tx.record(
                Event(at: now, actor: actor, verb: verb, objectKind: "job", objectID: job), site: site.id)
        }
    }
}
