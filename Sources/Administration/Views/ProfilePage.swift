package import Themes

/// What somebody may change of themselves, and where they are signed in.
package struct ProfilePage: PageView {
    package var action: SafeURL
    package var fields: [FormField]
    /// Where one-time codes are turned on and off, and how they stand.
    package var codes: SafeURL
    package var codesState: String
    /// Where passkeys are added and taken away, and how many there are.
    package var passkeys: SafeURL
    package var passkeysState: String
    /// Whether the present password is asked for.
    package var asksPassword = true
    /// By which one signs in besides the password.
    package var identities: [AdminChoice] = []
    /// Those that may be added.
    package var logins: [AdminChoice] = []
    package var identitiesAction: SafeURL
    package var sessionsAction: SafeURL
    package var sessions: [SessionRow]

    package init(
        action: SafeURL, fields: [FormField], codes: SafeURL, codesState: String, passkeys: SafeURL,
        passkeysState: String,
        identitiesAction: SafeURL, sessionsAction: SafeURL, sessions: [SessionRow]
    ) {
        self.action = action
        self.fields = fields
        self.codes = codes
        self.codesState = codesState
        self.passkeys = passkeys
        self.passkeysState = passkeysState
        self.identitiesAction = identitiesAction
        self.sessionsAction = sessionsAction
        self.sessions = sessions
    }

    package static let template = "profile"

    package static let fields: [Field<ProfilePage>] = [
        .url("action") { $0.action },
        .list("fields") { $0.fields },
        .flag("hasFaults") { $0.fields.contains { $0.fault != nil } },
        .url("codes") { $0.codes },
        .text("codesState") { $0.codesState },
        .url("passkeys") { $0.passkeys },
        .text("passkeysState") { $0.passkeysState },
        .flag("asksPassword") { $0.asksPassword },
        .list("identities") { $0.identities },
        .list("logins") { $0.logins },
        .flag("hasLogins") { !$0.logins.isEmpty || !$0.identities.isEmpty },
        .url("identitiesAction") { $0.identitiesAction },
        .url("sessionsAction") { $0.sessionsAction },
        .list("sessions") { $0.sessions },
        .flag("hasOthers") { $0.sessions.contains { !$0.isCurrent } },
    ]
}

package struct SessionRow: View {
    package var id: String
    /// “Firefox on Linux”
    package var device: String
    package var network: String
    package var began: String
    package var seen: String
    package var isCurrent: Bool

    package init(id: String, device: String, network: String, began: String, seen: String, isCurrent: Bool) {
        self.id = id
        self.device = device
        self.network = network
        self.began = began
        self.seen = seen
        self.isCurrent = isCurrent
    }

    package static let fields: [Field<SessionRow>] = [
        .text("id") { $0.id },
        .text("device") { $0.device },
        .text("network") { $0.network },
        .text("began") { $0.began },
        .text("seen") { $0.seen },
        .flag("isCurrent") { $0.isCurrent },
    ]
}
