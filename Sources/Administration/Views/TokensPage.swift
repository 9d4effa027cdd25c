package import Themes

/// Tokens for programs that act in one's name.
package struct TokensPage: PageView {
    package var action: SafeURL
    package var revokeAction: SafeURL
    package var rows: [TokenRow]
    /// Just made, and shown once.
    package var token: String?
    package var fields: [FormField]

    package init(
        action: SafeURL, revokeAction: SafeURL, rows: [TokenRow], token: String? = nil, fields: [FormField]
    ) {
        self.action = action
        self.revokeAction = revokeAction
        self.rows = rows
        self.token = token
        self.fields = fields
    }

    package static let template = "tokens"

    package static let fields: [Field<TokensPage>] = [
        .url("action") { $0.action },
        .url("revokeAction") { $0.revokeAction },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .optionalText("token") { $0.token },
        .list("fields") { $0.fields },
    ]
}

package struct TokenRow: View {
    package var id: String
    package var name: String
    /// “read, posts”
    package var scopes: String
    package var used: String

    package init(id: String, name: String, scopes: String, used: String) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.used = used
    }

    package static let fields: [Field<TokenRow>] = [
        .text("id") { $0.id },
        .text("name") { $0.name },
        .text("scopes") { $0.scopes },
        .text("used") { $0.used },
    ]
}
