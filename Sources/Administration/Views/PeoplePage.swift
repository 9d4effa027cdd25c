package import Themes

/// Everybody of the site, with a form to invite one more.
package struct PeoplePage: PageView {
    package var rows: [PersonRow]
    package var action: SafeURL
    package var fields: [FormField]
    /// A link that was just made, to be given to somebody; shown once.
    package var invitation: String?

    package init(rows: [PersonRow], action: SafeURL, fields: [FormField], invitation: String? = nil) {
        self.rows = rows
        self.action = action
        self.fields = fields
        self.invitation = invitation
    }

    package static let template = "people"

    package static let fields: [Field<PeoplePage>] = [
        .list("rows") { $0.rows },
        .url("action") { $0.action },
        .list("fields") { $0.fields },
        .optionalText("invitation") { $0.invitation },
    ]
}

package struct PersonRow: View {
    package var name: String
    package var edit: SafeURL
    package var email: String
    package var role: String
    package var posts: String
    /// “signs in, last seen …”, “invited until …”, “cannot sign in”
    package var state: String

    package init(name: String, edit: SafeURL, email: String, role: String, posts: String, state: String) {
        self.name = name
        self.edit = edit
        self.email = email
        self.role = role
        self.posts = posts
        self.state = state
    }

    package static let fields: [Field<PersonRow>] = [
        .text("name") { $0.name },
        .url("edit") { $0.edit },
        .text("email") { $0.email },
        .text("role") { $0.role },
        .text("posts") { $0.posts },
        .text("state") { $0.state },
    ]
}
