import Database
import Model
import Spam
import Store

/// What the filter needs to judge a response to one post, read before it is judged.
struct Hearing: Sendable {
    private let filter: LearningFilter
    private let post: PostWords?
    private let isKnown: Bool
    private let tolerance: Tolerance

    /// Nil where the site does not ask its filter.
    ///
    /// - Parameter isKnown: whether something by the same sender was approved.
    init?(
        _ post: Post, isKnown: Bool, _ discussion: Discussion, _ filters: SpamFilters, in tx: any ReadTransaction
    ) throws {
        guard discussion.filtering != .off else { return nil }
        filter = try filters.current(tx.filter(site: post.site), in: tx)
        self.post = try filters.words(of: post.id, version: post.version, in: tx)
        self.isKnown = isKnown
        tolerance = discussion.tolerance
    }

    struct Outcome: Sendable {
        let verdict: Verdict
        let stored: StoredJudgement

        var isLikelyReal: Bool { verdict.isTaught && verdict.probability < 0.5 }

        var isSpam: Bool { verdict.kind.isSpam }
    }

    /// Counts it among the latest texts.
    func evidence(of reply: Reply, from origin: ReplyOrigin, _ filters: SpamFilters, burst: Int, now: Instant)
        -> Evidence
    {
        var evidence = Evidence(text: reply.plainText)
        evidence.author = reply.plainName
        evidence.authorURL = reply.address ?? ""
        evidence.authorEmail = reply.plainEmail
        evidence.address = origin.address?.description ?? ""
        evidence.agent = origin.agent
        evidence.seconds = origin.seconds.map(Double.init)
        evidence.filledTrap = origin.filledTrap
        evidence.time = Double(now.milliseconds) / 1_000
        evidence.post = post
        evidence.repetitions = filters.repetitions(of: evidence)
        evidence.approvals = isKnown ? 1 : 0
        evidence.burst = burst
        evidence.hasOddHead = origin.hasOddHead
        filters.note(evidence)
        return evidence
    }

    func judge(_ evidence: Evidence) -> Outcome {
        let verdict = filter.judge(evidence, as: filter.read(evidence), tolerance: tolerance)
        return Outcome(
            verdict: verdict,
            stored: StoredJudgement(
                verdict: verdict.kind.rawValue, permille: Int((verdict.probability * 1_000).rounded()),
                reasons: verdict.reasons.map(\.line).joined(separator: "\n"), repetitions: evidence.repetitions,
                approvals: evidence.approvals, burst: evidence.burst, hasOddHead: evidence.hasOddHead))
    }
}

extension Reason {
    /// Its sentence behind a sign that says for which side it speaks.
    package var line: String { (topic == .untaught ? "" : speaksForSpam ? "+ " : "- ") + sentence }
}
