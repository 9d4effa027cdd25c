package import Database
package import Model
package import Spam
import Store

/// Judges responses of other sites, each by the filter of the key that it comes with.
package struct JudgeElsewhere: Sendable {
    private let database: any Database
    private let filters: SpamFilters

    /// Lessons that may stay lessons.
    private static let unkept: Int64 = 64

    package init(_ database: any Database, filters: SpamFilters) {
        self.database = database
        self.filters = filters
    }

    package func isKnown(_ key: String) async throws -> Bool {
        guard FilterKey.isPlausible(key) else { return false }
        return try await database.read { tx in try tx.filter(key: FilterKey.digest(of: key)) != nil }
    }

    /// Nil for a key that was not made here.
    ///
    /// - Parameter isTrial: whether nothing is to be counted.
    package func judge(
        _ evidence: Evidence, by key: String, isTrial: Bool = false, now: Instant
    ) async throws -> Verdict? {
        guard let (stored, filter) = try await filter(key) else { return nil }
        var evidence = evidence
        evidence.repetitions = filters.repetitions(of: evidence.text)
        let verdict = filter.judge(evidence, as: filter.read(evidence))
        if isTrial { return verdict }
        filters.note(evidence.text)
        let work = FilterWork(
            checked: 1, caught: verdict.isTakenForSpam ? 1 : 0, discarded: verdict.kind == .discard ? 1 : 0)
        try await database.write { tx in try tx.add(work, to: stored.id, on: now.filterDay) }
        return verdict
    }

    /// False for a key that was not made here.
    ///
    /// - Parameter said: whether it was called spam when it was judged; nil where its site does not say.
    package func teach(
        _ evidence: Evidence, isSpam: Bool, said: Bool? = nil, by key: String, now: Instant
    ) async throws -> Bool {
        guard let (stored, filter) = try await filter(key) else { return false }
        let list = filter.read(evidence)
        let was = said ?? filter.judge(evidence, as: list).isTakenForSpam
        try await database.write { tx in
            try tx.teach(stored.id, features: list.bytes, isSpam: isSpam)
            if was != isSpam {
                try tx.add(
                    FilterWork(rescued: isSpam ? 0 : 1, missed: isSpam ? 1 : 0), to: stored.id, on: now.filterDay)
            }
        }
        guard let (known, _) = try await self.filter(key), let unkept = filters.unkept(known, least: Self.unkept) else {
            return true
        }
        try await database.write { tx in try tx.keep(unkept.bytes, through: unkept.lessons, of: known.id) }
        return true
    }

    private func filter(_ key: String) async throws -> (StoredFilter, LearningFilter)? {
        guard FilterKey.isPlausible(key) else { return nil }
        return try await database.read { [filters] tx in
            guard let stored = try tx.filter(key: FilterKey.digest(of: key)) else { return nil }
            return (stored, try filters.current(stored, in: tx))
        }
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
