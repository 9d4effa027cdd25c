package import Database
package import Jobs
package import Model
import Spam
import Store

/// After decisions: keeps what the site's filter has learned, and looks again at what it alone sent to spam. What it would
/// not send there any more comes into the queue.
package struct KeepFilter: Sendable {
    package static let kind = "filter.keep"

    /// Responses that are judged again.
    private static let most = 300

    private let database: any Database
    private let filters: SpamFilters

    package init(_ database: any Database, filters: SpamFilters) {
        self.database = database
        self.filters = filters
    }

    package var handler: JobHandler { JobHandler(Self.kind) { _, now in try await run(now: now) } }

    package func run(now: Instant) async throws {
        guard let site = try await database.read({ tx in try tx.site()?.id }) else { return }
        let rescued = try await rescuable(site)
        if !rescued.isEmpty { try await rescue(rescued, site, now) }
        if let stored = try await database.read({ tx in try tx.filter(site: site) }) {
            try await filters.keep(stored, in: database)
        }
    }

    private func rescuable(_ site: Site.ID) async throws -> [Comment.ID] {
        let (filter, tolerance, spam) = try await database.read {
            [filters] tx -> (LearningFilter, Tolerance, [(id: Comment.ID, evidence: Evidence)]) in
            let discussion = try tx.discussion(site: site)
            let filter = try filters.current(tx.filter(site: site), in: tx)
            guard discussion.filtering == .on else { return (filter, discussion.tolerance, []) }
            let spam = try tx.evidence(of: tx.filteredComments(site: site, limit: Self.most))
            return (filter, discussion.tolerance, try spam.map { ($0.id, try filters.evidence($0, in: tx)) })
        }
        return spam.compactMap { id, evidence in
            filter.judge(evidence, as: filter.read(evidence), tolerance: tolerance).kind.isSpam ? nil : id
        }
    }

    private func rescue(_ comments: [Comment.ID], _ site: Site.ID, _ now: Instant) async throws {
        try await database.write { tx in
            for comment in try tx.comments(comments) where comment.status == .spam {
                // Somebody may have decided meanwhile.
                guard try tx.judgement(of: comment.id)?.taught == nil else { continue }
                try tx.setStatus(.held, of: comment.id, site: site, at: now)
                try tx.record(.moderation(of: comment, to: .held, by: "filter", at: now), site: site)
            }
        }
    }
}
