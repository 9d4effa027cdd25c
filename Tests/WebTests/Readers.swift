import Database
import Model
import SQLiteDatabase
import Secrets
import SiteSupport
import Store

extension TestSite {
    /// Another way to take responses, as the owner sets it.
    func change(_ change: @escaping @Sendable (inout Discussion) -> Void) async throws {
        let now = clock.now
        try await database.write { tx in
            let site = try tx.site()!.id
            var discussion = try tx.discussion(site: site)
            change(&discussion)
            try tx.set(discussion, site: site, at: now)
        }
    }

    /// Readers of these names who are logged in: the tokens of their sessions.
    func readers(_ names: [String]) async throws -> [String] {
        let now = clock.now
        return try await database.write { tx in
            let site = try tx.site()!.id
            return try names.map { name in
                let token = SecretToken.make()
                let identity = try tx.note(
                    Identity(
                        site: site, provider: "github", issuer: "https://github.com", subject: name, name: name,
                        website: "https://\(name).example", email: "\(name.lowercased())@example.org"), at: now)
                try tx.insertReaderSession(
                    token: token.digest, of: identity.id, at: now, until: now.adding(seconds: 86_400))
                return token.text
            }
        }
    }
}
