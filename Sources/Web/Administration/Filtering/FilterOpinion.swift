import Administration
import Conversation
import Database
import Model
import Spam
import Store

/// What the filter for spam said of a response when it came, and what it says now.
struct FilterOpinion: Sendable {
    let then: StoredJudgement?
    let now: Verdict
}

/// Gives the filter's opinion of responses, within one transaction.
struct FilterOpinions {
    private let filters: SpamFilters
    private let filter: LearningFilter
    private let tolerance: Tolerance
    private let tx: any ReadTransaction

    /// Nil where the site does not ask its filter.
    init?(_ filters: SpamFilters, site: Site.ID, in tx: any ReadTransaction) throws {
        let discussion = try tx.discussion(site: site)
        guard discussion.filtering != .off else { return nil }
        self.filters = filters
        filter = try filters.current(tx.filter(site: site), in: tx)
        tolerance = discussion.tolerance
        self.tx = tx
    }

    /// Nil for what is no response of a visitor.
    func opinion(of comment: Comment) throws -> FilterOpinion? {
        guard comment.kind == .comment, comment.account == nil,
            let known = try tx.evidence(of: [comment.id]).first
        else { return nil }
        let evidence = try filters.evidence(known, in: tx)
        return FilterOpinion(
            then: try tx.judgement(of: comment.id),
            now: filter.judge(evidence, as: filter.read(evidence), tolerance: tolerance))
    }
}

extension FilterOpinionView {
    init(_ opinion: FilterOpinion) {
        let then = opinion.then.flatMap { stored in
            Verdict.Kind(rawValue: stored.verdict).map { $0.words(permille: stored.permille) }
        }
        let now = opinion.now
        self.init(
            then: then, now: now.kind.words(permille: Int((now.probability * 1_000).rounded())),
            reasons: now.reasons.map { reason in
                FilterReasonView(
                    side: reason.topic == .untaught ? "Not sure:" : reason.speaksForSpam ? "Spam:" : "Real:",
                    sentence: reason.sentence)
            })
    }
}

extension Verdict.Kind {
    /// “spam, 98 %”
    fileprivate func words(permille: Int) -> String {
        let verdict =
            switch self {
            case .publish: "publish"
            case .hold: "hold"
            case .spam: "spam"
            case .discard: "discard"
            }
        let percent =
            permille % 10 == 0 || permille > 10 && permille < 990
            ? "\((permille + 5) / 10)" : "\(permille / 10).\(permille % 10)"
        return "\(verdict), \(percent) % spam"
    }
}
