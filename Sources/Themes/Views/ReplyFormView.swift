package import Model

/// The form under a post.
package struct ReplyFormView: View {
    /// “Leave a Reply”, “Leave a Reply to Anna”
    package var heading: String
    package var action: SafeURL
    /// Back to a response to the post itself.
    package var cancel: SafeURL?
    /// The public number of the response that it answers.
    package var parent: String?
    /// A response that was sent is changed: only its words are asked for.
    package var isChange: Bool
    /// Who is logged in; nil where name, e-mail and website are asked for.
    package var identity: IdentityStripView?
    /// nil where there is no other way than as a guest, or nobody has to choose one.
    package var logins: LoginChoicesView?
    /// Whether who is not logged in may respond.
    package var takesGuests: Bool
    package var asksEmail: Bool
    /// Of e-mail address and name alike.
    package var isNameRequired: Bool
    package var comment: String
    package var name: String
    package var email: String
    package var website: String
    /// Whether name, e-mail and website are kept for the next time.
    package var remembers: Bool
    /// Whether new responses and posts may be asked for by mail.
    package var offersMail: Bool
    package var followsResponses: Bool
    package var followsPosts: Bool
    package var faults: ReplyFaultsView?
    /// Who checks what is sent: “This site filters spam on its own server.”
    package var checks: String
    /// What was typed, as it would look.
    package var preview: SafeHTML?
    package var script: SafeURL?

    package init(
        heading: String, action: SafeURL, cancel: SafeURL? = nil, parent: String? = nil, isChange: Bool = false,
        identity: IdentityStripView? = nil, logins: LoginChoicesView? = nil, takesGuests: Bool = true,
        asksEmail: Bool = true, isNameRequired: Bool = true, comment: String = "", name: String = "",
        email: String = "", website: String = "", remembers: Bool = false,
        offersMail: Bool = false, followsResponses: Bool = false, followsPosts: Bool = false,
        faults: ReplyFaultsView? = nil, checks: String = "",
        preview: SafeHTML? = nil, script: SafeURL? = nil
    ) {
        self.heading = heading
        self.action = action
        self.cancel = cancel
        self.parent = parent
        self.isChange = isChange
        self.identity = identity
        self.logins = logins
        self.takesGuests = takesGuests
        self.asksEmail = asksEmail
        self.isNameRequired = isNameRequired
        self.comment = comment
        self.name = name
        self.email = email
        self.website = website
        self.remembers = remembers
        self.offersMail = offersMail
        self.followsResponses = followsResponses
        self.followsPosts = followsPosts
        self.faults = faults
        self.checks = checks
        self.preview = preview
        self.script = script
    }

    package static let fields: [Field<ReplyFormView>] = [
        .text("heading") { $0.heading },
        .url("action") { $0.action },
        .optionalURL("cancel") { $0.cancel },
        .optionalText("parent") { $0.parent },
        .flag("isChange") { $0.isChange },
        .optionalRecord("identity") { $0.identity },
        .optionalRecord("logins") { $0.logins },
        .flag("takesGuests") { $0.takesGuests },
        .flag("asksEmail") { $0.asksEmail },
        // Who is logged in may be shown otherwise; their address is asked for where they want mail and it is not known.
        .flag("showsPerson") { $0.identity != nil || $0.takesGuests },
        .flag("asksGuestEmail") { ($0.identity == nil || $0.faults?.email != nil) && $0.asksEmail },
        .flag("asksToRemember") { $0.identity == nil && $0.takesGuests },
        .flag("posts") { $0.identity != nil || $0.takesGuests },
        .flag("isNameRequired") { $0.isNameRequired },
        .text("comment") { $0.comment },
        .text("name") { $0.name },
        .text("email") { $0.email },
        .text("website") { $0.website },
        .flag("remembers") { $0.remembers },
        .flag("offersMail") { $0.offersMail },
        .flag("followsResponses") { $0.followsResponses },
        .flag("followsPosts") { $0.followsPosts },
        .optionalRecord("faults") { $0.faults },
        .text("checks") { $0.checks },
        .optionalHTML("preview") { $0.preview },
        .optionalURL("script") { $0.script },
    ]
}

/// What is wrong with a response, each beside its field.
package struct ReplyFaultsView: View {
    /// Nobody was logged in; nothing is said of the response itself.
    package var isLogin: Bool
    /// What is no field's fault.
    package var general: String?
    package var comment: String?
    package var name: String?
    package var email: String?
    package var website: String?

    package init(
        isLogin: Bool = false, general: String? = nil, comment: String? = nil, name: String? = nil,
        email: String? = nil,
        website: String? = nil
    ) {
        self.isLogin = isLogin
        self.general = general
        self.comment = comment
        self.name = name
        self.email = email
        self.website = website
    }

    package static let fields: [Field<ReplyFaultsView>] = [
        .flag("isLogin") { $0.isLogin },
        .optionalText("general") { $0.general },
        .optionalText("comment") { $0.comment },
        .optionalText("name") { $0.name },
        .optionalText("email") { $0.email },
        .optionalText("website") { $0.website },
    ]
}
