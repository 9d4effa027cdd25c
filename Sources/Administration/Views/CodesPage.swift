package import Themes

/// The second step of signing in.
package struct SecondStepPage: PageView {
    /// That the password was right.
    package var ticket: String
    /// Where to go afterwards: a path of the administration.
    package var target: String
    package var fault: String?

    package init(ticket: String, target: String, fault: String? = nil) {
        self.ticket = ticket
        self.target = target
        self.fault = fault
    }

    package static let template = "second-step"

    package static let fields: [Field<SecondStepPage>] = [
        .text("ticket") { $0.ticket },
        .text("target") { $0.target },
        .optionalText("fault") { $0.fault },
    ]
}

/// One's one-time codes: turned on with a picture and a key, or off.
package struct CodesPage: PageView {
    package var action: SafeURL
    package var isOn: Bool
    /// How many recovery codes are left, in words.
    package var left: String
    /// Of the key, while codes are off.
    package var picture: SafeURL?
    package var key: String?
    /// Just made, and shown once.
    package var recoveryCodes: [String]
    package var fields: [FormField]
    package var submit: String

    package init(
        action: SafeURL, isOn: Bool, left: String = "", picture: SafeURL? = nil, key: String? = nil,
        recoveryCodes: [String] = [], fields: [FormField], submit: String
    ) {
        self.action = action
        self.isOn = isOn
        self.left = left
        self.picture = picture
        self.key = key
        self.recoveryCodes = recoveryCodes
        self.fields = fields
        self.submit = submit
    }

    package static let template = "codes"

    package static let fields: [Field<CodesPage>] = [
        .url("action") { $0.action },
        .flag("isOn") { $0.isOn },
        .text("left") { $0.left },
        .optionalURL("picture") { $0.picture },
        .optionalText("key") { $0.key },
        .list("recoveryCodes") { $0.recoveryCodes.map(RecoveryCode.init) },
        .flag("hasRecoveryCodes") { !$0.recoveryCodes.isEmpty },
        .list("fields") { $0.fields },
        .text("submit") { $0.submit },
    ]

    struct RecoveryCode: View {
        let text: String

        static let fields: [Field<RecoveryCode>] = [.text("text") { $0.text }]
    }
}
