package import Database
import Mailing
package import Model
import Secrets
import Store

/// Gives somebody a link with which they set a password, once: somebody new, or an author who moved in.
package struct InvitePerson: Sendable {
    private let database: any Database
    private let actor: String
    private let sendsMail: Bool
    private let base: String

    /// How long an invitation is good.
    package static let days: Int64 = 7

    /// - Parameters:
    ///   - sendsMail: whether the link goes by mail as well.
    ///   - base: where the site is reached, without a slash at its end.
    package init(_ database: any Database, actor: String, sendsMail: Bool, base: String) {
        self.database = database
        self.actor = actor
        self.sendsMail = sendsMail
        self.base = base
    }

    package struct Invitation: Hashable, Sendable {
        package let account: Account
        package let link: String
    }

    /// - Throws: `AddAccount.Fault`
    package func invite(name: String, email: String, role: Role, now: Instant) async throws -> Invitation {
        try AddAccount.check(name: name)
        try AddAccount.check(email: email)
        return try await invite(now: now) { tx, site in
            try tx.assign(role, name: name, email: email, site: site.id, at: now)
        }
    }

    /// Invites somebody who is here already: an author who moved in, or somebody whose link has grown old.
    ///
    /// - Parameter email: theirs from now on.
    /// - Throws: `AddAccount.Fault`
    package func invite(_ person: Account, email: String, now: Instant) async throws -> Invitation {
        try AddAccount.check(email: email)
        return try await invite(now: now) { tx, site in
            guard var account = try tx.account(person.id) else { throw AddAccount.Fault.nameMissing }
            guard try !tx.signsIn(account.id),
                try tx.accounts(email: email, site: site.id).allSatisfy({ $0.id == account.id })
            else { throw AddAccount.Fault.emailTaken }
            account.email = email
            try tx.update(account, at: now)
            return account
        }
    }

    private func invite(
        now: Instant, _ find: @escaping @Sendable (any WriteTransaction, Site) throws -> Account
    ) async throws -> Invitation {
        let token = SecretToken.make()
        let link = "\(base)/admin/password/\(token.text)/"
        let account = try await database.write { [actor, sendsMail] tx in
            guard let site = try tx.site() else { throw AddAccount.Fault.noSite }
            let account = try find(tx, site)
            try tx.addLink(token.digest, to: account.id, until: now.adding(seconds: Self.days * 86_400))
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "invite", objectKind: "account", objectID: account.id.rawValue,
                    after: account.role.json),
                site: site.id)
            if sendsMail { try tx.enqueue(Self.mail(to: account, of: site, link, token), site: site.id, at: now) }
            return account
        }
        return Invitation(account: account, link: link)
    }

    private static func mail(to account: Account, of site: Site, _ link: String, _ token: SecretToken) -> Mail {
        let paragraphs = [
            "You are invited to take part in \(site.title), as \(account.role.rawValue).",
            "Set your password within \(days) days, and sign in with \(account.email):",
        ]
        return Mail(
            key: "invitation-\(token.digest.prefix(16))", to: account.email, fromName: site.title,
            subject: "An invitation to \(site.title)", text: (paragraphs + [link]).joined(separator: "\n\n") + "\n",
            html: MailHTML(paragraphs, links: [("Set your password", link)]).text)
    }
}
