import Conversation
import HTTPTypes
import Hummingbird
import Model

/// The form under a post, as a browser sends it.
struct SubmittedReply: Sendable {
    private let fields: FormFields

    init(_ fields: FormFields) { self.fields = fields }

    var reply: Reply {
        Reply(
            text: fields.first("comment"), name: fields.first("author"), email: fields.first("email"),
            url: fields.first("url"), parent: Int64(fields.first("comment_parent")).flatMap { $0 > 0 ? $0 : nil })
    }

    var remembers: Bool { fields.has("remember") }

    /// By the names that WordPress's form has.
    var follows: ReplyDraft.Follows {
        ReplyDraft.Follows(
            responses: fields.has("subscribe_comments"), newPosts: fields.has("subscribe_blog"))
    }

    /// The button of a login: `out`, `change`, or the name of a provider.
    var login: String? { fields.has("login") ? fields.first("login") : nil }

    /// What a provider has to know first.
    var loginAddress: String { fields.first("login_address") }

    /// Whether it is sent in the name of who is logged in.
    var isSigned: Bool { fields.has("signed") }

    var wantsPreview: Bool { fields.has("preview") }

    var wantsDeletion: Bool { fields.has("delete") }

    func origin(_ request: Request, visitor: TrustedProxies.Visitor) -> ReplyOrigin {
        ReplyOrigin(
            address: visitor.address, agent: request.headers[.userAgent] ?? "",
            referrer: request.headers[.referer] ?? "",
            // Every browser says which languages its reader has.
            hasOddHead: request.headers[.userAgent]?.hasPrefix("Mozilla/") == true
                && request.headers[.acceptLanguage] == nil,
            seconds: Int(fields.first("seconds")), filledTrap: !fields.first("subject").isEmpty)
    }
}
