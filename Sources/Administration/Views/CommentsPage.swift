package import Model
package import Themes

/// The responses in one state, the newest first.
package struct CommentsPage: PageView {
    /// The states, with how many are in each.
    package var states: [AdminLink]
    package var comments: [CommentRow]
    package var action: SafeURL
    /// The state that is shown, for the form.
    package var state: String
    package var words: String
    /// What can be done with those that are shown.
    package var deeds: [AdminChoice]
    package var newer: SafeURL?
    package var older: SafeURL?
    /// Where those that are alike are decided at once.
    package var alike: SafeURL

    package init(
        states: [AdminLink], comments: [CommentRow], action: SafeURL, state: String, words: String = "",
        deeds: [AdminChoice], newer: SafeURL? = nil, older: SafeURL? = nil, alike: SafeURL
    ) {
        self.alike = alike
        self.states = states
        self.comments = comments
        self.action = action
        self.state = state
        self.words = words
        self.deeds = deeds
        self.newer = newer
        self.older = older
    }

    package static let template = "comments"

    package static let fields: [Field<CommentsPage>] = [
        .list("states") { $0.states },
        .list("comments") { $0.comments },
        .url("action") { $0.action },
        .text("state") { $0.state },
        .text("words") { $0.words },
        .list("deeds") { $0.deeds },
        .optionalURL("newer") { $0.newer },
        .optionalURL("older") { $0.older },
        .url("alike") { $0.alike },
        .flag("hasComments") { !$0.comments.isEmpty },
        .flag("hasPages") { $0.newer != nil || $0.older != nil },
    ]
}

/// One response, as whoever judges it sees it.
package struct CommentRow: View {
    package var number: String
    package var author: String
    package var website: SafeURL?
    package var email: String?
    package var network: SafeURL?
    package var address: String?
    package var date: DateView
    package var content: SafeHTML
    package var post: String
    /// The response where readers see it, or its post.
    package var url: SafeURL
    package var status: String
    /// Why it is in that state.
    package var reasons: String?
    /// What is known of its author: “3 approved, 1 spam”.
    package var history: String?
    /// What the filter for spam makes of it.
    package var opinion: FilterOpinionView?
    package var edit: SafeURL
    package var deeds: [AdminChoice]

    package init(
        number: String, author: String, website: SafeURL?, email: String?, network: SafeURL?, address: String?,
        date: DateView, content: SafeHTML, post: String, url: SafeURL, status: String, reasons: String?,
        history: String?, opinion: FilterOpinionView? = nil, edit: SafeURL, deeds: [AdminChoice]
    ) {
        self.number = number
        self.author = author
        self.website = website
        self.email = email
        self.network = network
        self.address = address
        self.date = date
        self.content = content
        self.post = post
        self.url = url
        self.status = status
        self.reasons = reasons
        self.history = history
        self.opinion = opinion
        self.edit = edit
        self.deeds = deeds
    }

    package static let fields: [Field<CommentRow>] = [
        .text("number") { $0.number },
        .text("author") { $0.author },
        .record("avatar") { AvatarView(name: $0.author) },
        .optionalURL("website") { $0.website },
        .optionalText("email") { $0.email },
        .optionalURL("network") { $0.network },
        .optionalText("address") { $0.address },
        .record("date") { $0.date },
        .html("content") { $0.content },
        .text("post") { $0.post },
        .url("url") { $0.url },
        .text("status") { $0.status },
        .optionalText("reasons") { $0.reasons },
        .optionalText("history") { $0.history },
        .optionalRecord("opinion") { $0.opinion },
        .url("edit") { $0.edit },
        .list("deeds") { $0.deeds },
    ]
}

/// What the filter for spam said of a response, what it would say now, and why.
package struct FilterOpinionView: View {
    /// “spam, 98 %”; nil where it was not asked.
    package var then: String?
    package var now: String
    /// What moved it most, each with the side that it speaks for.
    package var reasons: [FilterReasonView]

    package init(then: String?, now: String, reasons: [FilterReasonView]) {
        self.then = then
        self.now = now
        self.reasons = reasons
    }

    package static let fields: [Field<FilterOpinionView>] = [
        .optionalText("then") { $0.then },
        .text("now") { $0.now },
        .list("reasons") { $0.reasons },
    ]
}

package struct FilterReasonView: View {
    package var side: String
    package var sentence: String

    package init(side: String, sentence: String) {
        self.side = side
        self.sentence = sentence
    }

    package static let fields: [Field<FilterReasonView>] = [
        .text("side") { $0.side },
        .text("sentence") { $0.sentence },
    ]
}

/// One response with everything that may be changed about it.
package struct EditCommentPage: PageView {
    package var comment: CommentRow
    package var action: SafeURL
    package var author: String
    package var email: String
    package var website: String
    package var source: String
    package var fault: String?
    /// What it said before, the newest first.
    package var versions: [CommentVersionRow]
    /// nil where it cannot be answered.
    package var answer: SafeURL?

    package init(
        comment: CommentRow, action: SafeURL, author: String, email: String, website: String, source: String,
        fault: String? = nil, versions: [CommentVersionRow], answer: SafeURL? = nil
    ) {
        self.comment = comment
        self.action = action
        self.author = author
        self.email = email
        self.website = website
        self.source = source
        self.fault = fault
        self.versions = versions
        self.answer = answer
    }

    package static let template = "comment-edit"

    package static let fields: [Field<EditCommentPage>] = [
        .record("comment") { $0.comment },
        .url("action") { $0.action },
        .text("author") { $0.author },
        .text("email") { $0.email },
        .text("website") { $0.website },
        .text("source") { $0.source },
        .optionalText("fault") { $0.fault },
        .list("versions") { $0.versions },
        .flag("hasVersions") { !$0.versions.isEmpty },
        .optionalURL("answer") { $0.answer },
    ]
}

package struct CommentVersionRow: View {
    package var date: DateView
    package var actor: String
    package var source: String

    package init(date: DateView, actor: String, source: String) {
        self.date = date
        self.actor = actor
        self.source = source
    }

    package static let fields: [Field<CommentVersionRow>] = [
        .record("date") { $0.date },
        .text("actor") { $0.actor },
        .text("source") { $0.source },
    ]
}
