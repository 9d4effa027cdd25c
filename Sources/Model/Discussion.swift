/// How a site takes responses: what WordPress calls its Discussion settings.
package struct Discussion: Hashable, Sendable {
    /// Whether a post that is new takes responses.
    package var opensNewPosts = true
    /// Whether visitors are asked for their e-mail address. Where it is required, so is a name.
    package var email = Asking.required
    /// Posts close this many days after they were published; nil: they stay open.
    package var closesAfterDays: Int?
    /// Levels of answers, from 1 (none at all): an answer below the last stands on the last.
    package var depth = 5
    package var isNewestFirst = false
    package var holding = Holding.firstComment
    package var admits = Admission.everybody
    package var likes = Liking.loggedIn
    /// Whether those who are logged in may like responses too.
    package var likesComments = false
    /// A response with this many links or more is held; nil: however many.
    package var linksHeld: Int? = 2
    /// Words, addresses, networks: a response that has one of them is held.
    package var heldWords: [String] = []
    /// The same, for what is spam without a doubt.
    package var blockedWords: [String] = []
    /// How long visitors may change or take back what they wrote.
    package var editMinutes = 15
    /// A post's author gets a mail of each response that readers see.
    package var mailsNew = true
    /// Those who decide get a mail of each response that waits.
    package var mailsHeld = true

    package var filtering = Filtering.on
    /// Whether Akismet is asked too, to which each response is sent.
    package var asksAkismet = false
    /// Of 10,000 real responses, how many the filter may send to spam unseen.
    package var realLost = 10
    /// Of 10,000 spam responses, how many it may publish.
    package var spamPublished = 200

    package init() {}

    package enum Asking: String, Hashable, Sendable, CaseIterable {
        case required, optional, never
    }

    /// What the filter for spam decides.
    package enum Filtering: String, Hashable, Sendable, CaseIterable {
        case off
        /// Nothing; what it would have decided is noted.
        case noting
        case on
    }

    /// Whose responses wait for approval.
    package enum Holding: String, Hashable, Sendable, CaseIterable {
        case everybody
        /// Those of whom nothing was approved yet.
        case firstComment = "first-comment"
        case nobody
    }

    /// Who may respond at all.
    package enum Admission: String, Hashable, Sendable, CaseIterable {
        case everybody
        case loggedIn = "logged-in"
        /// Those who logged in as somebody of whom something was approved.
        case approved
    }

    /// Who may like a post.
    package enum Liking: String, Hashable, Sendable, CaseIterable {
        case off
        case loggedIn = "logged-in"
        case everybody
    }

    package static let depths = 1...10

    /// When a post stops taking responses by itself; nil where it does not. Pages stay open.
    package func closing(of post: Post) -> Instant? {
        guard post.kind == .post, let days = closesAfterDays, let published = post.publishedAt else { return nil }
        return published.adding(seconds: Int64(days) * 86_400)
    }

    package func isOpen(_ post: Post, at now: Instant) -> Bool {
        post.commentsOpen && closing(of: post).map { now < $0 } ?? true
    }

    /// Until when its author may change a response.
    package func editingEnds(_ created: Instant) -> Instant { created.adding(seconds: Int64(editMinutes) * 60) }
}
