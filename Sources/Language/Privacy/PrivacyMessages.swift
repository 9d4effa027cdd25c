/// What is said of what is kept of readers, and of how they get or erase it.
package struct PrivacyMessages: Sendable {
    /// The page’s heading, and the link under the form.
    package let title: String
    /// Under the form: what is done with what is sent.
    package let checks: String
    /// Where Akismet is asked too.
    package let checksWithAkismet: String
    package let learn: String
    /// The heads of the table.
    package let what: String
    package let why: String
    package let howLong: String
    /// What is kept, and why.
    package let words: String
    package let wordsWhy: String
    package let email: String
    package let emailWhy: String
    package let origin: String
    package let originWhy: String
    package let versions: String
    package let versionsWhy: String
    package let identity: String
    package let identityWhy: String
    package let draft: String
    package let draftWhy: String
    package let likes: String
    package let likesWhy: String
    package let subscription: String
    package let subscriptionWhy: String
    package let log: String
    package let logWhy: String
    /// For how long.
    package let untilErased: String
    package let untilEnded: String
    package let forEver: String
    package let days: Counted
    /// A heading; then when each cookie is set.
    package let cookies: String
    package let whenSent: String
    package let whenRemembered: String
    package let whenLoggedIn: String
    package let whileLoggingIn: String
    package let whenLiked: String
    package let whenUnlocked: String
    /// A heading.
    package let receivers: String
    package let nobody: String
    /// The names of the services.
    package let providers: @Sendable (String) -> String
    package let relay: String
    package let players: String
    package let akismet: String
    /// A heading.
    package let yours: String
    package let logInFirst: String
    package let askByMail: String
    package let askOwner: String
    package let erasingRemoves: String
    package let erasingAnonymizes: String
    package let backups: String
    /// A number of days in words.
    package let backupsFor: @Sendable (String) -> String
    /// The page with one’s own data.
    package let mine: String
    package let see: String
    package let download: String
    package let erase: String
    package let eraseAsk: String
    package let erased: String
    package let nothing: String
    /// The site’s title.
    package let mailSubject: @Sendable (String) -> String
    /// The same.
    package let mailText: @Sendable (String) -> String
}
