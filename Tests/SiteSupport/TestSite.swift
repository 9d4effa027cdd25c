package import Accounts
package import Conversation
import Database
package import DatabaseSupport
import Foundation
import Identities
import Images
import Logging
package import Mailing
package import Model
import Outbound
import Pages
package import Publishing
package import SQLiteDatabase
import ServiceLifecycle
import Store
import Subscriptions
import Synchronization
import Themes
package import Web

/// A whole site on a data folder of its own, served on a free port of loopback, put together as `thaw serve` does it.
package struct TestSite: Sendable {
    package let folder: TemporaryFolder
    package let database: SQLiteDatabase
    package let services: SiteServices
    package let clock: TestClock
    package let port: Int
    /// Where http is sent on to https; nil for a site that does not.
    package let redirectPort: Int?
    /// Nil for a site without encryption of its own.
    package let certificate: LiveCertificate?
    package let publish: PublishPost
    package let trash: TrashPost

    package static let address = "https://days.example"
    /// As cheap as can be: what passwords cost is tested elsewhere.
    package static let hasher = PasswordHasher(cost: PasswordCost(rounds: 16, blockSize: 1, parallelism: 1))

    /// What differs between tests.
    package struct Setting: Sendable {
        package var exports: [String]
        package var hosts: Set<String> = []
        package var address = TestSite.address
        /// 0 takes a free one.
        package var port = 0
        package var clock = TestClock("2026-04-08 12:00:00")
        package var pageBytes = 16 << 20
        package var bodyBytes = 64 << 10
        package var programBytes = 32 << 20
        package var passwordTries = 20
        package var replyLimits = ReplyLimits()
        package var offersPlayers = false
        package var sendsMail = false
        /// Whether readers may log in by providers on loopback.
        package var asksLoopback = false
        package var tryMail: TryMail?
        package var certificate: CertificateFiles?
        package var redirects = false
        package var challenges: String?
        package var limits = ConnectionLimits()
        package var proxyFields = TrustedProxies.Fields.xForwarded
        /// A folder of files to take, after the exports.
        package var media: String?

        /// - Parameter exports: files to import, one after the other.
        package init(exports: [String]) { self.exports = exports }
    }

    /// Serves the site of `export`, WXR as text, while `body` runs.
    package static func run(
        _ export: String, _ change: (inout Setting) -> Void = { _ in },
        _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        let file = try TestExportFile(export)
        var setting = Setting(exports: [file.path])
        change(&setting)
        try await run(setting, body)
    }

    /// The same under TLS, with a certificate of its own.
    package static func runEncrypted(
        _ export: String, _ change: (inout Setting) -> Void = { _ in },
        _ body: @escaping @Sendable (TestSite, TestCertificate) async throws -> Void
    ) async throws {
        let certificate = try await TestCertificate()
        try await run(export) {
            $0.certificate = certificate.files
            change(&$0)
        } _: { site in
            try await body(site, certificate)
        }
    }

    package static func run(
        _ setting: Setting, _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
        try await database.migrate(at: setting.clock.now)
        for export in setting.exports { try await take(export, into: database, now: setting.clock.now) }
        let files = MediaFiles(folder: folder.path("media"))
        if let media = setting.media {
            try await take(media: media, into: database, files: files, now: setting.clock.now)
        }
        let (services, front) = try await assemble(setting, database, files)
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        // Tests look at the files themselves.
        let certificate = try setting.certificate.map {
            try LiveCertificate($0, interval: .seconds(3600), logger: services.logger)
        }
        let server = SiteServer(
            services, front: front, host: "127.0.0.1", port: setting.port, certificate: certificate,
            onRunning: { running.yield($0) })
        let clock = PublishOnTime(
            PublishPost(database, actor: "clock"), now: services.now, logger: services.logger)
        let (redirectPorts, redirectRunning) = AsyncStream.makeStream(of: Int.self)
        var parts: [any Service] = [clock, server]
        if setting.redirects {
            parts.append(
                RedirectServer(
                    services, front: front, host: "127.0.0.1", port: 0, onRunning: { redirectRunning.yield($0) }))
        } else {
            redirectRunning.finish()
        }
        let group = ServiceGroup(services: parts, logger: services.logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer {
                    running.finish()
                    redirectRunning.finish()
                }
                try await group.run()
            }
            let outcome: Result<Void, any Error>
            if let port = await ports.first(where: { _ in true }) {
                let redirectPort = await redirectPorts.first { _ in true }
                do {
                    try await body(
                        TestSite(
                            folder: folder, database: database, services: services, clock: setting.clock, port: port,
                            redirectPort: redirectPort, certificate: certificate,
                            publish: PublishPost(database, actor: "test"), trash: TrashPost(database, actor: "test")))
                    outcome = .success(())
                } catch {
                    outcome = .failure(error)
                }
                await group.triggerGracefulShutdown()
            } else {
                outcome = .success(())
            }
            try await tasks.waitForAll()
            try outcome.get()
        }
        try await database.close()
    }

    /// Imports a file as `thaw import` does.
    package static func take(_ file: String, into database: SQLiteDatabase, now: Instant) async throws {
        let use = ImportBlog(
            now: now, openDatabase: { database },
            backUp: { _ in "none" })
        _ = try await use.run(ImportBlog.Request(paths: [file]))
    }

    /// Takes files as `thaw import --media` does, while the site is served; each must be right.
    package func take(media folder: String) async throws {
        try await Self.take(media: folder, into: database, files: services.files, now: clock.now)
    }

    /// Takes files as `thaw import --media` does; each must be right.
    private static func take(
        media folder: String, into database: SQLiteDatabase, files: MediaFiles, now: Instant
    ) async throws {
        let program = RunningThaw.executable(named: "thaw-images")
        let use = TakeMedia(
            database, files: files, pictures: PictureMaker(program: program, limits: PictureLimits()),
            byteLimit: 1 << 20)
        let report = try await use.run(from: folder, now: now)
        if let fault = report.failed.first { throw MediumFault(fault.reason) }
    }

    private static func assemble(
        _ setting: Setting, _ database: SQLiteDatabase, _ files: MediaFiles
    ) async throws -> (SiteServices, FrontSettings) {
        let location = SiteLocation(url: setting.address)
        let clock = setting.clock
        let pages = PageStore(
            settings: PageSettings(
                byteLimit: setting.pageBytes, settlingTime: 0,
                securityHeaders: SecurityHeaders.fields(isSecure: location.isSecure)))
        let touches = FollowTouches(
            database, currentVersion: { database.currentVersion() },
            sequence: try await database.read { tx in try tx.latestTouch() }, pages: pages)
        pages.follow(touches)
        database.onCommit { tx in touches.catchUp(in: tx) }
        let secondStep = SecondStep(database, secret: Array(0..<32))
        let signIn = SignIn(database, hasher: Self.hasher, secondStep: secondStep, limit: setting.passwordTries)
        let incoming = files.place(of: "../incoming")
        let tools = SiteTools(
            uploadBytes: 1 << 20, imports: RunImport(database, folder: incoming, backUp: { _ in "" }),
            backUp: { path in try Data().write(to: URL(filePath: path)) })
        var outbound = OutboundSettings(program: RunningThaw.executable(named: "thaw-fetch"))
        if setting.asksLoopback { outbound.allowed = ["127.0.0.0/8", "::1"] }
        let logIn = LogIn(
            database, ask: AskProvider(outbound), secret: Array(0..<32), base: location.url,
            allowsPlain: setting.asksLoopback)
        let metrics = Metrics(startedAt: clock.now.milliseconds / 1000)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let services = SiteServices(
            database: database, pages: pages, theme: ThemeInUse(.standard()),
            passwords: PostPassword(secret: Array(0..<32)),
            passwordTries: PasswordTries(limit: setting.passwordTries),
            signIn: signIn, secondStep: secondStep,
            passkeys: Passkeys(database, secret: Array(0..<32), base: location.url, host: location.host),
            resetPassword: ResetPassword(database, hasher: Self.hasher),
            logIn: logIn, mailLogin: MailLogin(database, logIn: logIn, secret: Array(0..<32), base: location.url),
            likePost: LikePost(database, secret: Array(0..<32)),
            askForData: AskForData(database, secret: Array(0..<32), base: location.url),
            setUp: SetUp(database, hasher: Self.hasher),
            changeProfile: ChangeProfile(database, hasher: Self.hasher, signIn: signIn),
            responders: Responders(secret: Array(0..<32)),
            mailedDeeds: MailedDeeds(secret: Array(0..<32)),
            subscriptionLinks: SubscriptionLinks(secret: Array(0..<32), base: TestSite.address),
            sendsMail: setting.sendsMail, tryMail: setting.tryMail,
            replyLimits: setting.replyLimits,
            akismet: AskAkismet(outbound, secret: Array(0..<32), base: location.url),
            proxies: TrustedProxies(networks: IPNetwork.loopback, fields: setting.proxyFields),
            library: MediaLibrary(
                files: files,
                pictures: PictureMaker(
                    program: RunningThaw.executable(named: "thaw-images"), limits: PictureLimits()),
                byteLimit: 1 << 20), tools: tools, metrics: metrics, location: location,
            identities: [SafeURL("https://social.example/@clio")].compactMap(\.self), metricsToken: nil,
            bodyBytes: setting.bodyBytes, programBytes: setting.programBytes, challenges: setting.challenges,
            offersPlayers: setting.offersPlayers,
            now: { clock.now }, logger: logger)
        let front = FrontSettings(
            hosts: setting.hosts, knownParameters: QueryAddress.parameters,
            personalCookiePrefixes: ReaderCookies.names, variants: ReaderCookies.variants,
            readerCookiePrefixes: ReaderCookies.readerNames,
            face: { [services] in services.readers.face($0, generation: $1, now: clock.now) },
            limits: setting.limits, now: { clock.now },
            onAnswer: { services.note($0) })
        return (services, front)
    }
}

// MARK: Asking

extension TestSite {
    /// One request on a connection of its own.
    package func get(_ target: String, _ fields: String...) async throws -> Answer {
        try await SiteClient.connect(port: port) { try await $0.request("GET", target, fields) }
    }

    package func head(_ target: String, _ fields: String...) async throws -> Answer {
        try await SiteClient.connect(port: port) { try await $0.request("HEAD", target, fields) }
    }

    package func post(_ target: String, form: String, _ fields: String...) async throws -> Answer {
        let fields = ["Content-Type: application/x-www-form-urlencoded"] + fields
        return try await SiteClient.connect(port: port) { try await $0.request("POST", target, fields, body: form) }
    }

    /// Somebody of a role, `ROLE@example.org` with the password “a long password”, signed in: the cookie's field.
    package func signUp(_ role: Role) async throws -> String {
        let email = "\(role.rawValue)@example.org"
        _ = try await AddAccount(database, hasher: Self.hasher, actor: "test").add(
            name: role.rawValue, email: email, password: "a long password", role: role, now: clock.now)
        let answer = try await post("/admin/sign-in/", form: "name=\(email)&password=a+long+password")
        return "Cookie: \(answer.cookie ?? "")"
    }

    /// A number of `/metrics`.
    package func metric(_ name: String) async throws -> Int {
        let text = try await get("/metrics").text
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
        return line.flatMap { Int($0.dropFirst(name.count + 1)) } ?? 0
    }
}
