package import Themes

package struct SignInPage: PageView {
    package var name: String
    /// Where to go afterwards: a path of the administration.
    package var target: String
    package var fault: String?
    /// Other ways in.
    package var logins: [AdminChoice] = []
    /// Whether anybody has a passkey.
    package var takesPasskeys = false

    package init(name: String = "", target: String, fault: String? = nil) {
        self.name = name
        self.target = target
        self.fault = fault
    }

    package static let template = "sign-in"

    package static let fields: [Field<SignInPage>] = [
        .text("name") { $0.name },
        .text("target") { $0.target },
        .optionalText("fault") { $0.fault },
        .list("logins") { $0.logins },
        .flag("hasLogins") { !$0.logins.isEmpty },
        .flag("takesPasskeys") { $0.takesPasskeys },
    ]
}

/// Where a one-time link leads.
package struct NewPasswordPage: PageView {
    package var name: String
    package var action: SafeURL
    package var fault: String?

    package init(name: String, action: SafeURL, fault: String? = nil) {
        self.name = name
        self.action = action
        self.fault = fault
    }

    package static let template = "new-password"

    package static let fields: [Field<NewPasswordPage>] = [
        .text("name") { $0.name },
        .url("action") { $0.action },
        .optionalText("fault") { $0.fault },
    ]
}

/// A sentence, where there is nothing else to show.
package struct NoticePage: PageView {
    package var heading: String
    package var sentence: String

    package init(heading: String, sentence: String) {
        self.heading = heading
        self.sentence = sentence
    }

    package static let template = "notice"

    package static let fields: [Field<NoticePage>] = [
        .text("heading") { $0.heading },
        .text("sentence") { $0.sentence },
    ]
}
