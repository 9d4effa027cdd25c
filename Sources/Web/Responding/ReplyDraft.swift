import Conversation
import Identities
import Model

/// What the form under a post holds besides itself: what was typed, and what is wrong with it.
struct ReplyDraft: Sendable {
    var reply: Reply
    var remembers = false
    var follows = Follows()
    var faults: [ReplyFault] = []
    /// What was typed, as it would look.
    var preview: SafeHTML?
    /// The public number of the response that is changed.
    var changed: Int64?

    /// Why nobody was logged in, and by whom.
    var loginFault: (kind: LoginFault.Kind, provider: String)?
    /// A provider that was chosen and has to know more first, and what was typed of that.
    var askedProvider: (id: String, address: String)?
    /// Whether the reader liked the post, for which a login is asked.
    var wantsToLike = false
    /// Whether a link was mailed by which the reader logs in.
    var mailWasSent = false
    /// Whether the ways to log in are shown to who is logged in.
    var changesLogin = false

    /// What its sender ticked to hear of by mail.
    struct Follows: Hashable, Sendable {
        var responses = false
        var newPosts = false
    }

    /// 422 where something is wrong, 429 where the visitor has to wait.
    var status: Int {
        if faults.isEmpty { return loginFault == nil && !wantsToLike ? 200 : 422 }
        return faults.contains(.tooMany) ? 429 : 422
    }
}
