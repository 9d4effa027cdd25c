package import Database
package import Model
package import Spam
import Store

/// Judges responses of other sites, each by the filter of the key that it comes with.
package struct JudgeElsewhere: Sendable {
    private let database: any Database
    private let filters: SpamFilters

    package init(_ database: any Database, filters: SpamFilters) {
        self.database = database
        self.filters = filters
    }

    /// The filter of one key.
    package struct Asked: Sendable {
        fileprivate let stored: StoredFilter
        fileprivate let filter: LearningFilter
    }

    /// Nil for a key that was not made here.
    package func filter(of key: String) async throws -> Asked? {
        guard FilterKey.isPlausible(key) else { return nil }
        return try await database.read { [filters] tx in
            try tx.filter(key: FilterKey.digest(of: key)).map { stored in
                Asked(stored: stored, filter: try filters.current(stored, in: tx))
            }
        }
    }

    /// - Parameter isTrial: whether nothing is to be counted.
    package func judge(
        _ evidence: Evidence, by asked: Asked, isTrial: Bool = false, now: Instant
    ) async throws -> Verdict {
        var evidence = evidence
        evidence.repetitions = filters.repetitions(of: evidence)
        let verdict = asked.filter.judge(evidence, as: asked.filter.read(evidence))
        if isTrial { return verdict }
        filters.note(evidence)
        let work = FilterWork(
            checked: 1, caught: verdict.isTakenForSpam ? 1 : 0, discarded: verdict.kind == .discard ? 1 : 0)
        try await database.write { tx in try tx.add(work, to: asked.stored.id, on: now.filterDay) }
        return verdict
    }

    /// - Parameter said: whether it was called spam when it was judged; nil where its site does not say.
    package func teach(
        _ evidence: Evidence, isSpam: Bool, said: Bool? = nil, by asked: Asked, now: Instant
    ) async throws {
        let list = asked.filter.read(evidence)
        let was = said ?? asked.filter.judge(evidence, as: list).isTakenForSpam
        let id = asked.stored.id
        try await database.write { tx in
            try tx.teach(id, features: list.bytes, isSpam: isSpam)
            if was != isSpam {
                try tx.add(FilterWork(rescued: isSpam ? 0 : 1, missed: isSpam ? 1 : 0), to: id, on: now.filterDay)
            }
        }
        // Learned at once, and kept where that was much.
        let stored = try await database.read { [filters] tx -> StoredFilter? in
            let stored = try tx.filter(id)
            _ = try filters.current(stored, in: tx)
            return stored
        }
        if let stored { try await filters.keep(stored, in: database) }
    }
}

extension Verdict {
    /// Where there are only two answers: what is held is spam if that is the likelier.
    package var isTakenForSpam: Bool {
        switch kind {
        case .publish: false
        case .hold: probability >= 0.5
        case .spam, .discard: true
        }
    }
}
