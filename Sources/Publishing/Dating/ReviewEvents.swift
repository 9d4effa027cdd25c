package import Database
package import Model
import Store

/// Decides on dates that were guessed.
package struct ReviewEvents: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package enum Decision: Hashable, Sendable {
        /// It is right.
        case accept
        /// It is wrong; the post tells of no day, as far as anybody knows.
        case refuse
        /// It is another.
        case correct(EventInput)
    }

    /// Decides on these posts, by their numbers; on all that wait where none is named. Gives on how many.
    ///
    /// - Throws: `WritingFault`, `EventInput.Fault`
    package func decide(
        _ decision: Decision, on numbers: [Int64]?, by writer: Writer, now: Instant
    ) async throws -> Int {
        try await database.write { tx in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            let ids =
                try numbers.map { numbers in
                    try numbers.map { number in
                        guard let post = try tx.post(number: number, site: site.id) else {
                            throw WritingFault.noSuchPost(number)
                        }
                        return post.id
                    }
                } ?? tx.doubtfulEvents(site: site.id, limit: .max).map(\.post.id)
            var decided = 0
            for id in ids {
                guard let post = try tx.post(id), let former = try tx.event(of: id) else { continue }
                try writer.requireEditing(post)
                var event: PostEvent? = former
                switch decision {
                case .accept: event?.state = .certain
                case .refuse: event?.state = .refused
                case .correct(let input): event = try input.event(formerly: former)
                }
                if decision != .accept || former.state == .doubtful {
                    try tx.set(event, of: id, site: site.id, at: now)
                    decided += 1
                }
            }
            if decided > 0 {
                try tx.record(
                    Event(
                        at: now, actor: writer.actor, verb: "review dates", objectKind: "site",
                        objectID: site.id.rawValue,
                        after: "{\"decision\":\"\(decision.name)\",\"posts\":\(decided)}"),
                    site: site.id)
            }
            return decided
        }
    }
}

extension ReviewEvents.Decision {
    fileprivate var name: String {
        switch self {
        case .accept: "accept"
        case .refuse: "refuse"
        case .correct: "correct"
        }
    }
}
