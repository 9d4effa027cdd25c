import Conversation
import HTTPTypes
import Hummingbird
import Model

/// The fields of the form under a post, as a browser sends them.
struct SubmittedReply: Decodable, Sendable {
    private let comment: String?
    private let author: String?
    private let email: String?
    private let url: String?
    private let parent: String?
    private let remember: String?
    private let seconds: String?
    private let subject: String?
    private let preview: String?
    private let delete: String?
    private let followsResponses: String?
    private let followsPosts: String?

    enum CodingKeys: String, CodingKey {
        case comment, author, email, url, remember, seconds, subject, preview, delete
        case parent = "comment_parent"
        // As WordPress's form has them.
        case followsResponses = "subscribe_comments"
        case followsPosts = "subscribe_blog"
    }

    /// - Throws: `Refusal` for what is no form.
    init(_ request: Request, limit: Int) async throws {
        let body = try await request.body.collect(upTo: limit)
        guard let form = try? URLEncodedFormDecoder().decode(Self.self, from: String(buffer: body)) else {
            throw Refusal(.badRequest, "This form cannot be read.")
        }
        self = form
    }

    var reply: Reply {
        Reply(
            text: comment ?? "", name: author ?? "", email: email ?? "", url: url ?? "",
            parent: parent.flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil })
    }

    var remembers: Bool { remember != nil }

    var follows: ReplyDraft.Follows {
        ReplyDraft.Follows(responses: followsResponses != nil, newPosts: followsPosts != nil)
    }

    var wantsPreview: Bool { preview != nil }

    var wantsDeletion: Bool { delete != nil }

    func origin(_ request: Request, visitor: TrustedProxies.Visitor) -> ReplyOrigin {
        ReplyOrigin(
            address: visitor.address, agent: request.headers[.userAgent] ?? "", seconds: seconds.flatMap { Int($0) },
            filledTrap: subject?.isEmpty == false)
    }
}
