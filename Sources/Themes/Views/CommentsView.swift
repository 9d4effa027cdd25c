package import Model

/// The responses to a post.
package struct CommentsView: View {
    /// “One Response”, “2 Responses”
    package var heading: String
    /// The threads of one page, oldest first.
    package var comments: [CommentView]
    /// Pingbacks and trackbacks, which are no conversation.
    package var pings: [PingView]
    package var older: SafeURL?
    package var newer: SafeURL?
    /// Readers are told so.
    package var areClosed: Bool
    /// nil where no responses are taken.
    package var form: ReplyFormView?

    package init(
        heading: String, comments: [CommentView] = [], pings: [PingView] = [], older: SafeURL? = nil,
        newer: SafeURL? = nil, areClosed: Bool = false, form: ReplyFormView? = nil
    ) {
        self.heading = heading
        self.comments = comments
        self.pings = pings
        self.older = older
        self.newer = newer
        self.areClosed = areClosed
        self.form = form
    }

    package static let fields: [Field<CommentsView>] = [
        .text("heading") { $0.heading },
        .list("comments") { $0.comments },
        .list("pings") { $0.pings },
        .optionalURL("older") { $0.older },
        .optionalURL("newer") { $0.newer },
        .flag("areClosed") { $0.areClosed },
        .optionalRecord("form") { $0.form },
        .flag("hasComments") { !$0.comments.isEmpty },
        .flag("hasPings") { !$0.pings.isEmpty },
        .flag("hasPages") { $0.older != nil || $0.newer != nil },
    ]
}

/// One response.
package struct CommentView: View {
    /// `comment-21`, what `url` leads to.
    package var id: String
    /// Its place in the conversation, from 1.
    package var number: String?
    package var author: String
    package var authorURL: SafeURL?
    package var isByPostAuthor: Bool
    package var avatar: AvatarView
    /// nil for a guest.
    package var signature: SignatureView?
    package var date: DateView
    /// `#comment-21`, behind the date.
    package var url: SafeURL
    /// Only where the nesting does not show it.
    package var inReplyTo: ReplyTarget?
    package var content: SafeHTML
    /// Shown to its author alone, until it is approved.
    package var isHeld: Bool
    /// nil where it cannot be answered.
    package var answer: ReplyLink?
    /// Where its author may change it, for a while.
    package var edit: SafeURL?
    /// nil where responses are not liked.
    package var like: CommentLikeView?
    package var replies: [CommentView]

    package init(
        id: String, number: String? = nil, author: String, authorURL: SafeURL? = nil, isByPostAuthor: Bool = false,
        avatar: AvatarView? = nil, signature: SignatureView? = nil, date: DateView, url: SafeURL,
        inReplyTo: ReplyTarget? = nil, content: SafeHTML, isHeld: Bool = false,
        answer: ReplyLink? = nil, edit: SafeURL? = nil, replies: [CommentView] = []
    ) {
        self.id = id
        self.number = number
        self.author = author
        self.authorURL = authorURL
        self.isByPostAuthor = isByPostAuthor
        self.avatar = avatar ?? AvatarView(name: author)
        self.signature = signature
        self.date = date
        self.url = url
        self.inReplyTo = inReplyTo
        self.content = content
        self.isHeld = isHeld
        self.answer = answer
        self.edit = edit
        self.replies = replies
    }

    package static let fields: [Field<CommentView>] = [
        .text("id") { $0.id },
        .optionalText("number") { $0.number },
        .text("author") { $0.author },
        .record("avatar") { $0.avatar },
        .optionalRecord("signature") { $0.signature },
        .optionalURL("authorURL") { $0.authorURL },
        .flag("isByPostAuthor") { $0.isByPostAuthor },
        .record("date") { $0.date },
        .url("url") { $0.url },
        .optionalRecord("inReplyTo") { $0.inReplyTo },
        .html("content") { $0.content },
        .flag("isHeld") { $0.isHeld },
        .optionalRecord("answer") { $0.answer },
        .optionalURL("edit") { $0.edit },
        .optionalRecord("like") { $0.like },
        .flag("hasActions") { $0.answer != nil || $0.edit != nil || $0.like != nil },
        .list("replies") { $0.replies },
        .flag("hasReplies") { !$0.replies.isEmpty },
    ]
}

/// The button with which somebody who is logged in likes a response, and how many do.
package struct CommentLikeView: View {
    package var action: SafeURL
    /// Of the response.
    package var number: String
    /// “3”; nil for nobody yet.
    package var count: String?
    /// What the button sends: `1`, or `0` where the reader likes it already.
    package var next: String
    /// The same for `aria-pressed`: `false` or `true`.
    package var pressed: String
    package var icon: SafeURL

    package init(action: SafeURL, number: String, count: String?, next: String, pressed: String, icon: SafeURL) {
        self.action = action
        self.number = number
        self.count = count
        self.next = next
        self.pressed = pressed
        self.icon = icon
    }

    package static let fields: [Field<CommentLikeView>] = [
        .url("action") { $0.action },
        .text("number") { $0.number },
        .optionalText("count") { $0.count },
        .text("next") { $0.next },
        .text("pressed") { $0.pressed },
        .url("icon") { $0.icon },
    ]
}

/// The comment that another one answers.
package struct ReplyTarget: View {
    /// “In reply to Anna”
    package var text: String
    package var url: SafeURL

    package init(text: String, url: SafeURL) {
        self.text = text
        self.url = url
    }

    package static let fields: [Field<ReplyTarget>] = [
        .text("text") { $0.text },
        .url("url") { $0.url },
    ]
}

/// The way to answer a response.
package struct ReplyLink: View {
    /// The public number of the response, for the form's field.
    package var parent: String
    package var url: SafeURL
    /// “Reply to Anna”
    package var label: String
    /// “Leave a Reply to Anna”, over the form.
    package var heading: String

    package init(parent: String, url: SafeURL, label: String, heading: String) {
        self.parent = parent
        self.url = url
        self.label = label
        self.heading = heading
    }

    package static let fields: [Field<ReplyLink>] = [
        .text("parent") { $0.parent },
        .url("url") { $0.url },
        .text("label") { $0.label },
        .text("heading") { $0.heading },
    ]
}

/// A page elsewhere that told of its link to this post.
package struct PingView: View {
    package var id: String
    package var title: String
    package var url: SafeURL?
    package var date: DateView
    package var content: SafeHTML?

    package init(id: String, title: String, url: SafeURL?, date: DateView, content: SafeHTML? = nil) {
        self.id = id
        self.title = title
        self.url = url
        self.date = date
        self.content = content
    }

    package static let fields: [Field<PingView>] = [
        .text("id") { $0.id },
        .text("title") { $0.title },
        .optionalURL("url") { $0.url },
        .record("date") { $0.date },
        .optionalHTML("content") { $0.content },
    ]
}
