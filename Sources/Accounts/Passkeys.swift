package import Database
package import Foundation
package import Model
package import Secrets
package import Store
import Synchronization
package import WebAuthn

/// Keys in phones, computers and security keys, by which people of the site sign in without a password. The authenticator
/// asks who they are, so that no code is asked for besides.
package final class Passkeys: Sendable {
    private let database: any Database
    private let owners: Signature
    /// Where the site is reached, without a slash at its end.
    private let base: String
    /// The host for which keys are made.
    private let host: String
    private let asked = Mutex(RateWindow<String>())

    /// How long a question waits for its answer.
    package static let seconds: Int64 = 300
    /// Questions to one network in ten minutes.
    private static let limit = 60
    /// By this name its questions stand among the attempts to log in.
    private static let provider = "passkey"

    /// - Parameter secret: the bytes of `secret.key`.
    package init(_ database: any Database, secret: [UInt8], base: String, host: String) {
        self.database = database
        owners = Signature(secret: secret, purpose: "passkey owner")
        self.base = base
        self.host = host
    }

    package enum Fault: Error, Hashable {
        case tooManyTries
        /// Nobody of this site has this key.
        case unknown
        /// The answer is not right.
        case refused(WebAuthnFault)
        /// It is the last way in.
        case lastWay
    }

    /// Browsers make keys for names alone, and only where nobody listens.
    package var isPossible: Bool {
        (base.hasPrefix("https://") || host == "localhost") && IPAddress(host) == nil && !host.hasPrefix("[")
    }

    // MARK: Questions

    /// What a browser asks its authenticators, once.
    package struct Question: Sendable {
        /// In Base64url.
        package let challenge: String
        package let host: String
        /// Proves to be the browser that asked, when it answers.
        package let browser: SecretToken
    }

    /// - Parameter purpose: `signingIn` or `joining`.
    /// - Throws: `Fault.tooManyTries`
    package func ask(
        for purpose: LogIn.Purpose, browser: SecretToken?, network: String, now: Instant
    ) async throws -> Question {
        guard asked.withLock({ $0.take([network], limit: Self.limit, now: now) }) else { throw Fault.tooManyTries }
        let (token, browser) = (SecretToken.make(), browser ?? SecretToken.make())
        try await database.write { tx in
            guard let site = try tx.site() else { throw Fault.unknown }
            try tx.insert(
                StoredAttempt(
                    state: token.digest, browser: browser.digest, provider: Self.provider, purpose: purpose.text,
                    attempt: "", path: "", createdAt: now, endsAt: now.adding(seconds: Self.seconds)), site: site.id)
        }
        return Question(challenge: Data(token.text.utf8).base64URL, host: host, browser: browser)
    }

    /// By which an authenticator knows somebody; says nothing of them.
    package func handle(of account: Account.ID) -> String {
        Data(owners.text(of: "\(account.rawValue)").utf8).base64URL
    }

    /// Whether anybody has one.
    package func areUsed() async throws -> Bool { try await database.read { tx in try tx.hasPasskeys() } }

    package func keys(of account: Account.ID) async throws -> [StoredPasskey] {
        try await database.read { tx in try tx.passkeys(of: account) }
    }

    // MARK: Answers

    /// What a browser sends back.
    package struct Answer: Sendable {
        /// Each as the browser has it.
        package var clientData: Data
        /// The attestation object where a key was made, the authenticator's data where one was used.
        package var authenticatorData: Data
        package var signature: Data
        package var credential: Data

        package init(clientData: Data, authenticatorData: Data, signature: Data = Data(), credential: Data = Data()) {
            self.clientData = clientData
            self.authenticatorData = authenticatorData
            self.signature = signature
            self.credential = credential
        }
    }

    /// From now on a new key lets somebody in.
    ///
    /// - Throws: `Fault`
    package func add(
        _ answer: Answer, named name: String, to account: Account, browser: SecretToken?, now: Instant
    ) async throws {
        let ceremony = try await ceremony(answer, for: .joining(account.id), browser: browser, now: now)
        let passkey: Passkey
        do throws(WebAuthnFault) {
            passkey = try Passkey(
                clientData: answer.clientData, attestation: answer.authenticatorData, for: ceremony)
        } catch {
            throw Fault.refused(error)
        }
        let credential = Data(passkey.id).base64URL
        try await database.write { tx in
            guard try tx.passkey(credential: credential) == nil else { throw Fault.refused(.key) }
            try tx.insert(
                StoredPasskey(
                    account: account.id, credential: credential, publicKey: passkey.key.stored,
                    counter: passkey.counter, name: String(name.prefix(100)), createdAt: now))
            try tx.record(Self.event("add-passkey", account, at: now), site: account.site)
        }
    }

    /// Whose key an answer comes from.
    ///
    /// - Throws: `Fault`
    package func account(_ answer: Answer, browser: SecretToken?, now: Instant) async throws -> Account {
        let ceremony = try await ceremony(answer, for: .signingIn, browser: browser, now: now)
        let credential = answer.credential.base64URL
        let found = try await database.read { tx -> (stored: StoredPasskey, account: Account)? in
            guard let stored = try tx.passkey(credential: credential), let account = try tx.account(stored.account),
                try tx.signsIn(account.id)
            else { return nil }
            return (stored, account)
        }
        guard let found, let key = CredentialKey(stored: found.stored.publicKey) else { throw Fault.unknown }
        let known = Passkey(id: Array(answer.credential), key: key, counter: found.stored.counter)
        let counter: UInt32
        do throws(WebAuthnFault) {
            counter = try known.check(
                clientData: answer.clientData, authenticatorData: answer.authenticatorData,
                signature: answer.signature, for: ceremony)
        } catch {
            try await database.write { tx in
                try tx.record(
                    Event(
                        at: now, actor: "visitor", verb: "fail-passkey", objectKind: "account",
                        objectID: found.account.id.rawValue, after: "{\"cause\":\"\(error.rawValue)\"}"),
                    site: found.account.site)
            }
            throw Fault.refused(error)
        }
        try await database.write { tx in try tx.usePasskey(found.stored.id, counter: counter, at: now) }
        return found.account
    }

    /// The question that was asked; it is used up.
    private func ceremony(
        _ answer: Answer, for purpose: LogIn.Purpose, browser: SecretToken?, now: Instant
    ) async throws -> Ceremony {
        struct Said: Decodable { let challenge: String }
        guard let said = try? JSONDecoder().decode(Said.self, from: answer.clientData),
            let token = Data(base64URL: said.challenge).flatMap({ SecretToken(String(decoding: $0, as: UTF8.self)) }),
            let browser
        else { throw Fault.refused(.challenge) }
        let isAsked = try await database.write { tx in
            guard let attempt = try tx.loginAttempt(state: token.digest), attempt.provider == Self.provider,
                attempt.purpose == purpose.text, attempt.browser == browser.digest, now < attempt.endsAt
            else { return false }
            return try tx.useLoginAttempt(token.digest, at: now)
        }
        guard isAsked else { throw Fault.refused(.challenge) }
        return Ceremony(challenge: said.challenge, origin: base, site: host)
    }

    // MARK: Taking away

    /// - Throws: `Fault.lastWay` where there is neither a password nor another key.
    package func remove(_ key: StoredPasskey.ID, of account: Account, now: Instant) async throws {
        try await database.write { tx in
            let isLast = try !tx.passkeys(of: account.id).contains { $0.id != key }
            if isLast, try tx.password(of: account.id) == nil { throw Fault.lastWay }
            try tx.deletePasskey(key, of: account.id)
            try tx.record(Self.event("remove-passkey", account, at: now), site: account.site)
        }
    }

    /// From now on no password lets somebody in, until they set a new one.
    ///
    /// - Throws: `Fault.lastWay` where there is no key.
    package func forgetPassword(of account: Account, now: Instant) async throws {
        try await database.write { tx in
            guard try !tx.passkeys(of: account.id).isEmpty else { throw Fault.lastWay }
            try tx.setPassword("", of: account.id, at: now)
            try tx.record(Self.event("forget-password", account, at: now), site: account.site)
        }
    }

    private static func event(_ verb: String, _ account: Account, at now: Instant) -> Event {
        Event(
            at: now, actor: "account:\(account.id.rawValue)", verb: verb, objectKind: "account",
            objectID: account.id.rawValue)
    }
}
