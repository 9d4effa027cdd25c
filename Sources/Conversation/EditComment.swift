package import Database
import Markup
package import Model
import Store

/// Changes a response in the name of one of the site's people. What it said before is kept.
package struct EditComment: Sendable {
    private let database: any Database
    private let limits: ReplyLimits
    private let actor: String

    package init(_ database: any Database, limits: ReplyLimits, actor: String) {
        self.database = database
        self.limits = limits
        self.actor = actor
    }

    /// - Throws: `ReplyRefusal`
    package func edit(_ number: Int64, to reply: Reply, now: Instant) async throws {
        var faults = reply.textFaults(limits)
        if reply.address == nil { faults.append(.urlUnclear) }
        guard faults.isEmpty else { throw ReplyRefusal(faults) }
        let (site, origins, format) = try await database.read { tx in
            guard let site = try tx.site(), let comment = try tx.comment(number: number, site: site.id),
                let stored = try tx.storedComment(comment.id)
            else { throw ReplyRefusal([.parentGone]) }
            return (site, try tx.origins(site: site.id), stored.sourceFormat)
        }
        let html = try ReplyContent(site, origins: origins, limits: limits).html(of: reply, format)
        try await database.write { [actor] tx in
            guard let comment = try tx.comment(number: number, site: site.id),
                var stored = try tx.storedComment(comment.id)
            else { throw ReplyRefusal([.parentGone]) }
            try tx.keepVersion(of: comment.id, actor: actor, at: now)
            stored.source = reply.plainText
            stored.html = html
            stored.sanitizerVersion = Sanitizer.version
            stored.authorName = reply.plainName
            stored.authorEmail = reply.plainEmail
            stored.authorURL = reply.address ?? ""
            try tx.revise(comment.id, as: stored, site: site.id, at: now)
            try tx.record(
                Event(at: now, actor: actor, verb: "edit", objectKind: "comment", objectID: comment.id.rawValue),
                site: site.id)
        }
    }
}
