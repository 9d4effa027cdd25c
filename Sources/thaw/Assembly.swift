import Accounts
import Conversation
import Database
import Identities
import Images
import Logging
import Mailing
import Model
import Outbound
import Pages
import Publishing
import SQLiteDatabase
import Search
import ServiceLifecycle
import Store
import Subscriptions
import Themes
import UnixSignals
import Web

/// The running whole, built from settings: by `serve`, and by tests in the same way.
struct Assembly {
    let database: SQLiteDatabase
    let services: SiteServices
    let front: FrontSettings
    let settings: Settings
    private let theme: ThemeOpening
    private let certificate: LiveCertificate?

    init(_ settings: Settings, logger: Logger) async throws {
        let now: @Sendable () -> Instant = { .now }
        certificate = try settings.encryption.files.map { files in
            try LiveCertificate(files, interval: .seconds(settings.encryption.reloadSeconds), logger: logger)
        }
        let folder = DataFolder(path: settings.dataFolder)
        let database = try await openDatabase(settings, now: now())
        let location = SiteLocation(url: settings.baseURL ?? settings.ownURL(port: settings.port))
        let pages = PageStore(
            settings: PageSettings(
                byteLimit: settings.pageBytes, securityHeaders: SecurityHeaders.fields(isSecure: location.isSecure)))
        let touches = FollowTouches(
            database, currentVersion: { database.currentVersion() },
            sequence: try await database.read { tx in try tx.latestTouch() }, pages: pages)
        pages.follow(touches)
        database.onCommit { tx in touches.catchUp(in: tx) }
        let chosen = try await database.read { tx in try tx.site()?.theme }
        theme = Self.opening(settings, chosen: chosen ?? "", folder: folder, logger: logger)
        let secret = try folder.secret()
        let hasher = PasswordHasher()
        // Said nowhere yet, the address is asked for at the first start, and kept with the other settings.
        let keepAddress: (@Sendable (String) throws -> Void)? =
            settings.baseURL == nil
            ? { @Sendable address in try ConfigurationFile(path: folder.configuration).set("base-url", to: address) }
            : nil
        let secondStep = SecondStep(database, secret: secret)
        let signIn = SignIn(database, hasher: hasher, secondStep: secondStep, limit: settings.passwordTries)
        let imports = RunImport(
            database, folder: folder.incoming, archiveLimits: settings.archiveLimits, limits: settings.importLimits,
            backUp: { database in
                let copy = try folder.backup(before: "import", stamp: stamp(.now))
                try await database.copy(to: copy)
                return copy
            })
        let tools = SiteTools(
            uploadBytes: settings.importUploadBytes, imports: imports,
            backUp: { path in _ = try await folder.backUp(to: path, settings, withSecrets: false, replacing: false) })
        let logIn = LogIn(
            database, ask: AskProvider(settings.outbound), secret: secret, base: location.url,
            allowsPlain: !settings.outbound.allowed.isEmpty)
        let metrics = Metrics(startedAt: now().milliseconds / 1000)
        services = SiteServices(
            database: database, pages: pages, theme: ThemeInUse(try theme.load(logger: logger)),
            themes: ThemeShelf(
                isFixed: settings.theme != nil, names: { ThemeOpening.names(in: folder) },
                load: { try ThemeOpening($0, folder: folder).load(logger: logger) }),
            passwords: PostPassword(secret: secret),
            passwordTries: PasswordTries(limit: settings.passwordTries),
            signIn: signIn,
            secondStep: secondStep,
            passkeys: Passkeys(database, secret: secret, base: location.url, host: location.host),
            resetPassword: ResetPassword(database, hasher: hasher),
            logIn: logIn, mailLogin: MailLogin(database, logIn: logIn, secret: secret, base: location.url),
            likePost: LikePost(database, secret: secret),
            askForData: AskForData(database, secret: secret, base: location.url),
            setUp: SetUp(database, hasher: hasher, keepAddress: keepAddress),
            changeProfile: ChangeProfile(database, hasher: hasher, signIn: signIn),
            responders: Responders(secret: secret), mailedDeeds: MailedDeeds(secret: secret),
            subscriptionLinks: SubscriptionLinks(secret: secret, base: location.url),
            sendsMail: settings.mail != nil,
            tryMail: settings.mail.map { TryMail($0, host: location.host, url: location.url) },
            replyLimits: settings.replies, domains: try settings.domains.load(),
            akismet: AskAkismet(settings.outbound, secret: secret, base: location.url),
            proxies: TrustedProxies(networks: settings.trustedProxies, fields: settings.proxyFields),
            library: MediaLibrary(
                files: MediaFiles(folder: folder.media),
                pictures: PictureMaker(program: settings.pictures.program, limits: settings.pictures.limits),
                byteLimit: settings.mediaFileBytes),
            tools: tools,
            trashDays: settings.trashDays,
            metrics: metrics, location: location,
            identities: settings.identities,
            metricsToken: settings.metricsToken, bodyBytes: settings.bodyBytes,
            programBytes: settings.programBytes,
            challenges: settings.encryption.challenges,
            search: SearchLimits(
                queryBytes: settings.searchQueryBytes, terms: settings.searchTerms, matches: settings.searchMatches),
            offersPlayers: settings.offersPlayers,
            now: now, logger: logger)
        front = FrontSettings(
            hosts: Self.hosts(settings, location), knownParameters: QueryAddress.parameters,
            personalCookiePrefixes: ReaderCookies.names, variants: ReaderCookies.variants,
            readerCookiePrefixes: ReaderCookies.readerNames,
            face: { [services] in services.readers.face($0, generation: $1, now: now()) },
            limits: Self.limits(settings), now: now,
            onAnswer: { [services] answer in
                services.note(answer)
                logger.debug(
                    "answered",
                    metadata: [
                        "path": "\(answer.target?.prefix { $0 != "?" } ?? "")", "status": "\(answer.status)",
                        "from": "page store",
                    ])
            })
        self.database = database
        self.settings = settings
    }

    /// - Parameters:
    ///   - watchesTheme: whether the theme's files are shown as soon as they change.
    ///   - onRunning: gets the port once the server listens.
    func run(watchesTheme: Bool = false, onRunning: @escaping @Sendable (Int) -> Void) async throws {
        let http = SiteServer(
            services, front: front, host: settings.host, port: settings.port, certificate: certificate,
            onRunning: onRunning)
        let clock = PublishOnTime(
            PublishPost(database, actor: "clock"), now: services.now, logger: services.logger)
        let keepRendered = KeepRendered(RenderAnew(database), now: services.now, logger: services.logger)
        let fetch = fetchMedia(settings, database: database)
        var kinds = [
            [fetch.handler],
            [
                fetch.showHandler, ShowArchives(database).handler, ShowSources(database).handler,
                RemovePost(database).handler,
                ForgetUnconfirmed(database).handler,
                ForgetInTime(database).handler,
                GiveAddresses(database).handler, TrainFilter(database).handler,
                KeepFilter(database, filters: services.filters).handler,
            ],
            [
                FetchIdentityPicture(
                    database, files: services.files, fetch: FetchFile(settings.outbound),
                    program: settings.pictures.program, limits: settings.pictures.limits
                ).handler
            ],
            services.akismet.map {
                [RecheckAkismet(database, ask: $0).handler, TellAkismet(database, ask: $0).handler]
            } ?? [],
            [services.tools?.imports.handler].compactMap(\.self),
        ]
        if let relay = settings.mail {
            kinds.append([
                DeliverMail(relay, host: services.location.host).handler,
                NotifyStaff(database, deeds: services.mailedDeeds, base: services.location.url).handler,
            ])
            kinds.append(SubscriptionJobs.handlers(database, links: services.subscriptionLinks, days: .chronicle))
        }
        // A server that is slow to answer keeps nothing waiting.
        let links = CheckLinks(
            database, outbound: settings.outbound, base: services.location.url, clock: services.now)
        kinds.append([links.handler])
        try await links.begin(now: services.now())
        try await ForgetInTime(database).begin(now: services.now())
        try await TrainFilter(database).begin(now: services.now())
        // A mail does not wait for a film that is being fetched.
        let jobs = kinds.map { handlers in
            JobService(
                runJobs(settings, handlers, database: database),
                currentVersion: { [database] in database.currentVersion() }, logger: services.logger)
        }
        var running: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: keepRendered, successTerminationBehavior: .ignore), .init(service: clock),
            .init(service: KeepViews(services.views, database, now: services.now, logger: services.logger)),
            .init(service: http, successTerminationBehavior: .gracefullyShutdownGroup),
        ]
        running += jobs.map { .init(service: $0) }
        if watchesTheme {
            running.append(.init(service: WatchTheme(theme: theme, services: services, logger: services.logger)))
        }
        if let port = settings.encryption.redirectPort {
            let redirect = RedirectServer(services, front: front, host: settings.host, port: port) { [services] port in
                services.logger.info("http is answered with the way to https", metadata: ["port": "\(port)"])
            }
            running.append(.init(service: redirect))
        }
        if let certificate { running.append(.init(service: certificate)) }
        var configuration = ServiceGroupConfiguration(
            services: running, gracefulShutdownSignals: [.sigterm, .sigint], logger: services.logger)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.shutdownSeconds)
        try await ServiceGroup(configuration: configuration).run()
        try await database.close()
    }

    /// The settings' theme, else the owner's choice as far as it is there.
    private static func opening(
        _ settings: Settings, chosen: String, folder: DataFolder, logger: Logger
    ) -> ThemeOpening {
        if let name = settings.theme { return ThemeOpening(name, folder: folder) }
        let opening = ThemeOpening(chosen.isEmpty ? "default" : chosen, folder: folder)
        if opening.name == "default" || opening.hasFiles { return opening }
        logger.warning("the chosen theme is not there; the default one is used", metadata: ["theme": "\(chosen)"])
        return ThemeOpening("default", folder: folder)
    }

    /// Empty, which lets any name in, until the site has an address of its own.
    private static func hosts(_ settings: Settings, _ location: SiteLocation) -> Set<String> {
        guard settings.baseURL != nil else { return [] }
        return Set([location.host, "localhost", "127.0.0.1", "::1", "[::1]"] + settings.hosts.map { $0.lowercased() })
    }

    private static func limits(_ settings: Settings) -> ConnectionLimits {
        ConnectionLimits(
            headBytes: settings.headBytes, headSeconds: settings.headSeconds, idleSeconds: settings.idleSeconds,
            connections: settings.connections, connectionsPerAddress: settings.connectionsPerAddress,
            proxies: settings.trustedProxies + IPNetwork.loopback)
    }
}
