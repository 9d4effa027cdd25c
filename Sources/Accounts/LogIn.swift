package import Database
import Foundation
package import Identities
package import Model
package import Secrets
import Store
import Synchronization

/// Lets people log in by who they are elsewhere: one trip to a provider and back, in the same window.
package final class LogIn: Sendable {
    private let database: any Database
    private let ask: AskProvider
    package let providers: Providers
    private let seal: Seal
    /// Where the site is reached, without a slash at its end.
    private let base: String
    private let allowsPlain: Bool
    private let begun = Mutex(RateWindow<String>())

    /// How long a trip may take. A code lives shorter.
    private static let seconds: Int64 = 600
    /// How long what was typed before is kept.
    private static let draftSeconds: Int64 = 86_400
    /// Logins begun from one network in ten minutes.
    private static let limit = 30
    /// Of what was typed, in bytes.
    private static let draftLimit = 400 << 10
    /// A reader stays logged in for so long.
    package static let sessionSeconds: Int64 = 30 * 86_400

    /// - Parameters:
    ///   - secret: the bytes of `secret.key`.
    ///   - allowsPlain: whether readers may name servers without encryption, and with ports.
    package init(_ database: any Database, ask: AskProvider, secret: [UInt8], base: String, allowsPlain: Bool) {
        self.database = database
        self.ask = ask
        providers = Providers(database, secret: secret)
        seal = Seal(secret: secret, purpose: "login")
        self.base = base
        self.allowsPlain = allowsPlain
    }

    /// What a login is for.
    package enum Purpose: Hashable, Sendable {
        /// To respond, and to like.
        case reading
        /// To come into the administration.
        case signingIn
        /// To be a way in for somebody who is signed in.
        case joining(Account.ID)
        /// To be one person with an identity that is logged in.
        case linking(Identity.ID)

        var text: String {
            switch self {
            case .reading: "reading"
            case .signingIn: "signing-in"
            case .joining(let account): "joining \(account.rawValue)"
            case .linking(let identity): "linking \(identity.rawValue)"
            }
        }

        init?(_ text: String) {
            let parts = text.split(separator: " ")
            switch (parts.first, parts.count > 1 ? Int64(parts[1]) : nil) {
            case ("reading", nil): self = .reading
            case ("signing-in", nil): self = .signingIn
            case ("joining", let id?): self = .joining(Account.ID(id))
            case ("linking", let id?): self = .linking(Identity.ID(id))
            default: return nil
            }
        }
    }

    /// The way to a provider.
    package struct Departure: Sendable {
        package let provider: String
        package let address: String
        /// Proves to be the browser that set out, when it comes back.
        package let browser: SecretToken
    }

    /// What a browser takes along.
    package struct Luggage: Sendable {
        /// The page that it leads back to.
        package var path: String
        /// What was typed there; empty for nothing.
        package var draft: String

        package init(path: String, draft: String = "") {
            self.path = path
            self.draft = draft
        }
    }

    /// - Parameters:
    ///   - named: the server, site or address that the reader typed, for a provider that asks.
    ///   - browser: of an earlier trip of the same browser; nil makes a new one.
    /// - Throws: `LoginFault`
    package func begin(
        _ slug: String, named: String = "", for purpose: Purpose, with luggage: Luggage, browser: SecretToken?,
        network: String, now: Instant
    ) async throws -> Departure {
        guard begun.withLock({ $0.take([network], limit: Self.limit, now: now) }) else { throw LoginFault.tooMany }
        guard let settings = try await providers.settings(slug), settings.isOn, settings.provider.kind != .mail else {
            throw LoginFault.unknownProvider
        }
        let attempt = try await attempt(settings, named: named, now: now)
        let browser = browser ?? SecretToken.make()
        let sealed = try seal.close(String(decoding: JSONEncoder().encode(attempt), as: UTF8.self))
        try await database.write { tx in
            guard let site = try tx.site() else { throw LoginFault.unknownProvider }
            try tx.deleteLoginAttempts(endedBefore: now.adding(seconds: -Self.draftSeconds))
            try tx.insert(
                StoredAttempt(
                    state: SecretToken.digest(of: attempt.state), browser: browser.digest, provider: slug,
                    purpose: purpose.text, attempt: sealed, path: luggage.path,
                    draft: luggage.draft.utf8.count <= Self.draftLimit ? luggage.draft : "", createdAt: now,
                    endsAt: now.adding(seconds: Self.seconds)), site: site.id)
        }
        return Departure(provider: settings.provider.name, address: attempt.address, browser: browser)
    }

    /// Where a provider sends a browser back to.
    package func redirect(_ slug: String) -> String { "\(base)/identity/\(slug)/" }

    /// Whether a provider knows this site.
    package func check(_ settings: ProviderSettings, now: Instant) async -> ProviderFinding {
        await ask.check(
            settings.provider, as: settings.client, redirect: redirect(settings.provider.id), now: now)
    }

    /// By which sites of IndieAuth know this one: its document is served there.
    package var clientAddress: String { "\(base)/identity/client.json" }

    private func attempt(_ settings: ProviderSettings, named: String, now: Instant) async throws -> LoginAttempt {
        let random = { SecretToken.make().text }
        let redirect = redirect(settings.provider.id)
        switch settings.provider.kind {
        case .fixed, .discovered, .mail:
            let provider = try await ask.complete(settings.provider, now: now)
            return LoginAttempt(to: provider, as: settings.client, redirect: redirect, random: random)
        case .mastodon:
            guard let server = NamedServer(named, allowsPlain: allowsPlain) else { throw LoginFault.address(named) }
            let provider = try await ask.mastodon(server)
            let client = try await client(at: server, for: provider, redirect: redirect, now: now)
            return LoginAttempt(to: provider, as: client, redirect: redirect, named: server.origin, random: random)
        case .indieAuth:
            let (provider, me) = try await ask.indieAuth(named, allowsPlain: allowsPlain)
            return LoginAttempt(
                to: provider, as: ProviderClient(id: clientAddress), redirect: redirect, named: me, random: random)
        }
    }

    /// By which a Mastodon server knows this site; the first login there makes it known.
    private func client(
        at server: NamedServer, for provider: IdentityProvider, redirect: String, now: Instant
    ) async throws -> ProviderClient {
        let (site, known) = try await database.read { tx in
            guard let site = try tx.site() else { throw LoginFault.unknownProvider }
            return (site, try tx.providerClient(at: provider.issuer, redirect: redirect, site: site.id))
        }
        if let known, let secret = seal.open(known.secret) { return ProviderClient(id: known.client, secret: secret) }
        let client = try await ask.register(
            at: server, for: provider, name: site.title.isEmpty ? base : site.title, website: base + "/",
            redirect: redirect)
        let sealed = try seal.close(client.secret)
        try await database.write { tx in
            try tx.setProviderClient(
                client.id, secret: sealed, at: provider.issuer, redirect: redirect, site: site.id, now: now)
        }
        return client
    }

    // MARK: The way back

    /// What came of a login.
    package enum Arrival: Sendable {
        /// Somebody is logged in; their browser shows the token from now on.
        case loggedIn(Identity, session: SecretToken, path: String)
        /// Who it is; what follows is for the purpose to say.
        case identified(Identity, Purpose, path: String)
        /// - Parameter path: where it began; nil where that is not known.
        case failed(LoginFault, provider: String, path: String?)
    }

    /// - Parameters:
    ///   - slug: of the provider to whose address the browser came.
    ///   - query: of that address.
    ///   - browser: of its cookie.
    package func end(
        _ slug: String, query: [(name: String, value: String)], browser: SecretToken?, now: Instant
    ) async throws -> Arrival {
        let states = query.filter { $0.name == "state" }.map(\.value)
        guard states.count == 1 else { return .failed(.foreign, provider: slug, path: nil) }
        let state = SecretToken.digest(of: states[0])
        guard let stored = try await database.read({ tx in try tx.loginAttempt(state: state) }) else {
            return .failed(.foreign, provider: slug, path: nil)
        }
        // Login CSRF: an answer that somebody else's browser fetched.
        guard let browser, stored.browser == browser.digest else {
            return .failed(.foreign, provider: stored.provider, path: stored.path)
        }
        do {
            guard stored.usedAt == nil else { throw LoginFault.used }
            guard stored.provider == slug else { throw LoginFault.mixedUp }
            guard now < stored.endsAt else { throw LoginFault.late }
            guard let purpose = Purpose(stored.purpose), let text = seal.open(stored.attempt),
                let attempt = try? JSONDecoder().decode(LoginAttempt.self, from: Data(text.utf8))
            else { throw LoginFault.late }
            guard try await database.write({ tx in try tx.useLoginAttempt(state, at: now) }) else {
                throw LoginFault.used
            }
            let profile = try await profile(query, of: attempt, now: now)
            return try await arrive(profile, by: slug, for: purpose, at: stored.path, now: now)
        } catch let fault as LoginFault {
            if fault != .used {
                try await database.write { tx in
                    _ = try tx.useLoginAttempt(state, at: now)
                    try tx.set(fault: fault.kind.rawValue, ofLoginAttempt: state)
                    if let site = try tx.site() {
                        try tx.record(.failedLogin(fault, at: stored.provider, now: now), site: site.id)
                    }
                }
            }
            return .failed(fault, provider: stored.provider, path: stored.path)
        }
    }

    private func profile(
        _ query: [(name: String, value: String)], of attempt: LoginAttempt, now: Instant
    ) async throws -> IdentityProfile {
        let answer = try LoginAnswer(query, to: attempt)
        do throws(LoginFault) {
            var profile = try await ask.profile(for: answer, to: attempt, now: now)
            if attempt.provider.kind == .mastodon { profile.nameServer(of: attempt.named) }
            return profile
        } catch {
            if attempt.provider.kind == .mastodon, error.cause.contains("invalid_client") {
                try await forgetClient(at: attempt.provider.issuer)
            }
            throw error
        }
    }

    /// The server has forgotten this site; the next login makes it known again.
    private func forgetClient(at issuer: String) async throws {
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            try tx.deleteProviderClient(at: issuer, site: site.id)
        }
    }

    func arrive(
        _ profile: IdentityProfile, by slug: String, for purpose: Purpose, at path: String, now: Instant
    ) async throws -> Arrival {
        let session = purpose == .reading ? SecretToken.make() : nil
        let identity = try await database.write { tx in
            guard let site = try tx.site() else { throw LoginFault.unknownProvider }
            let identity = try tx.note(Identity(profile, by: slug, site: site.id), at: now)
            if let session {
                try tx.insertReaderSession(
                    token: session.digest, of: identity.id, at: now,
                    until: now.adding(seconds: Self.sessionSeconds))
            }
            if !identity.pictureSource.isEmpty {
                let id = String(identity.id.rawValue)
                try tx.enqueue(FetchIdentityPicture.kind, key: id, payload: id, site: site.id, after: now)
            }
            try tx.record(
                Event(
                    at: now, actor: "identity:\(identity.id.rawValue)", verb: "log-in", objectKind: "identity",
                    objectID: identity.id.rawValue),
                site: site.id)
            return identity
        }
        if let session { return .loggedIn(identity, session: session, path: path) }
        return .identified(identity, purpose, path: path)
    }

    /// What a browser had typed on a page has been sent.
    package func forgetDraft(of browser: SecretToken, at path: String) async throws {
        try await database.write { tx in try tx.deleteLoginAttempts(from: browser.digest, path: path) }
    }

    /// Ends a reader's session.
    package func logOut(_ session: SecretToken, now: Instant) async throws {
        try await database.write { tx in try tx.deleteReaderSession(session.digest, at: now) }
    }
}

extension Identity {
    fileprivate init(_ profile: IdentityProfile, by slug: String, site: Site.ID) {
        // An e-mail address is never shown, not even for want of a name.
        let names = [profile.name, profile.handle] + (slug == IdentityProvider.mail.id ? [] : [profile.subject])
        let name = names.first { !$0.isEmpty } ?? ""
        self.init(
            site: site, provider: slug, issuer: profile.issuer, subject: profile.subject, name: name,
            handle: profile.handle, website: profile.website, email: profile.email, pictureSource: profile.picture)
    }
}

extension IdentityProfile {
    /// A Mastodon server knows its own people by the first half of their name.
    fileprivate mutating func nameServer(of origin: String) {
        guard let host = origin.split(separator: "/").last, !handle.isEmpty else { return }
        handle = handle.contains("@") ? "@\(handle)" : "@\(handle)@\(host)"
    }
}

extension Event {
    fileprivate static func failedLogin(_ fault: LoginFault, at provider: String, now: Instant) -> Event {
        let facts = ["provider": provider, "cause": String(fault.cause.prefix(300))]
        return Event(
            at: now, actor: "visitor", verb: "fail-log-in", objectKind: "identity",
            after: (try? JSONEncoder().encode(facts)).map { String(decoding: $0, as: UTF8.self) })
    }
}
