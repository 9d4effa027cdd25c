package import Themes

/// How the site takes responses.
package struct DiscussionPage: PageView {
    package var action: SafeURL
    package var opensNewPosts: Bool
    package var email: [AdminChoice]
    package var closesAfterDays: String
    package var depth: [AdminChoice]
    package var perPage: String
    package var holding: [AdminChoice]
    package var linksHeld: String
    package var heldWords: String
    package var blockedWords: String
    package var editMinutes: String
    package var mailsNew: Bool
    package var mailsHeld: Bool
    /// What is missing for mail; nil where it goes out.
    package var mailMissing: String?
    package var fault: String?

    package init(
        action: SafeURL, opensNewPosts: Bool, email: [AdminChoice], closesAfterDays: String, depth: [AdminChoice],
        perPage: String, holding: [AdminChoice], linksHeld: String, heldWords: String, blockedWords: String,
        editMinutes: String, mailsNew: Bool, mailsHeld: Bool,
        mailMissing: String? = nil, fault: String? = nil
    ) {
        self.action = action
        self.opensNewPosts = opensNewPosts
        self.email = email
        self.closesAfterDays = closesAfterDays
        self.depth = depth
        self.perPage = perPage
        self.holding = holding
        self.linksHeld = linksHeld
        self.heldWords = heldWords
        self.blockedWords = blockedWords
        self.editMinutes = editMinutes
        self.mailsNew = mailsNew
        self.mailsHeld = mailsHeld
        self.mailMissing = mailMissing
        self.fault = fault
    }

    package static let template = "discussion"

    package static let fields: [Field<DiscussionPage>] = [
        .url("action") { $0.action },
        .flag("opensNewPosts") { $0.opensNewPosts },
        .list("email") { $0.email },
        .text("closesAfterDays") { $0.closesAfterDays },
        .list("depth") { $0.depth },
        .text("perPage") { $0.perPage },
        .list("holding") { $0.holding },
        .text("linksHeld") { $0.linksHeld },
        .text("heldWords") { $0.heldWords },
        .text("blockedWords") { $0.blockedWords },
        .text("editMinutes") { $0.editMinutes },
        .flag("mailsNew") { $0.mailsNew },
        .flag("mailsHeld") { $0.mailsHeld },
        .optionalText("mailMissing") { $0.mailMissing },
        .optionalText("fault") { $0.fault },
    ]
}
