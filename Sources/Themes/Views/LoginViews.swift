/// The ways to log in beside the fields of a guest.
package struct LoginChoicesView: View {
    /// “Fill in your details below or click an icon to log in:”
    package var heading: String
    package var providers: [ProviderView]
    /// A provider that asks for a server, a site or an address first.
    package var asked: AskedProviderView?

    package init(heading: String, providers: [ProviderView], asked: AskedProviderView? = nil) {
        self.heading = heading
        self.providers = providers
        self.asked = asked
    }

    package static let fields: [Field<LoginChoicesView>] = [
        .text("heading") { $0.heading },
        .list("providers") { $0.providers },
        .optionalRecord("asked") { $0.asked },
    ]
}

/// One way to log in: a button with an icon.
package struct ProviderView: View {
    /// The value of the form's field `login`.
    package var value: String
    /// “Log in with GitHub”
    package var label: String
    package var name: String
    /// A symbol of the theme's `icons.svg`.
    package var icon: SafeURL

    package init(value: String, label: String, name: String, icon: SafeURL) {
        self.value = value
        self.label = label
        self.name = name
        self.icon = icon
    }

    package static let fields: [Field<ProviderView>] = [
        .text("value") { $0.value },
        .text("label") { $0.label },
        .text("name") { $0.name },
        .url("icon") { $0.icon },
    ]
}

/// What a provider has to know first.
package struct AskedProviderView: View {
    package var value: String
    /// “Your Mastodon server”
    package var label: String
    /// Such as would stand there.
    package var example: String
    /// What was typed.
    package var address: String

    package init(value: String, label: String, example: String, address: String = "") {
        self.value = value
        self.label = label
        self.example = example
        self.address = address
    }

    package static let fields: [Field<AskedProviderView>] = [
        .text("value") { $0.value },
        .text("label") { $0.label },
        .text("example") { $0.example },
        .text("address") { $0.address },
    ]
}

/// Who is logged in, in the form.
package struct IdentityStripView: View {
    /// “You are commenting using your GitHub account.”
    package var sentence: String
    /// “Shown as Anna”
    package var shownAs: String
    package var avatar: AvatarView

    package init(sentence: String, shownAs: String, avatar: AvatarView) {
        self.sentence = sentence
        self.shownAs = shownAs
        self.avatar = avatar
    }

    package static let fields: [Field<IdentityStripView>] = [
        .text("sentence") { $0.sentence },
        .text("shownAs") { $0.shownAs },
        .record("avatar") { $0.avatar },
    ]
}

/// Which identity signed a comment.
package struct SignatureView: View {
    /// “Signed with GitHub”
    package var label: String
    /// What the provider calls them: `octocat`; else the provider's name, with a number where several have the name.
    package var name: String
    package var icon: SafeURL

    package init(label: String, name: String, icon: SafeURL) {
        self.label = label
        self.name = name
        self.icon = icon
    }

    package static let fields: [Field<SignatureView>] = [
        .text("label") { $0.label },
        .text("name") { $0.name },
        .url("icon") { $0.icon },
    ]
}

/// What a mailed link leads to: one button.
package struct ConfirmLoginPage: PageView {
    package var heading: String
    package var action: SafeURL

    package init(heading: String, action: SafeURL) {
        self.heading = heading
        self.action = action
    }

    package static let template = "confirm-login"

    package static let fields: [Field<ConfirmLoginPage>] = [
        .text("heading") { $0.heading },
        .url("action") { $0.action },
    ]
}

/// The page between the form and the provider.
package struct ConnectingPage: PageView {
    /// “Connecting to GitHub”
    package var heading: String
    package var note: String
    package var url: SafeURL

    package init(heading: String, note: String, url: SafeURL) {
        self.heading = heading
        self.note = note
        self.url = url
    }

    package static let template = "connecting"

    package static let fields: [Field<ConnectingPage>] = [
        .text("heading") { $0.heading },
        .text("note") { $0.note },
        .url("url") { $0.url },
    ]
}
