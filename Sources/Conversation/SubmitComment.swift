import Crypto
package import Database
import Foundation
import Markup
package import Model
import Publishing
import Spam
import Store
package import Subscriptions

/// Takes a visitor's response to a post.
package struct SubmitComment: Sendable {
    private let database: any Database
    private let limits: ReplyLimits
    private let rates: ReplyRates
    private let filters: SpamFilters
    private let domains: DomainLists
    private let akismet: AskAkismet?
    private let sendsMail: Bool

    /// - Parameter sendsMail: whether anybody sends the mail that a response asks for.
    package init(
        _ database: any Database, limits: ReplyLimits, rates: ReplyRates, filters: SpamFilters,
        domains: DomainLists = DomainLists(), akismet: AskAkismet? = nil, sendsMail: Bool
    ) {
        self.akismet = akismet
        self.domains = domains
        self.filters = filters
        self.sendsMail = sendsMail
        self.database = database
        self.limits = limits
        self.rates = rates
    }

    /// A response that is in the database, now or since it was sent the first time.
    package struct Taken: Hashable, Sendable {
        package let id: Comment.ID
        package let number: Int64
        package let status: Comment.Status
        /// The page of the thread that it stands on, from 1.
        package let page: Int
        /// How long its sender may change it.
        package let editingEnds: Instant
    }

    private struct Thread {
        let site: Site
        let discussion: Discussion
        let post: Post
        let path: String
        let parent: Comment?
        let akismet: AkismetSettings
    }

    /// Once it returns, the response is on disk. The same response sent twice is one.
    ///
    /// - Parameters:
    ///   - session: the digest of the token of who is logged in and signs it; nil for a guest.
    ///   - wish: what its sender wants to hear of by mail, at the address that they give.
    /// - Throws: `ReplyRefusal` with what is wrong.
    package func submit(
        _ reply: Reply, to post: Post.ID, by responder: Responder, signedIn session: String? = nil,
        from origin: ReplyOrigin, wishing wish: FollowWish = FollowWish(), now: Instant
    ) async throws -> Taken {
        let typed = reply
        let (thread, origins, reply, digest, isRepeated, hearing) = try await database.read { [filters] tx in
            let thread = try Self.thread(of: post, typed, at: now, in: tx)
            let site = thread.site.id
            let signer = try tx.signer(session, at: now, admittedBy: thread.discussion)
            let reply = signer.map(typed.signed) ?? typed
            let digest = Self.digest(of: reply, to: post, signer: signer)
            return (
                thread, try tx.origins(site: site), reply, digest,
                try tx.comment(submittedAs: digest, site: site) != nil,
                try Hearing(
                    thread.post, isKnown: tx.isKnown(responder, signer, address: reply.plainEmail, site: site),
                    thread.discussion, filters, in: tx)
            )
        }
        var faults = reply.faults(thread.discussion, limits, isSigned: session != nil)
        // Nobody can be written to without an address.
        if !wish.isEmpty, reply.plainEmail.isEmpty, !faults.contains(.emailMissing) { faults.append(.emailMissing) }
        guard faults.isEmpty else { throw ReplyRefusal(faults) }
        let html = try ReplyContent(thread.site, origins: origins, limits: limits).html(of: reply)
        let network = origin.network
        // A second click is no second response, and does not count as one.
        guard isRepeated || rates.take(network: network, now: now) else { throw ReplyRefusal([.tooMany]) }
        let (heard, asked) =
            isRepeated ? (nil, nil) : try await hear(reply, from: origin, in: thread, hearing, now: now)
        let verdict = thread.discussion.filtering == .on ? heard?.verdict : nil
        return try await database.write { tx in
            // Read again: a body may run more than once, and what it stands on may have changed.
            let thread = try Self.thread(of: post, reply, at: now, in: tx)
            let site = thread.site.id
            let signer = try tx.signer(session, at: now, admittedBy: thread.discussion)
            func taken(_ id: Comment.ID, _ number: Int64, _ status: Comment.Status, since created: Instant) throws
                -> Taken
            {
                Taken(
                    id: id, number: number, status: status,
                    page: try tx.page(
                        ofComment: id, perPage: thread.site.commentsPerPage,
                        isNewestFirst: thread.discussion.isNewestFirst),
                    editingEnds: thread.discussion.editingEnds(created))
            }
            if let known = try tx.comment(submittedAs: digest, site: site) {
                return try taken(known.id, known.number, known.status, since: known.createdAt)
            }
            let judgement = Judgement(
                reply, html: html, from: origin,
                isKnown: try tx.isKnown(responder, signer, address: reply.plainEmail, site: site),
                by: thread.discussion, verdict, domains: domains, akismet: asked?.answer)
            var comment = Self.comment(
                reply, html: html, status: judgement.status, from: origin, at: now, site: thread.site)
            comment.identity = signer?.id
            let known = thread.parent.map { [$0.number: $0.id] } ?? [:]
            let inserted = try tx.insertThread(of: post, site: site, [comment], known: known, at: now)
            guard let row = inserted[comment.reference] else { throw ReplyRefusal([.closed]) }
            try tx.note(
                Submission(
                    digest: digest, browser: responder.digest, network: network, agent: origin.agent,
                    seconds: origin.seconds, filledTrap: origin.filledTrap,
                    reasons: judgement.reasons.map(\.text).joined(separator: "\n")),
                of: row.id, site: site)
            if let heard {
                try tx.note(heard.stored, of: row.id, site: site)
                try tx.add(
                    FilterWork(checked: 1, caught: heard.isSpam ? 1 : 0), to: tx.ownFilter(site: site, at: now).id,
                    on: now.filterDay)
            }
            if let asked { try tx.note(asked, of: row, site: site, at: now) }
            try tx.record(
                Event(
                    at: now, actor: "visitor", verb: "respond", objectKind: "comment", objectID: row.id.rawValue,
                    after: "{\"status\":\"\(judgement.status.rawValue)\"}"),
                site: site)
            if sendsMail, judgement.status != .spam {
                try tx.enqueue(
                    NotifyStaff.kind, key: String(row.number), payload: String(row.number), site: site, after: now)
                if !reply.plainEmail.isEmpty {
                    try tx.note(wish, of: reply.plainEmail, browser: responder.digest, site: site, at: now)
                }
            }
            if judgement.status == .approved {
                try tx.tellFollowers(ofResponse: row.number, to: post, site: site, at: now)
            }
            return try taken(row.id, row.number, judgement.status, since: now)
        }
    }

    /// What the site's filter and Akismet say of a response, as far as the site asks them.
    ///
    /// - Throws: `ReplyRefusal` for one that is certain spam, or where too many came.
    private func hear(
        _ reply: Reply, from origin: ReplyOrigin, in thread: Thread, _ hearing: Hearing?, now: Instant
    ) async throws -> (heard: Hearing.Outcome?, asked: AkismetQuestion?) {
        var evidence = hearing?.evidence(
            of: reply, from: origin, filters, burst: rates.count(network: origin.network, now: now) - 1, now: now)
        let first = evidence.flatMap { hearing?.judge($0) }
        let decides = thread.discussion.filtering == .on
        // A flood takes no room from those who answer: what goes to spam is not counted, and where there is no room left,
        // what reads like a real response comes in all the same.
        let hasRoom = decides && first?.isSpam == true || rates.take(thread: thread.post.id, now: now)
        guard hasRoom || decides && first?.isLikelyReal == true else { throw ReplyRefusal([.tooMany]) }
        if decides, first?.verdict.kind == .discard { try await discard(on: thread.site, now) }
        guard let asked = await ask(reply, from: origin, thread, now: now) else { return (first, nil) }
        if asked.isCertain { try await discard(on: thread.site, now) }
        evidence?.akismet = asked.answer.saysSpam
        return (evidence.flatMap { hearing?.judge($0) }, asked)
    }

    /// Nothing is kept but that there was one.
    private func discard(on site: Site, _ now: Instant) async throws {
        try await database.write { tx in
            let filter = try tx.ownFilter(site: site.id, at: now)
            try tx.add(FilterWork(checked: 1, caught: 1, discarded: 1), to: filter.id, on: now.filterDay)
        }
        throw ReplyRefusal([.discarded])
    }

    /// Nil where Akismet is not asked.
    private func ask(
        _ reply: Reply, from origin: ReplyOrigin, _ thread: Thread, now: Instant
    ) async -> AkismetQuestion? {
        guard let akismet, thread.discussion.asksAkismet else { return nil }
        return await AkismetQuestion(
            reply, from: origin, to: thread.post, at: thread.path, of: thread.site, thread.akismet, by: akismet,
            now: now)
    }

    /// How a response would look. Nothing is kept.
    package func preview(_ reply: Reply, to post: Post.ID, now: Instant) async throws -> SafeHTML {
        let (thread, origins) = try await database.read { tx in
            let thread = try Self.thread(of: post, reply, at: now, in: tx)
            return (thread, try tx.origins(site: thread.site.id))
        }
        let faults = reply.textFaults(limits)
        guard faults.isEmpty else { throw ReplyRefusal(faults) }
        return try ReplyContent(thread.site, origins: origins, limits: limits).html(of: reply)
    }

    private static func thread(
        of post: Post.ID, _ reply: Reply, at now: Instant, in tx: any ReadTransaction
    ) throws -> Thread {
        guard let site = try tx.site(), let post = try tx.post(post), post.status == .published else {
            throw ReplyRefusal([.closed])
        }
        let discussion = try tx.discussion(site: site.id)
        guard discussion.isOpen(post, at: now) else { throw ReplyRefusal([.closed]) }
        let parent = try reply.parent.map { number -> Comment in
            guard let parent = try tx.comment(number: number, site: site.id), parent.post == post.id,
                parent.status == .approved, parent.kind == .comment
            else { throw ReplyRefusal([.parentGone]) }
            return parent
        }
        let asksAkismet = discussion.asksAkismet
        return Thread(
            site: site, discussion: discussion, post: post,
            path: asksAkismet ? try tx.canonicalPath(of: post.id) ?? "" : "", parent: parent,
            akismet: asksAkismet ? try tx.akismet(site: site.id) : AkismetSettings())
    }

    private static func comment(
        _ reply: Reply, html: SafeHTML, status: Comment.Status, from origin: ReplyOrigin, at now: Instant, site: Site
    ) -> NewComment {
        NewComment(
            reference: 0, parent: reply.parent, number: 0, status: status, authorName: reply.plainName,
            authorURL: reply.address ?? "", authorEmail: reply.plainEmail,
            authorIP: origin.address?.description ?? "", source: reply.plainText, sourceFormat: .markdown, html: html,
            sanitizerVersion: Sanitizer.version, createdAt: now,
            localDate: SiteClock(of: site).reading(at: now))
    }

    /// The same words of the same person at the same place are one response, however often they are sent.
    static func digest(of reply: Reply, to post: Post.ID, signer: Identity? = nil) -> String {
        let said =
            [
                String(post.rawValue), reply.parent.map(String.init) ?? "", reply.plainName, reply.plainEmail,
                reply.plainText,
            ] + (signer.map { [String($0.id.rawValue)] } ?? [])
        return SHA256.hash(data: Data(said.joined(separator: "\u{0}").utf8)).hexadecimal
    }
}

extension ReadTransaction {
    /// Who signs a response; nil for a guest.
    ///
    /// - Throws: `ReplyRefusal` where they are logged in no more, or may not respond.
    fileprivate func signer(
        _ session: String?, at now: Instant, admittedBy discussion: Discussion
    ) throws -> Identity? {
        let identity = try session.flatMap { try self.identity(session: $0, at: now) }
        if session != nil, identity == nil { throw ReplyRefusal([.loggedOut]) }
        switch discussion.admits {
        case .everybody: break
        case .loggedIn: if identity == nil { throw ReplyRefusal([.loginNeeded]) }
        case .approved:
            guard let identity else { throw ReplyRefusal([.loginNeeded]) }
            guard try hasApproved(person: identity.person) else { throw ReplyRefusal([.approvalNeeded]) }
        }
        return identity
    }

    /// Whether something of the same sender was approved: signed by the same person, sent from this browser, or under an address that was confirmed
    /// in it. A typed address alone proves nothing.
    fileprivate func isKnown(
        _ responder: Responder, _ signer: Identity?, address: String, site: Site.ID
    ) throws -> Bool {
        if let signer { return try hasApproved(person: signer.person) }
        if responder.isNew { return false }
        if try hasApproved(browser: responder.digest, site: site) { return true }
        guard let subscriber = try subscriber(address: address, site: site) else { return false }
        return try subscriber.isConfirmed(in: responder.digest) && hasApproved(address: subscriber.address, site: site)
    }
}

/// A response that was not taken, with everything that is wrong with it.
package struct ReplyRefusal: Error, Hashable, Sendable {
    package let faults: [ReplyFault]

    package init(_ faults: [ReplyFault]) { self.faults = faults }
}
