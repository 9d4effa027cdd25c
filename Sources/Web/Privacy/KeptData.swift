import Language
import Model

/// What the database keeps of readers, each with its columns: a column that stands nowhere here fails a test, so that
/// nothing is kept without a purpose that readers are told.
package enum KeptData: CaseIterable, Sendable {
    case words, email, origin, versions, identity, draft, likes, subscription, log

    /// The tables that hold something of readers.
    package static let tables = [
        "comment", "submission", "judgement", "lesson", "akismet_check", "comment_version", "identity",
        "reader_session",
        "login_attempt", "liking",
        "comment_liking",
        "subscriber", "followed_post", "news", "event",
    ]

    /// `table.column`; `table.*` for all of one.
    package var columns: [String] {
        switch self {
        case .words:
            [
                "comment.author_name", "comment.author_url", "comment.source", "comment.html", "comment.created_at",
                "comment.local_date", "comment.meta",
            ]
        case .email: ["comment.author_email"]
        case .origin:
            [
                "comment.author_ip", "submission.network", "submission.agent", "submission.seconds",
                "submission.filled_trap", "submission.reasons", "submission.browser", "submission.digest",
                "judgement.verdict", "judgement.permille", "judgement.reasons", "judgement.repetitions",
                "judgement.approvals", "judgement.taught", "judgement.burst", "judgement.odd_head", "lesson.*",
                "akismet_check.*",
            ]
        case .versions: ["comment_version.*"]
        case .identity: ["identity.*", "reader_session.*", "comment.identity_id"]
        case .draft: ["login_attempt.*"]
        case .likes: ["liking.*", "comment_liking.*"]
        case .subscription: ["subscriber.*", "followed_post.*", "news.*"]
        case .log: ["event.*"]
        }
    }

    /// Columns that say where a response stands and how it is shown, and nothing of who sent it.
    package static let structure = [
        "comment.id", "comment.site_id", "comment.number", "comment.post_id", "comment.parent_id", "comment.root_id",
        "comment.path", "comment.depth", "comment.kind", "comment.status", "comment.status_at", "comment.account_id",
        "comment.sanitizer_version", "comment.source_format", "comment.thread_size", "submission.comment_id",
        "submission.site_id", "judgement.comment_id", "judgement.site_id",
    ]

    func words(_ messages: PrivacyMessages) -> (what: String, why: String) {
        switch self {
        case .words: (messages.words, messages.wordsWhy)
        case .email: (messages.email, messages.emailWhy)
        case .origin: (messages.origin, messages.originWhy)
        case .versions: (messages.versions, messages.versionsWhy)
        case .identity: (messages.identity, messages.identityWhy)
        case .draft: (messages.draft, messages.draftWhy)
        case .likes: (messages.likes, messages.likesWhy)
        case .subscription: (messages.subscription, messages.subscriptionWhy)
        case .log: (messages.log, messages.logWhy)
        }
    }
}
