package import Database
package import Model
package import Spam
package import Store
import Synchronization

/// The filters for spam at work: kept in memory, brought up to date from the database by each transaction that asks them.
package final class SpamFilters: Sendable {
    private struct Loaded {
        var filter = SpamFilters.untaught
        /// The last lesson that it learned.
        var lessons: Int64 = 0
        /// The last that its stored bytes hold.
        var kept: Int64 = 0
    }

    private struct PostKey: Hashable {
        let post: Post.ID
        let version: Int
    }

    private let loaded = Mutex<[StoredFilter.ID: Loaded]>([:])
    private let latest = Mutex(Repetition())
    private let posts = Mutex<[PostKey: PostWords]>([:])

    /// One for all that nobody taught: it takes more than a megabyte.
    private static let untaught = LearningFilter()
    private static let postLimit = 64
    private static let piece = 500
    /// Lessons that may stay lessons: to learn them again takes no time.
    private static let unkept: Int64 = 64

    package init() {}

    // MARK: Asking

    /// As it stands now; one that nobody taught where the site has none.
    ///
    /// - Throws: what the database throws. Bytes that cannot be read count as none: the filter begins anew.
    package func current(_ stored: StoredFilter?, in tx: any ReadTransaction) throws -> LearningFilter {
        guard let stored else { return Self.untaught }
        return try loaded.withLock { loaded in
            var state = loaded[stored.id] ?? Loaded()
            // Another process has kept more than was learned here, and the lessons are gone.
            if loaded[stored.id] == nil || stored.lessons > state.lessons {
                let bytes = try tx.bytes(of: stored.id)
                state.filter =
                    bytes.isEmpty ? Self.untaught : (try? LearningFilter(bytes: bytes)) ?? Self.untaught
                state.lessons = stored.lessons
            }
            state.kept = stored.lessons
            // Not held twice while it is changed, or it would be copied as a whole.
            loaded[stored.id] = nil
            while true {
                let lessons = try tx.lessons(of: stored.id, after: state.lessons, limit: Self.piece)
                for lesson in lessons { try learn(lesson, &state.filter, in: tx) }
                state.lessons = lessons.last?.id ?? state.lessons
                if lessons.count < Self.piece { break }
            }
            loaded[stored.id] = state
            return state.filter
        }
    }

    /// Keeps the bytes of one that has learned more than a little since they were kept.
    func keep(_ stored: StoredFilter, in database: any Database) async throws {
        let unkept = loaded.withLock { loaded -> (bytes: [UInt8], lessons: Int64)? in
            guard let state = loaded[stored.id], state.lessons - max(state.kept, stored.lessons) >= Self.unkept else {
                return nil
            }
            return (state.filter.bytes, state.lessons)
        }
        guard let unkept else { return }
        try await database.write { tx in try tx.keep(unkept.bytes, through: unkept.lessons, of: stored.id) }
    }

    private func learn(_ lesson: Lesson, _ filter: inout LearningFilter, in tx: any ReadTransaction) throws {
        let list: FeatureList
        if let comment = lesson.comment {
            guard let known = try tx.evidence(of: [comment]).first else { return }
            list = filter.read(try evidence(known, in: tx))
        } else {
            guard let features = try? FeatureList(bytes: lesson.features) else { return }
            list = features
        }
        if lesson.isUndone {
            filter.unlearn(list, wasSpam: lesson.isSpam)
        } else {
            filter.learn(list, isSpam: lesson.isSpam)
        }
    }

    // MARK: Evidence

    /// Of a response that is in the database.
    package func evidence(_ comment: CommentEvidence, in tx: any ReadTransaction) throws -> Evidence {
        var evidence = Evidence(text: comment.source)
        evidence.author = comment.author
        evidence.authorURL = comment.website
        evidence.authorEmail = comment.email
        evidence.address = comment.address
        evidence.agent = comment.agent
        evidence.seconds = comment.seconds.map(Double.init)
        evidence.filledTrap = comment.filledTrap
        evidence.time = Double(comment.createdAt.milliseconds) / 1_000
        evidence.repetitions = comment.repetitions
        evidence.approvals = comment.approvals
        evidence.burst = comment.burst
        evidence.hasOddHead = comment.hasOddHead
        evidence.akismet = comment.akismet
        evidence.post = try words(of: comment.post, version: comment.postVersion, in: tx)
        return evidence
    }

    /// - Parameter version: counts up when the post changes.
    func words(of post: Post.ID, version: Int, in tx: any ReadTransaction) throws -> PostWords? {
        let key = PostKey(post: post, version: version)
        if let known = posts.withLock({ $0[key] }) { return known }
        guard let wording = try tx.wording(of: post) else { return nil }
        let words = PostWords(title: wording.title, text: wording.html.words)
        posts.withLock { posts in
            if posts.count >= Self.postLimit { posts.removeAll() }
            posts[key] = words
        }
        return words
    }

    /// How many of the latest texts, of all who ask on this server, were nearly this one.
    package func repetitions(of evidence: Evidence) -> Int { latest.withLock { $0.count(evidence) } }

    package func note(_ evidence: Evidence) { latest.withLock { $0.note(evidence) } }
}

extension Discussion {
    package var tolerance: Tolerance {
        Tolerance(realLost: Double(realLost) / 10_000, spamPublished: Double(spamPublished) / 10_000)
    }
}

extension Instant {
    /// The day of UTC that counts of filters go by.
    package var filterDay: String { utc.dateText }
}
