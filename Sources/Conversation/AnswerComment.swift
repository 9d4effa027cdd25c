package import Database
import Markup
package import Model
import Publishing
import Store
import Subscriptions

/// Answers a response in the name of one of the site's people.
package struct AnswerComment: Sendable {
    private let database: any Database
    private let limits: ReplyLimits

    package init(_ database: any Database, limits: ReplyLimits) {
        self.database = database
        self.limits = limits
    }

    /// A response that waits is approved with its answer: nobody answers what is not to be seen.
    ///
    /// - Throws: `ReplyRefusal`
    /// - Returns: the answer's public number.
    package func answer(_ number: Int64, with text: String, by account: Account, now: Instant) async throws -> Int64 {
        let reply = Reply(text: text, name: account.displayName, email: account.email, parent: number)
        let faults = reply.textFaults(limits)
        guard faults.isEmpty else { throw ReplyRefusal(faults) }
        let (site, origins) = try await database.read { tx in
            guard let site = try tx.site() else { throw ReplyRefusal([.closed]) }
            return (site, try tx.origins(site: site.id))
        }
        let html = try ReplyContent(site, origins: origins, limits: limits).html(of: reply)
        let actor = "account:\(account.id.rawValue)"
        return try await database.write { tx in
            guard let parent = try tx.comment(number: number, site: site.id), parent.kind == .comment else {
                throw ReplyRefusal([.parentGone])
            }
            if parent.status != .approved {
                try tx.setStatus(.approved, of: parent.id, site: site.id, at: now)
                try tx.record(.moderation(of: parent, to: .approved, by: actor, at: now), site: site.id)
                try tx.tellFollowers(of: parent, at: now)
            }
            // Nobody answers spam.
            try tx.teach(parent, becoming: .approved, at: now)
            let comment = NewComment(
                reference: 0, parent: number, number: 0, authorName: account.displayName, authorEmail: account.email,
                account: account.id, source: reply.plainText, sourceFormat: .markdown, html: html,
                sanitizerVersion: Sanitizer.version, createdAt: now,
                localDate: SiteClock(of: site).reading(at: now))
            let inserted = try tx.insertThread(
                of: parent.post, site: site.id, [comment], known: [number: parent.id], at: now)
            guard let answer = inserted[0] else { throw ReplyRefusal([.parentGone]) }
            try tx.record(
                Event(at: now, actor: actor, verb: "respond", objectKind: "comment", objectID: answer.id.rawValue),
                site: site.id)
            try tx.tellFollowers(ofResponse: answer.number, to: parent.post, site: site.id, at: now)
            return answer.number
        }
    }
}
