import Conversation
import Foundation
import Identities
import Store

/// What was typed before its sender left to log in.
struct KeptReply: Codable, Hashable, Sendable {
    private let text: String
    private let name: String
    private let email: String
    private let url: String
    private let parent: Int64?
    private let followsResponses: Bool
    private let followsPosts: Bool

    init(_ draft: ReplyDraft) {
        text = draft.reply.text
        name = draft.reply.name
        email = draft.reply.email
        url = draft.reply.url
        parent = draft.reply.parent
        followsResponses = draft.follows.responses
        followsPosts = draft.follows.newPosts
    }

    init?(json: String) {
        guard let kept = try? JSONDecoder().decode(KeptReply.self, from: Data(json.utf8)) else { return nil }
        self = kept
    }

    var json: String { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    var draft: ReplyDraft {
        var draft = ReplyDraft(reply: Reply(text: text, name: name, email: email, url: url, parent: parent))
        draft.follows = ReplyDraft.Follows(responses: followsResponses, newPosts: followsPosts)
        return draft
    }
}

extension ReplyDraft {
    /// What was typed before a login, and what came of that. Nil where nothing was typed.
    init?(_ attempt: StoredAttempt) {
        guard let kept = KeptReply(json: attempt.draft) else { return nil }
        self = kept.draft
        if let kind = LoginFault.Kind(rawValue: attempt.fault) { loginFault = (kind, attempt.provider) }
    }
}
