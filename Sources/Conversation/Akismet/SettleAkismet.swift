package import Database
package import Model
import Store
import Subscriptions

/// Does what follows from Akismet's word on a response that waited for it. What somebody has decided since stays.
package struct SettleAkismet: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    func note(_ alert: String, site: Site.ID) async throws {
        try await database.write { tx in try tx.setAkismetAlert(alert, site: site) }
    }

    /// The word came by itself: false where there is no such response.
    package func settle(guid: String, isSpam: Bool, now: Instant) async throws -> Bool {
        let found = try await database.read { tx in
            try tx.site().flatMap { site in try tx.akismetCheck(guid: guid, site: site.id).map { (site.id, $0) } }
        }
        guard let (site, check) = found else { return false }
        try await settle(check, site: site, guid: guid, isSpam: isSpam, now: now)
        return true
    }

    func settle(_ check: AkismetCheck, site: Site.ID, guid: String, isSpam: Bool, now: Instant) async throws {
        try await database.write { tx in
            guard let comment = try tx.comments([check.comment]).first else { return }
            var settled = check
            settled.answer = isSpam ? .spam : .real
            settled.guid = guid
            try tx.note(settled, site: site)
            guard try !tx.isDecided(comment) else { return }
            if isSpam {
                guard comment.status != .spam else { return }
                try tx.setStatus(.spam, of: comment.id, site: site, at: now)
                try tx.record(.moderation(of: comment, to: .spam, by: "akismet", at: now), site: site)
            } else if comment.status == .held, try tx.waitsForAkismetAlone(comment) {
                try tx.setStatus(.approved, of: comment.id, site: site, at: now)
                try tx.record(.moderation(of: comment, to: .approved, by: "akismet", at: now), site: site)
                try tx.tellFollowers(of: comment, at: now)
            }
        }
    }
}

extension ReadTransaction {
    /// Whether somebody said what a response is.
    fileprivate func isDecided(_ comment: Comment) throws -> Bool {
        try judgement(of: comment.id)?.taught != nil || comment.status == .trash
    }

    /// Whether nothing else holds it.
    fileprivate func waitsForAkismetAlone(_ comment: Comment) throws -> Bool {
        try submission(of: comment.id)?.reasons == Judgement.Reason.unchecked.text
    }
}
