import Language
import Model
import Store
import Themes

extension CommentsView {
    /// Nil where there is nothing to show and nothing to say.
    init?(_ reading: PostReading, _ visit: Visit, look: Look, offersMail: Bool, language: Language) {
        let post = reading.post
        let thread = reading.comments
        guard reading.isOpen || thread.total > 0 || !reading.pings.isEmpty || post.kind == .post else { return nil }
        let names = Dictionary(thread.comments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var number = thread.firstNumber - 1
        let views = thread.comments.map { comment in
            // One that waits is not counted yet.
            if comment.status == .approved { number += 1 }
            var view = CommentView(
                comment, number: comment.status == .approved ? number : nil,
                answering: comment.parent.flatMap { names[$0] }, post: post, language: language)
            if let signer = comment.identity.flatMap({ reading.signers[$0] }) {
                view.signature = SignatureView(
                    signer, by: reading.providers.name(of: signer.provider, language), look: look, language: language)
                view.avatar = AvatarView(name: view.author, picture: signer.pictureAddress)
            }
            if reading.isOpen, reading.discussion.depth > 1, comment.status == .approved {
                view.answer = ReplyLink(comment, path: reading.full.path, language: language)
            }
            if comment.status == .approved {
                view.like = CommentLikeView(comment, reading, look: look, language: language)
            }
            if reading.changeable.contains(comment.id) {
                view.edit = SafeURL(
                    path: Address.item(path: reading.full.path, part: .reply(number: comment.number)).path + "#respond")
            }
            return (comment: view, depth: comment.depth)
        }
        func page(_ number: Int) -> SafeURL? {
            guard (1...thread.pages).contains(number) else { return nil }
            let address = Address.item(path: reading.full.path, part: .comments(page: number))
            return SafeURL(path: (number == 1 ? reading.full.path : address.path) + "#comments")
        }
        let threads = CommentView.threads(views, levels: reading.discussion.depth)
        let isNewestFirst = reading.discussion.isNewestFirst
        let (before, after) = (page(thread.page - 1), page(thread.page + 1))
        self.init(
            heading: thread.total == 0 ? language.messages.noResponses : language.responses(thread.total),
            comments: isNewestFirst ? threads.reversed() : threads,
            pings: reading.pings.map { PingView($0, language: language) },
            older: isNewestFirst ? after : before, newer: isNewestFirst ? before : after, areClosed: !reading.isOpen,
            form: ReplyFormView(reading, visit, look: look, offersMail: offersMail, language: language))
    }
}

extension CommentView {
    fileprivate init(_ comment: Comment, number: Int?, answering parent: Comment?, post: Post, language: Language) {
        self.init(
            id: "comment-\(comment.number)", number: number.map(language.number), author: comment.author(language),
            authorURL: SafeURL(comment.authorURL),
            isByPostAuthor: comment.account != nil && comment.account == post.author,
            date: DateView(comment.localDate, at: comment.createdAt, in: language),
            url: SafeURL(fragment: "comment-\(comment.number)"),
            inReplyTo: parent.map { parent in
                ReplyTarget(
                    text: language.messages.inReplyTo(parent.author(language)),
                    url: SafeURL(fragment: "comment-\(parent.number)"))
            },
            content: comment.html, isHeld: comment.status != .approved)
    }
}

extension ReplyLink {
    fileprivate init(_ comment: Comment, path: String, language: Language) {
        let author = comment.author(language)
        self.init(
            parent: String(comment.number), url: SafeURL(path: "\(path)?replytocom=\(comment.number)#respond"),
            label: language.messages.reply.replyTo(author), heading: language.messages.reply.leaveReplyTo(author))
    }
}

extension Comment {
    /// The name that stands over it.
    func author(_ language: Language) -> String { authorName.isEmpty ? language.messages.anonymous : authorName }
}

extension PingView {
    fileprivate init(_ ping: Comment, language: Language) {
        self.init(
            id: "comment-\(ping.number)",
            title: ping.author(language),
            url: SafeURL(ping.authorURL), date: DateView(ping.localDate, at: ping.createdAt, in: language),
            content: ping.html.isEmpty ? nil : ping.html)
    }
}
