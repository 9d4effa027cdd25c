package import Accounts
package import Administration
package import Conversation
package import Database
package import Logging
package import Mailing
package import Model
package import Pages
package import Publishing
package import Search
package import Subscriptions
package import Themes

/// What handlers work with. Built once by the executable, and by tests with the same function.
package struct SiteServices: Sendable {
    package let database: any Database
    package let pages: PageStore
    private let themeInUse: ThemeInUse
    let themes: ThemeShelf
    package let passwords: PostPassword
    package let passwordTries: PasswordTries
    package let signIn: SignIn
    package let secondStep: SecondStep
    package let passkeys: Passkeys
    package let programTokens: ProgramTokens
    package let resetPassword: ResetPassword
    package let mailPasswordLink: MailPasswordLink
    package let logIn: LogIn
    package let mailLogin: MailLogin
    package let likePost: LikePost
    package let askForData: AskForData
    package let setUp: SetUp
    package let changeProfile: ChangeProfile
    package let adminPages = AdminPages()
    package let responders: Responders
    package let mailedDeeds: MailedDeeds
    package let subscriptionLinks: SubscriptionLinks
    /// Whether a relay is named to which mail goes.
    package let sendsMail: Bool
    /// Nil where there is none.
    package let tryMail: TryMail?
    package let replyLimits: ReplyLimits
    package let replyRates: ReplyRates
    package let domains: DomainLists
    /// Nil where no other server is asked.
    package let akismet: AskAkismet?
    package let proxies: TrustedProxies
    package let library: MediaLibrary
    /// Nil where the site is not moved from the browser.
    package let tools: SiteTools?
    /// How long a post stays in the trash; 0 for ever.
    package let trashDays: Int
    package let metrics: Metrics
    package let views = ViewCounter()
    package let readers = ReaderFaces()
    package let filters = SpamFilters()
    package let location: SiteLocation
    /// Profiles of the owner's on other sites, which the first page names with `rel=me`.
    package let identities: [SafeURL]
    /// Lets `/metrics` be read from elsewhere than loopback.
    package let metricsToken: String?
    package let bodyBytes: Int
    /// Of one call of a program.
    package let programBytes: Int
    /// Below this folder are the proofs for who certifies the site; nil where there are none.
    package let challenges: String?
    package let search: SearchLimits
    /// Whether a reader's click may load a video's player from its provider.
    package let offersPlayers: Bool
    package let now: @Sendable () -> Instant
    package let logger: Logger

    package init(
        database: any Database, pages: PageStore, theme: ThemeInUse, themes: ThemeShelf = .standard,
        passwords: PostPassword,
        passwordTries: PasswordTries, signIn: SignIn, secondStep: SecondStep, passkeys: Passkeys,
        resetPassword: ResetPassword,
        logIn: LogIn, mailLogin: MailLogin, likePost: LikePost,
        askForData: AskForData, setUp: SetUp,
        changeProfile: ChangeProfile, responders: Responders,
        mailedDeeds: MailedDeeds, subscriptionLinks: SubscriptionLinks, sendsMail: Bool = false,
        tryMail: TryMail? = nil,
        replyLimits: ReplyLimits = ReplyLimits(), domains: DomainLists = DomainLists(), akismet: AskAkismet? = nil,
        proxies: TrustedProxies, library: MediaLibrary, tools: SiteTools? = nil, trashDays: Int = 30, metrics: Metrics,
        location: SiteLocation, identities: [SafeURL], metricsToken: String?, bodyBytes: Int,
        programBytes: Int = 32 << 20,
        challenges: String? = nil, search: SearchLimits = SearchLimits(), offersPlayers: Bool = false,
        now: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        self.database = database
        self.pages = pages
        themeInUse = theme
        self.themes = themes
        self.passwords = passwords
        self.passwordTries = passwordTries
        self.signIn = signIn
        self.secondStep = secondStep
        self.passkeys = passkeys
        programTokens = ProgramTokens(database)
        self.resetPassword = resetPassword
        mailPasswordLink = MailPasswordLink(database, reset: resetPassword)
        self.logIn = logIn
        self.mailLogin = mailLogin
        self.likePost = likePost
        self.askForData = askForData
        self.setUp = setUp
        self.changeProfile = changeProfile
        self.responders = responders
        self.mailedDeeds = mailedDeeds
        self.subscriptionLinks = subscriptionLinks
        self.sendsMail = sendsMail
        self.tryMail = tryMail
        self.replyLimits = replyLimits
        replyRates = ReplyRates(replyLimits)
        self.domains = domains
        self.akismet = akismet
        self.proxies = proxies
        self.library = library
        self.tools = tools
        self.trashDays = trashDays
        self.metrics = metrics
        self.location = location
        self.identities = identities
        self.metricsToken = metricsToken
        self.bodyBytes = bodyBytes
        self.programBytes = programBytes
        self.challenges = challenges
        self.search = search
        self.offersPlayers = offersPlayers
        self.now = now
        self.logger = logger
    }

    /// What the owner has to do before mail goes out; nil where it does.
    var mailMissing: String? {
        sendsMail ? nil : "No mail goes out yet; the page Mail says what is missing."
    }

    /// Counts an answer that the routes never saw.
    package func note(_ answer: FrontAnswer) {
        metrics.countAnswer(status: answer.status)
        // Refusals have no page behind them.
        if answer.target != nil { metrics.countHit() }
        if let post = answer.viewed { views.count(post) }
    }

    package var files: MediaFiles { library.files }

    package var tellAndErase: TellAndErase {
        TellAndErase(database) { [files] name in try? files.remove(FetchIdentityPicture.path(of: name)) }
    }

    package var theme: Theme { themeInUse.current }

    func themeFile(named name: String, version: String) -> ThemeAsset? {
        themeInUse.asset(named: name, version: version)
    }

    /// Serves the files of what somebody looks at before it is used.
    func tryOn(_ theme: Theme) { themeInUse.tryOn(theme) }

    func tryOn(_ style: ThemeAsset) { themeInUse.tryOn(style) }

    /// From now on, pages look like this.
    package func use(_ theme: Theme) {
        themeInUse.replace(by: theme)
        pages.touchEverything()
    }
}

extension SiteServices: CustomStringConvertible {
    /// Without what it holds: the log of the debug level describes each service, and tokens are nobody's to read.
    package var description: String { "SiteServices" }
}
