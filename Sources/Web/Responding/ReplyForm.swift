import Conversation
import Language
import Model
import Store
import Themes

extension ReplyFormView {
    /// Nil where no responses are taken. What was typed is shown all the same: nothing of it is lost.
    init?(_ reading: PostReading, _ visit: Visit, script: SafeURL?, offersMail: Bool, language: Language) {
        guard reading.isOpen || visit.draft != nil else { return nil }
        let messages = language.messages.reply
        let draft = visit.draft
        let saved = visit.reader.commenter
        let path = reading.full.path
        let discussion = reading.discussion
        let part = draft?.changed.map { Address.Part.reply(number: $0) } ?? .replies
        let parent = draft?.reply.parent ?? reading.answered?.number
        let answered = parent.flatMap { number in
            reading.answered ?? reading.comments.comments.first { $0.number == number }
        }
        let heading =
            draft?.changed != nil
            ? messages.editHeading : answered.map { messages.leaveReplyTo($0.author(language)) } ?? messages.leaveReply
        self.init(
            heading: heading, action: SafeURL(path: Address.item(path: path, part: part).path + "#respond"),
            cancel: parent != nil || draft?.changed != nil ? SafeURL(path: path + "#respond") : nil,
            parent: parent.map(String.init), isChange: draft?.changed != nil, asksEmail: discussion.email != .never,
            isNameRequired: discussion.email == .required, comment: draft?.reply.text ?? "",
            name: draft?.reply.name ?? saved?.name ?? "", email: draft?.reply.email ?? saved?.email ?? "",
            website: draft?.reply.url ?? saved?.website ?? "", remembers: draft?.remembers ?? (saved != nil),
            offersMail: offersMail && discussion.email != .never && reading.post.kind != .attachment,
            followsResponses: draft?.follows.responses ?? false, followsPosts: draft?.follows.newPosts ?? false,
            faults: draft.flatMap { ReplyFaultsView($0.faults, language: language) }, preview: draft?.preview,
            script: script)
    }
}

extension ReplyFaultsView {
    /// Nil where nothing is wrong.
    fileprivate init?(_ faults: [ReplyFault], language: Language) {
        if faults.isEmpty { return nil }
        let messages = language.messages.reply
        self.init()
        for fault in faults {
            switch fault {
            case .textMissing: comment = messages.textMissing
            case .textTooLong(let limit): comment = messages.textTooLong(language.number(limit))
            case .textTooDeep: comment = messages.textTooDeep
            case .nameMissing: name = messages.nameMissing
            case .nameTooLong(let limit): name = messages.nameTooLong(language.number(limit))
            case .emailMissing: email = messages.emailMissing
            case .emailUnclear: email = messages.emailUnclear
            case .urlUnclear: website = messages.urlUnclear
            case .parentGone: general = messages.parentGone
            case .closed: general = language.messages.commentsClosed
            case .tooMany: general = messages.tooMany
            case .notYours: general = messages.notYours
            }
        }
    }
}
