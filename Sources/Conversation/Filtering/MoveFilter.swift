package import Database
package import Model
package import Spam
import Store

/// Takes what the site's filter has learned out as bytes, puts such bytes in its place, and makes it anew from history.
package struct MoveFilter: Sendable {
    private let database: any Database
    private let filters = SpamFilters()

    /// Responses of one reading.
    private static let piece = 200

    package init(_ database: any Database) { self.database = database }

    package func export() async throws -> LearningFilter {
        try await database.read { [filters] tx in
            try filters.current(tx.site().flatMap { try tx.filter(site: $0.id) }, in: tx)
        }
    }

    /// Lessons that it was given before are forgotten.
    package func replace(by filter: LearningFilter, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            let own = try tx.ownFilter(site: site.id, at: now)
            // A number behind all lessons, so that whoever has it in memory reads it again.
            let last = try tx.passLesson(own.id)
            try tx.keep(filter.bytes, through: last, of: own.id)
        }
    }

    /// From everything that somebody has decided, in the order in which it came.
    package func rebuilt() async throws -> LearningFilter {
        var filter = LearningFilter()
        var last = Comment.ID(0)
        while true {
            let from = last
            let lessons = try await database.read {
                [filters] tx -> [(id: Comment.ID, isSpam: Bool, evidence: Evidence)] in
                guard let site = try tx.site() else { return [] }
                let taught = try tx.taughtComments(site: site.id, after: from, limit: Self.piece)
                let known = Dictionary(grouping: try tx.evidence(of: taught.map(\.id)), by: \.id)
                return try taught.compactMap { id, isSpam in
                    try known[id]?.first.map { (id, isSpam, try filters.evidence($0, in: tx)) }
                }
            }
            guard let latest = lessons.last else { return filter }
            for lesson in lessons { filter.learn(filter.read(lesson.evidence), isSpam: lesson.isSpam) }
            last = latest.id
        }
    }
}
