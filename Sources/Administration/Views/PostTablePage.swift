package import Themes

/// A list of posts or pages with what can be done to them.
package struct PostTablePage: PageView {
    package var heading: String
    package var action: SafeURL
    package var new: SafeURL
    package var newLabel: String
    package var statuses: [AdminLink] = []
    package var authors: [AdminChoice] = []
    package var months: [AdminChoice] = []
    package var categories: [AdminChoice] = []
    package var words = ""
    package var status = ""
    package var rows: [PostTableRow] = []
    package var actions: [AdminChoice] = []
    package var count = ""
    package var previous: SafeURL?
    package var next: SafeURL?

    package init(heading: String, action: SafeURL, new: SafeURL, newLabel: String) {
        self.heading = heading
        self.action = action
        self.new = new
        self.newLabel = newLabel
    }

    package static let template = "posts"

    package static let fields: [Field<PostTablePage>] = [
        .text("heading") { $0.heading },
        .url("action") { $0.action },
        .url("new") { $0.new },
        .text("newLabel") { $0.newLabel },
        .list("statuses") { $0.statuses },
        .list("authors") { $0.authors },
        .list("months") { $0.months },
        .list("categories") { $0.categories },
        .flag("hasCategories") { !$0.categories.isEmpty },
        .text("query") { $0.words },
        .text("status") { $0.status },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .list("actions") { $0.actions },
        .text("count") { $0.count },
        .optionalURL("previous") { $0.previous },
        .optionalURL("next") { $0.next },
    ]
}

/// One post of a list.
package struct PostTableRow: View {
    package var number: Int64
    package var title: String
    package var edit: SafeURL
    package var author: String
    package var status: String
    package var date: String
    package var comments: Int
    package var isSticky: Bool
    package var hasPassword: Bool
    package var isTrashed: Bool

    package init(
        number: Int64, title: String, edit: SafeURL, author: String, status: String, date: String, comments: Int,
        isSticky: Bool, hasPassword: Bool, isTrashed: Bool
    ) {
        self.number = number
        self.title = title
        self.edit = edit
        self.author = author
        self.status = status
        self.date = date
        self.comments = comments
        self.isSticky = isSticky
        self.hasPassword = hasPassword
        self.isTrashed = isTrashed
    }

    package static let fields: [Field<PostTableRow>] = [
        .text("number") { String($0.number) },
        .text("title") { $0.title.isEmpty ? "(without a title)" : $0.title },
        .url("edit") { $0.edit },
        .text("author") { $0.author },
        .text("status") { $0.status },
        .text("date") { $0.date },
        .text("comments") { String($0.comments) },
        .flag("isSticky") { $0.isSticky },
        .flag("hasPassword") { $0.hasPassword },
        .flag("isTrashed") { $0.isTrashed },
    ]
}
