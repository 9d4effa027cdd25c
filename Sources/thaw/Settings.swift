import Configuration
import Conversation
import Jobs
import Model
import Outbound
import Themes
import Web

/// Every setting, with its default. Each is a flag of the commands that use it or not, always an environment
/// variable (`http.body-bytes` is `THAW_HTTP_BODY_BYTES`), and a key of `config.json` (`{"http": {"body-bytes": 1}}`).
struct Settings: Sendable {
    /// `data`: the folder with everything that must be kept. Default `data` below the current folder.
    var dataFolder: String
    /// `host`: the address to listen on. Default `127.0.0.1`.
    var host: String
    /// `port`: the port to listen on; 0 takes a free one. Default 8080.
    var port: Int
    /// `base-url`: where readers reach the site, without a final slash; links in feeds and mail start with it, and an
    /// `https` one turns on HSTS. Default `http://HOST:PORT`, or `https` with `tls.certificate`.
    var baseURL: String?
    /// `hosts`: further host names that are answered; all others get 421. Any loopback name is always answered.
    /// Default none.
    var hosts: [String]
    /// `identities`: addresses of the owner's profiles on other sites, which the first page names with `rel=me`, so that
    /// those sites can tell whose this one is. Default none.
    var identities: [SafeURL]
    /// `log.level`: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`. Default `info`.
    var logLevel: String
    /// `database.busy-seconds`: how long to wait for another process that writes. Default 5.
    var busySeconds: Int
    /// `pages.bytes`: memory for finished pages; 0 renders each page anew. Default 16777216 (16 MB).
    var pageBytes: Int
    /// `theme`: the folder below `themes/` whose files replace those of the default theme. Default: the one chosen in the
    /// administration, else `default`.
    var theme: String?
    /// `http.body-bytes`: the largest form that a visitor may send. Default 1048576 (1 MB).
    var bodyBytes: Int
    /// `http.head-bytes`: the largest head of a request, request line included. Default 16384 (16 kB).
    var headBytes: Int
    /// `http.head-seconds`: the time a client has to send a whole head. Default 10.
    var headSeconds: Int
    /// `http.idle-seconds`: a connection on which nothing happens is closed after this. Default 60.
    var idleSeconds: Int
    /// `http.connections`: connections at one time, in all. Default 4096.
    var connections: Int
    /// `http.connections-per-address`: connections at one time from one address (loopback excepted). Default 128.
    var connectionsPerAddress: Int
    /// `http.shutdown-seconds`: how long a shutdown waits for requests in flight. Default 30.
    var shutdownSeconds: Int
    /// `proxy.trusted`: addresses and networks of reverse proxies whose word about a visitor is taken; `none` for none.
    /// Default `127.0.0.0/8` and `::1`, this machine.
    var trustedProxies: [IPNetwork]
    /// `proxy.fields`: which header fields they set, `x-forwarded` or `forwarded` (RFC 7239); the others are not read.
    /// Default `x-forwarded`.
    var proxyFields: TrustedProxies.Fields
    /// `tls.…`: encryption by the server itself.
    var encryption: EncryptionSettings
    /// `password.tries`: wrong passwords in ten minutes, from one address for protected posts, and for one account. Default 20.
    var passwordTries: Int
    /// `comments.…`: how much visitors may say.
    var replies: ReplyLimits
    var domains: DomainSettings
    /// `metrics.token`: lets `/metrics` be read from elsewhere than loopback, as `Authorization: Bearer TOKEN`.
    /// Default none.
    var metricsToken: String?
    /// `media.file-bytes`: the largest single picture, sound, film or other file. Default 2147483648 (2 GB).
    var mediaFileBytes: Int
    /// `embeds.players`: `on` lets a reader's click load a video's player from its provider; until then, and with `off`,
    /// pages ask nothing of others. Default `off`.
    var offersPlayers: Bool
    /// `trash.days`: how long a post stays in the trash before it is removed for good; 0 for ever. Default 30.
    var trashDays: Int
    /// `programs.body-bytes`: the largest call of another program (JSON or XML-RPC), files sent by XML-RPC included. Default
    /// 33554432 (32 MB).
    var programBytes: Int
    /// `import.upload-bytes`: the largest export that is sent from a browser. Default 1073741824 (1 GB).
    var importUploadBytes: Int
    /// `import.item-bytes`: the largest single item of an export. Default 8388608 (8 MB).
    var importItemBytes: Int
    /// `import.inflated-bytes`: how much a zip may unpack to. Default 68719476736 (64 GB).
    var importInflatedBytes: Int
    /// `outbound.…`: how files of other servers are fetched.
    var outbound: OutboundSettings
    /// `mail.…`: the relay that takes mail on; nil where none is named.
    var mail: MailSettings?
    /// `jobs.…`: how often work that waits is tried.
    var jobs: JobRules
    /// `images.…`: how pictures are made.
    var pictures: PictureSettings

    /// `search.query-bytes`: the longest question that is searched for; the rest of a longer one is left out. Default 400.
    var searchQueryBytes: Int
    /// `search.terms`: words and phrases of a question; further ones are left out. Default 12.
    var searchTerms: Int
    /// `search.matches`: posts, and comments, that are weighed against each other; of more, the newest. Default 500.
    var searchMatches: Int

    init(_ source: SettingsSource) throws {
        dataFolder = source.dataFolder
        host = try source.string("host") ?? "127.0.0.1"
        port = try source.int("port", in: 0...65_535) ?? 8080
        baseURL = try source.string("base-url").map(Self.trimmed)
        hosts = try source.strings("hosts") ?? []
        identities = try source.strings("identities").map(Self.identities) ?? []
        logLevel = try source.string("log.level") ?? "info"
        busySeconds = try source.int("database.busy-seconds", in: 0...3600) ?? 5
        pageBytes = try source.int("pages.bytes", in: 0...(1 << 40)) ?? 16 << 20
        theme = try source.string("theme")
        bodyBytes = try source.int("http.body-bytes", in: 1024...(1 << 32)) ?? 1 << 20
        headBytes = try source.int("http.head-bytes", in: 1024...(1 << 20)) ?? 16 << 10
        headSeconds = try source.int("http.head-seconds", in: 1...3600) ?? 10
        idleSeconds = try source.int("http.idle-seconds", in: 1...86_400) ?? 60
        connections = try source.int("http.connections", in: 1...1_000_000) ?? 4096
        connectionsPerAddress = try source.int("http.connections-per-address", in: 1...1_000_000) ?? 128
        shutdownSeconds = try source.int("http.shutdown-seconds", in: 0...3600) ?? 30
        trustedProxies = try source.strings("proxy.trusted").map(Self.networks) ?? IPNetwork.loopback
        proxyFields = try source.string("proxy.fields").map(Self.proxyFields) ?? .xForwarded
        encryption = try EncryptionSettings(source)
        passwordTries = try source.int("password.tries", in: 1...1_000_000) ?? 20
        replies = try ReplyLimits(source)
        domains = try DomainSettings(source)
        metricsToken = try source.string("metrics.token")
        mediaFileBytes = try source.int("media.file-bytes", in: 1024...(1 << 50)) ?? 2 << 30
        offersPlayers = try source.isOn("embeds.players") ?? false
        trashDays = try source.int("trash.days", in: 0...36_500) ?? 30
        programBytes = try source.int("programs.body-bytes", in: 1024...(1 << 31)) ?? 32 << 20
        importUploadBytes = try source.int("import.upload-bytes", in: 1024...(1 << 40)) ?? 1 << 30
        importItemBytes = try source.int("import.item-bytes", in: 1024...(1 << 30)) ?? 8 << 20
        importInflatedBytes = try source.int("import.inflated-bytes", in: 1024...(1 << 50)) ?? 64 << 30
        outbound = try OutboundSettings(source)
        mail = try MailSettings.read(source)
        jobs = try JobRules(source)
        pictures = try PictureSettings(source)
        searchQueryBytes = try source.int("search.query-bytes", in: 10...10_000) ?? 400
        searchTerms = try source.int("search.terms", in: 1...100) ?? 12
        searchMatches = try source.int("search.matches", in: 10...1_000_000) ?? 500
        try validate()
    }

    /// All keys, for `thaw check` (which names the unknown ones) and for the test that holds the documents to them.
    static let keys =
        [
            "data", "host", "port", "base-url", "hosts", "identities", "log.level", "database.busy-seconds",
            "pages.bytes",
            "theme",
            "http.body-bytes", "http.head-bytes", "http.head-seconds", "http.idle-seconds", "http.connections",
            "http.connections-per-address", "http.shutdown-seconds", "proxy.trusted", "proxy.fields", "password.tries",
            "metrics.token", "media.file-bytes", "embeds.players", "trash.days", "import.item-bytes",
            "import.upload-bytes", "programs.body-bytes",
            "import.inflated-bytes", "search.query-bytes", "search.terms", "search.matches",
        ] + EncryptionSettings.keys + PictureSettings.keys + OutboundSettings.keys + JobRules.keys
        + ReplyLimits.keys + DomainSettings.keys + MailSettings.keys

    private func validate() throws {
        if let baseURL, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
            throw Failure("The setting base-url is “\(baseURL)”; it has to begin with http:// or https://.")
        }
        if encryption.redirectPort != nil, baseURL?.hasPrefix("http://") == true {
            throw Failure("The setting tls.redirect-port sends readers to base-url, which has to begin with https://.")
        }
        if let theme, theme.contains("/") || theme.hasPrefix(".") || theme.isEmpty {
            throw Failure("The setting theme is “\(theme)”; it is the name of a folder below themes/.")
        }
        if !["trace", "debug", "info", "notice", "warning", "error", "critical"].contains(logLevel) {
            throw Failure("The setting log.level is “\(logLevel)”; it is one of trace, debug, info … critical.")
        }
    }

    private static func networks(_ texts: [String]) throws -> [IPNetwork] {
        if texts == ["none"] { return [] }
        return try texts.map { text in
            guard let network = IPNetwork(text) else {
                throw Failure(
                    "The setting proxy.trusted has “\(text)”; each is an address or a network such as 10.0.0.0/8.")
            }
            return network
        }
    }

    private static func identities(_ texts: [String]) throws -> [SafeURL] {
        try texts.map { text in
            guard text.isWebAddress, let url = SafeURL(text) else {
                throw Failure("The setting identities has “\(text)”; each is an address that begins with https://.")
            }
            return url
        }
    }

    private static func proxyFields(_ text: String) throws -> TrustedProxies.Fields {
        guard let fields = TrustedProxies.Fields(rawValue: text) else {
            throw Failure("The setting proxy.fields is “\(text)”; it is x-forwarded or forwarded.")
        }
        return fields
    }

    private static func trimmed(_ url: String) -> String {
        var url = url[...]
        while url.hasSuffix("/") { url.removeLast() }
        return String(url)
    }
}
