package import Database
import Mailing
package import Model
import Secrets
import Store
import Synchronization

/// Sends somebody who forgot their password a one-time link. Who asks is told the same whether there is such a person.
package final class MailPasswordLink: Sendable {
    private let database: any Database
    private let reset: ResetPassword
    private let asked = Mutex(RateWindow<Asking>())

    private enum Asking: Hashable {
        case address(String)
        case visitor([UInt8])
    }

    /// In ten minutes, for one address and from one visitor.
    private static let limit = 3

    package init(_ database: any Database, reset: ResetPassword) {
        self.database = database
        self.reset = reset
    }

    /// - Parameter base: where the site is reached, without a slash at its end.
    /// - Returns: false where too much was asked for; then nothing is sent.
    package func ask(email: String, from visitor: SignIn.Visitor, base: String, now: Instant) async throws -> Bool {
        let keys = [Asking.address(email.lowercased()), .visitor(visitor.address?.visitor ?? [])]
        guard asked.withLock({ $0.take(keys, limit: Self.limit, now: now) }) else { return false }
        let person = try await database.read { tx -> (site: Site, account: Account)? in
            // Somebody who cannot sign in yet is invited, and has nothing to forget.
            guard let site = try tx.site(),
                let account = try tx.accounts(email: email, site: site.id).first(where: { account in
                    try tx.signsIn(account.id)
                })
            else { return nil }
            return (site, account)
        }
        guard let person else { return true }
        let token = try await reset.link(to: person.account.id, now: now)
        let link = "\(base)/admin/password/\(token.text)/"
        let paragraphs = [
            "Somebody asked for a new password for \(person.account.email) on \(person.site.title).",
            "If that was you, set it here within an hour:",
        ]
        let rest = "If it was not, nothing has to be done: the password stays as it is."
        let mail = Mail(
            key: "password-\(token.digest.prefix(16))", to: person.account.email, fromName: person.site.title,
            subject: "A new password", text: (paragraphs + [link, rest]).joined(separator: "\n\n") + "\n",
            html: MailHTML(paragraphs + [rest], links: [("Set a new password", link)]).text)
        try await database.write { tx in try tx.enqueue(mail, site: person.site.id, at: now) }
        return true
    }
}
