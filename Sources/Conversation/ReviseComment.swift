package import Database
import Markup
package import Model
import Store

/// Lets who wrote a response change it, or take it back, for a while, from the same browser.
package struct ReviseComment: Sendable {
    private let database: any Database
    private let limits: ReplyLimits

    package init(_ database: any Database, limits: ReplyLimits) {
        self.database = database
        self.limits = limits
    }

    /// The words of a response as they were typed, for the form in which they are changed.
    ///
    /// - Throws: `ReplyRefusal`
    package func source(of number: Int64, on post: Post.ID, by responder: Responder, now: Instant) async throws
        -> String
    {
        try await database.read { tx in
            let own = try Self.own(number, on: post, by: responder, at: now, in: tx)
            return own.stored.source
        }
    }

    /// Changes the words. A response that was approved is judged anew, since its links may be others now.
    ///
    /// - Throws: `ReplyRefusal`
    package func revise(
        _ number: Int64, on post: Post.ID, to text: String, by responder: Responder, from origin: ReplyOrigin,
        now: Instant
    ) async throws {
        let faults = Reply(text: text).textFaults(limits)
        guard faults.isEmpty else { throw ReplyRefusal(faults) }
        let (site, origins) = try await database.read { tx in
            let own = try Self.own(number, on: post, by: responder, at: now, in: tx)
            return (own.site, try tx.origins(site: own.site.id))
        }
        let html = try ReplyContent(site, origins: origins, limits: limits).html(of: Reply(text: text))
        try await database.write { tx in
            let own = try Self.own(number, on: post, by: responder, at: now, in: tx)
            var comment = own.stored
            let reply = Reply(
                text: text, name: comment.authorName, email: comment.authorEmail, url: comment.authorURL,
                parent: own.parent)
            guard reply.plainText != comment.source else { return }
            let judgement = Judgement(
                reply, html: html, from: origin, isKnown: true, by: try tx.discussion(site: own.site.id))
            comment.source = reply.plainText
            comment.html = html
            comment.sanitizerVersion = Sanitizer.version
            if judgement.status != .approved, comment.status == .approved { comment.status = judgement.status }
            try tx.keepVersion(of: own.id, actor: "visitor", at: now)
            try tx.revise(own.id, as: comment, site: own.site.id, at: now)
            try tx.changeDigest(to: SubmitComment.digest(of: reply, to: post), of: own.id)
            try tx.record(
                Event(
                    at: now, actor: "visitor", verb: "revise", objectKind: "comment", objectID: own.id.rawValue,
                    after: "{\"status\":\"\(comment.status.rawValue)\"}"),
                site: own.site.id)
        }
    }

    /// Takes the response out of sight; the site's people find it in the trash.
    ///
    /// - Throws: `ReplyRefusal`
    package func takeBack(_ number: Int64, on post: Post.ID, by responder: Responder, now: Instant) async throws {
        try await database.write { tx in
            let own = try Self.own(number, on: post, by: responder, at: now, in: tx)
            try tx.setStatus(.trash, of: own.id, site: own.site.id, at: now)
            try tx.changeDigest(to: "taken back \(own.id.rawValue)", of: own.id)
            try tx.record(
                Event(
                    at: now, actor: "visitor", verb: "take-back", objectKind: "comment", objectID: own.id.rawValue,
                    before: "{\"status\":\"\(own.stored.status.rawValue)\"}", after: "{\"status\":\"trash\"}"),
                site: own.site.id)
        }
    }

    private struct Own {
        let site: Site
        let id: Comment.ID
        /// Its public number.
        let parent: Int64?
        let stored: NewComment
    }

    private static func own(
        _ number: Int64, on post: Post.ID, by responder: Responder, at now: Instant, in tx: any ReadTransaction
    ) throws -> Own {
        guard let site = try tx.site(), let comment = try tx.comment(number: number, site: site.id),
            comment.post == post, comment.status != .trash, comment.status != .postTrashed,
            try tx.submission(of: comment.id)?.browser == responder.digest,
            now < (try tx.discussion(site: site.id)).editingEnds(comment.createdAt),
            let stored = try tx.storedComment(comment.id)
        else { throw ReplyRefusal([.notYours]) }
        let parent = try comment.parent.flatMap { try tx.comments([$0]).first?.number }
        return Own(site: site, id: comment.id, parent: parent, stored: stored)
    }
}
