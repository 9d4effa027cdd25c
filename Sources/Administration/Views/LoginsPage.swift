package import Themes

/// The ways in which readers may log in.
package struct LoginsPage: PageView {
    package var logins: [LoginRow]

    package init(logins: [LoginRow]) { self.logins = logins }

    package static let template = "logins"

    package static let fields: [Field<LoginsPage>] = [.list("logins") { $0.logins }]
}

package struct LoginRow: View {
    package var name: String
    package var url: SafeURL
    /// “On”, “Off”
    package var state: String
    package var note: String

    package init(name: String, url: SafeURL, state: String, note: String) {
        self.name = name
        self.url = url
        self.state = state
        self.note = note
    }

    package static let fields: [Field<LoginRow>] = [
        .text("name") { $0.name },
        .url("url") { $0.url },
        .text("state") { $0.state },
        .text("note") { $0.note },
    ]
}
