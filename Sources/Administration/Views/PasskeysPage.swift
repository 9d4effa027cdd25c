package import Themes

/// Somebody's own passkeys.
package struct PasskeysPage: PageView {
    package var action: SafeURL
    package var rows: [PasskeyRow]
    /// The new key's name and the present password, as far as they are asked for.
    package var fields: [FormField]
    /// Why no key can be made here; nil where one can.
    package var obstacle: String?
    /// Whether the password can be given up.
    package var forgetsPassword: Bool
    package var fault: String?

    package init(
        action: SafeURL, rows: [PasskeyRow], fields: [FormField], obstacle: String?, forgetsPassword: Bool,
        fault: String?
    ) {
        self.action = action
        self.rows = rows
        self.fields = fields
        self.obstacle = obstacle
        self.forgetsPassword = forgetsPassword
        self.fault = fault
    }

    package static let template = "passkeys"

    package static let fields: [Field<PasskeysPage>] = [
        .url("action") { $0.action },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .list("fields") { $0.fields },
        .optionalText("obstacle") { $0.obstacle },
        .flag("forgetsPassword") { $0.forgetsPassword },
        .optionalText("fault") { $0.fault },
    ]
}

package struct PasskeyRow: View {
    package var id: String
    package var name: String
    /// “Since 3 May 2026, last used 4 June 2026”
    package var history: String

    package init(id: String, name: String, history: String) {
        self.id = id
        self.name = name
        self.history = history
    }

    package static let fields: [Field<PasskeyRow>] = [
        .text("id") { $0.id },
        .text("name") { $0.name },
        .text("history") { $0.history },
    ]
}
