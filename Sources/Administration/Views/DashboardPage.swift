package import Themes

/// What wants attention.
package struct DashboardPage: PageView {
    package var waiting: [AdminLink]
    package var comments: [CommentRow]

    package init(waiting: [AdminLink], comments: [CommentRow]) {
        self.waiting = waiting
        self.comments = comments
    }

    package static let template = "dashboard"

    package static let fields: [Field<DashboardPage>] = [
        .list("waiting") { $0.waiting },
        .list("comments") { $0.comments },
        .flag("hasWaiting") { !$0.waiting.isEmpty },
        .flag("hasComments") { !$0.comments.isEmpty },
    ]
}
