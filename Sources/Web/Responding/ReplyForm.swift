import Accounts
import Conversation
import Identities
import Language
import Model
import Store
import Themes

extension ReplyFormView {
    /// Nil where no responses are taken. What was typed is shown all the same: nothing of it is lost.
    init?(_ reading: PostReading, _ visit: Visit, look: Look, offersMail: Bool, language: Language) {
        guard reading.isOpen || visit.draft != nil else { return nil }
        let messages = language.messages.reply
        let draft = visit.draft ?? reading.keptDraft
        let signer = draft?.changesLogin == true ? nil : reading.visitor
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
        // What an identity says stands where nothing else was typed.
        func typed(_ text: String?, _ known: String?) -> String? {
            text.flatMap { $0.isEmpty ? nil : $0 } ?? known ?? text
        }
        self.init(
            heading: heading, action: SafeURL(path: Address.item(path: path, part: part).path + "#respond"),
            cancel: parent != nil || draft?.changed != nil ? SafeURL(path: path + "#respond") : nil,
            parent: parent.map(String.init), isChange: draft?.changed != nil,
            identity: signer.map {
                IdentityStripView(
                    $0, by: reading.providers.name(of: $0.provider, language),
                    isPlaceholder: visit.reader.placeholder != nil,
                    language: language)
            },
            logins: signer == nil
                ? LoginChoicesView(
                    reading, asked: draft?.askedProvider, offersMail: offersMail, look: look, language: language) : nil,
            takesGuests: discussion.admits == .everybody, asksEmail: discussion.email != .never,
            isNameRequired: discussion.email == .required && signer == nil, comment: draft?.reply.text ?? "",
            name: typed(draft?.reply.name, signer?.name) ?? saved?.name ?? "",
            email: draft?.reply.email ?? saved?.email ?? "",
            website: typed(draft?.reply.url, signer?.website) ?? saved?.website ?? "",
            remembers: draft?.remembers ?? (saved != nil),
            offersMail: offersMail && discussion.email != .never && reading.post.kind != .attachment,
            followsResponses: draft?.follows.responses ?? false, followsPosts: draft?.follows.newPosts ?? false,
            faults: draft.flatMap { ReplyFaultsView($0, providers: reading.providers, language: language) },
            checks: discussion.asksAkismet
                ? language.messages.privacy.checksWithAkismet : language.messages.privacy.checks,
            preview: draft?.preview, script: look.replyScript)
    }
}

extension LoginChoicesView {
    /// Nil where there is no way to log in.
    fileprivate init?(
        _ reading: PostReading, asked: (id: String, address: String)?, offersMail: Bool, look: Look, language: Language
    ) {
        let providers = reading.providers.filter { offersMail || $0.kind != .mail }
        if providers.isEmpty { return nil }
        let messages = language.messages.login
        let waiting = asked.flatMap { asked in reading.providers.first { $0.id == asked.id } }
        self.init(
            heading: reading.discussion.admits == .everybody ? messages.heading : messages.headingAlone,
            providers: providers.map { ProviderView($0, look: look, language: language) },
            asked: waiting.flatMap {
                AskedProviderView($0, address: asked?.address ?? "", language: language)
            })
    }
}

extension ReplyFaultsView {
    /// Nil where nothing is wrong.
    fileprivate init?(_ draft: ReplyDraft, providers: [IdentityProvider], language: Language) {
        if draft.faults.isEmpty, draft.loginFault == nil, !draft.wantsToLike, !draft.mailWasSent { return nil }
        let messages = language.messages.reply
        self.init()
        if draft.mailWasSent {
            isLogin = true
            general = language.messages.subscription.checkMail
        }
        if draft.wantsToLike {
            isLogin = true
            general = language.messages.login.likeNeedsLogin
        }
        if let (kind, id) = draft.loginFault {
            isLogin = true
            general = kind.sentence(providers.name(of: id, language), language)
        }
        for fault in draft.faults {
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
            case .discarded: general = messages.discarded
            case .loggedOut: general = language.messages.login.loggedOut
            case .loginNeeded: general = language.messages.login.loginNeeded
            case .approvalNeeded: general = language.messages.login.notApproved
            case .notYours: general = messages.notYours
            }
        }
    }
}
