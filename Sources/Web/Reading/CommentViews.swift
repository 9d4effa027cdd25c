import Language
import Model
import Store
import Themes

extension CommentsView {
    /// Nil where there is nothing to show and nothing to say.
    init?(_ reading: PostReading, language: Language) {
        let post = reading.post
        let thread = reading.comments
        guard post.commentsOpen || thread.total > 0 || !reading.pings.isEmpty || post.kind == .post else { return nil }
        let names = Dictionary(thread.comments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let views = thread.comments.enumerated().map { index, comment in
            (
                comment: CommentView(
                    comment, number: thread.firstNumber + index, answering: comment.parent.flatMap { names[$0] },
                    post: post, language: language),
                depth: comment.depth
            )
        }
        func page(_ number: Int) -> SafeURL? {
            guard (1...thread.pages).contains(number) else { return nil }
            let address = Address.item(path: reading.full.path, part: .comments(page: number))
            return SafeURL(path: (number == 1 ? reading.full.path : address.path) + "#comments")
        }
        self.init(
            heading: thread.total == 0 ? language.messages.noResponses : language.responses(thread.total),
            comments: CommentView.threads(views), pings: reading.pings.map { PingView($0, language: language) },
            older: page(thread.page - 1), newer: page(thread.page + 1), areClosed: !post.commentsOpen)
    }
}

extension CommentView {
    fileprivate init(_ comment: Comment, number: Int, answering parent: Comment?, post: Post, language: Language) {
        let author = comment.authorName.isEmpty ? language.messages.anonymous : comment.authorName
        self.init(
            id: "comment-\(comment.number)", number: language.number(number), author: author,
            authorURL: SafeURL(comment.authorURL),
            isByPostAuthor: comment.account != nil && comment.account == post.author,
            date: DateView(comment.localDate, at: comment.createdAt, in: language),
            url: SafeURL(fragment: "comment-\(comment.number)"),
            inReplyTo: parent.map { parent in
                let name = parent.authorName.isEmpty ? language.messages.anonymous : parent.authorName
                return ReplyTarget(
                    text: language.messages.inReplyTo(name), url: SafeURL(fragment: "comment-\(parent.number)"))
            },
            content: comment.html)
    }
}

extension PingView {
    fileprivate init(_ ping: Comment, language: Language) {
        self.init(
            id: "comment-\(ping.number)",
            title: ping.authorName.isEmpty ? language.messages.anonymous : ping.authorName,
            url: SafeURL(ping.authorURL), date: DateView(ping.localDate, at: ping.createdAt, in: language),
            content: ping.html.isEmpty ? nil : ping.html)
    }
}
