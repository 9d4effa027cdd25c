package import Database
package import Model
import Spam
import Store

/// What the filter would do with responses whose kind is known, under tolerances that are not saved yet.
package struct Foresight: Hashable, Sendable {
    package struct Counts: Hashable, Sendable {
        package var published = 0
        package var held = 0
        package var spam = 0

        package var all: Int { published + held + spam }
    }

    /// Of those that are approved.
    package var real = Counts()
    /// Of those that are spam.
    package var spam = Counts()
    /// Whether it was taught enough to decide anything.
    package var isTaught = false
}

package struct ForeseeFilter: Sendable {
    /// Responses that are looked at, the newest.
    package static let most = 500

    private let database: any Database
    private let filters: SpamFilters

    package init(_ database: any Database, filters: SpamFilters) {
        self.database = database
        self.filters = filters
    }

    package func foresee(_ discussion: Discussion) async throws -> Foresight {
        try await database.read { [filters] tx in
            guard let site = try tx.site() else { return Foresight() }
            let filter = try filters.current(tx.filter(site: site.id), in: tx)
            let newest = try tx.newestComments(in: [.approved, .spam], site: site.id, limit: Self.most)
            var foresight = Foresight()
            foresight.isTaught = filter.isTaught
            for known in try tx.evidence(of: newest) {
                let evidence = try filters.evidence(known, in: tx)
                let verdict = filter.judge(evidence, as: filter.read(evidence), tolerance: discussion.tolerance)
                if known.status == .spam { foresight.spam.add(verdict.kind) } else { foresight.real.add(verdict.kind) }
            }
            return foresight
        }
    }
}

extension Foresight.Counts {
    fileprivate mutating func add(_ kind: Verdict.Kind) {
        switch kind {
        case .publish: published += 1
        case .hold: held += 1
        case .spam, .discard: spam += 1
        }
    }
}
