package import Database
import Foundation
import Identities
import Language
import Mailing
package import Model
package import Secrets
import Store
import Synchronization

/// Lets people log in by a link that is mailed to them. It works once, for a short while, in the browser that asked, and only
/// by a button on the page that it leads to: programs that open links in mail log nobody in.
package final class MailLogin: Sendable {
    private let database: any Database
    private let logIn: LogIn
    private let seal: Seal
    private let base: String
    private let asked = Mutex(RateWindow<String>())

    private static let seconds: Int64 = 900
    /// Links in ten minutes, to one address and from one network.
    private static let limit = 3

    /// What the link is for, as it lies in the database.
    private struct Wish: Codable {
        let email: String
        /// What they want to be called.
        let name: String
    }

    /// - Parameters:
    ///   - secret: the bytes of `secret.key`.
    ///   - base: where the site is reached, without a slash at its end.
    package init(_ database: any Database, logIn: LogIn, secret: [UInt8], base: String) {
        self.database = database
        self.logIn = logIn
        seal = Seal(secret: secret, purpose: "mail login")
        self.base = base
    }

    /// Sends a link. Nobody learns whether the address was ever used here.
    ///
    /// - Returns: what the browser shows when the link is used.
    /// - Throws: `LoginFault`
    package func ask(
        _ email: String, called name: String, with luggage: LogIn.Luggage, browser: SecretToken?, network: String,
        now: Instant
    ) async throws -> SecretToken {
        let email = email.trimmingCharacters(in: .whitespaces)
        guard EmailAddress.isPlausible(email) else { throw LoginFault.address(email) }
        let keys = ["to \(email.lowercased())", "from \(network)"]
        guard asked.withLock({ $0.take(keys, limit: Self.limit, now: now) }) else { throw LoginFault.tooMany }
        let browser = browser ?? SecretToken.make()
        let token = SecretToken.make()
        let wish = try JSONEncoder().encode(Wish(email: email, name: name))
        let sealed = try seal.close(String(decoding: wish, as: UTF8.self))
        let link = "\(base)/identity/mail/\(token.text)/"
        try await database.write { tx in
            guard let site = try tx.site(),
                try tx.offeredProviders(site: site.id).contains(where: { $0.kind == .mail })
            else { throw LoginFault.unknownProvider }
            try tx.insert(
                StoredAttempt(
                    state: token.digest, browser: browser.digest, provider: IdentityProvider.mail.id,
                    purpose: LogIn.Purpose.reading.text, attempt: sealed, path: luggage.path, draft: luggage.draft,
                    createdAt: now, endsAt: now.adding(seconds: Self.seconds)), site: site.id)
            let messages = Language(of: site).messages.login
            try tx.enqueue(
                Mail(
                    key: "login-\(token.digest.prefix(16))", to: email, fromName: site.title,
                    subject: messages.mailSubject(site.title), saying: messages.mailText(site.title), link: link,
                    called: messages.logInWith(site.title)), site: site.id, at: now)
        }
        return browser
    }

    /// Whether a link may be used in this browser; nothing is done yet.
    package func isUsable(_ token: SecretToken, browser: SecretToken?, now: Instant) async throws -> Bool {
        let stored = try await database.read { tx in try tx.loginAttempt(state: token.digest) }
        return stored.map { $0.browser == browser?.digest && $0.usedAt == nil && now < $0.endsAt } ?? false
    }

    package func use(_ token: SecretToken, browser: SecretToken?, now: Instant) async throws -> LogIn.Arrival {
        let mail = IdentityProvider.mail
        guard let stored = try await database.read({ tx in try tx.loginAttempt(state: token.digest) }),
            stored.provider == mail.id, stored.browser == browser?.digest
        else { return .failed(.foreign, provider: mail.id, path: nil) }
        guard now < stored.endsAt else { return .failed(.late, provider: mail.id, path: stored.path) }
        guard stored.usedAt == nil, let text = seal.open(stored.attempt),
            let wish = try? JSONDecoder().decode(Wish.self, from: Data(text.utf8)),
            try await database.write({ tx in try tx.useLoginAttempt(token.digest, at: now) })
        else { return .failed(.used, provider: mail.id, path: stored.path) }
        var profile = IdentityProfile(issuer: mail.id, subject: wish.email.lowercased())
        profile.name = wish.name
        profile.email = wish.email
        return try await logIn.arrive(profile, by: mail.id, for: .reading, at: stored.path, now: now)
    }
}
