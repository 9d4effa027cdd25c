import Database
import Model
import Store

/// A response that Akismet was asked about, and what it said.
struct AkismetQuestion: Sendable {
    let answer: AkismetAnswer
    /// Nil where it said nothing of that.
    fileprivate let alert: String?
    private let form: AkismetForm
    private let refusesCertain: Bool

    /// Where a failed question is asked again, in seconds.
    private static let later: Int64 = 60

    /// Asks.
    ///
    /// - Parameter path: of the post.
    init(
        _ reply: Reply, from origin: ReplyOrigin, to post: Post, at path: String, of site: Site,
        _ settings: AkismetSettings, by ask: AskAkismet, now: Instant
    ) async {
        form = AkismetForm(
            reply, from: origin, to: post, at: ask.base + path, of: site, base: ask.base, sentAt: now)
        (answer, alert) = await ask.check(form, settings)
        refusesCertain = settings.refusesCertain
    }

    /// Whether it is refused at once.
    var isCertain: Bool {
        if case .spam(_, true) = answer { refusesCertain } else { false }
    }

    /// When it is asked again; nil: never.
    fileprivate var seconds: Int64? {
        switch answer {
        case .spam, .real(_, nil): nil
        // Akismet may say it by itself before.
        case .real(_, .some(let seconds)): seconds
        case .none: Self.later
        }
    }

    fileprivate func check(of comment: Comment.ID) -> AkismetCheck {
        let kept: AkismetCheck.Answer = answer.saysSpam.map { $0 ? .spam : .real } ?? .waits
        return AkismetCheck(comment: comment, guid: answer.guid, form: form.text, answer: kept)
    }
}

extension WriteTransaction {
    /// Keeps the question with the response, and asks for another where there was no last word.
    func note(_ asked: AkismetQuestion, of comment: InsertedComment, site: Site.ID, at now: Instant) throws {
        try note(asked.check(of: comment.id), site: site)
        if let alert = asked.alert { try setAkismetAlert(alert, site: site) }
        if let seconds = asked.seconds {
            let number = String(comment.number)
            try enqueue(
                RecheckAkismet.kind, key: number, payload: number, site: site, after: now.adding(seconds: seconds))
        }
    }
}
