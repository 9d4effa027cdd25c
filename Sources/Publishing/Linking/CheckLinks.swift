package import Database
package import Jobs
package import Model
package import Outbound
import Store

/// Asks, where the owner wants it, whether the addresses that the site names still answer: one durable job, which asks one
/// address each time it runs. The address and its host are claimed before, so what kills the program in between, or runs
/// beside it, asks nobody twice.
package struct CheckLinks: Sendable {
    package static let kind = "links.check"
    /// Posts are looked through as often.
    private static let collectSeconds: Int64 = 86_400
    /// An address whose question was cut off is asked again after so long.
    private static let claimSeconds: Int64 = 3600
    /// Between any two questions.
    private static let restSeconds: Int64 = 1

    private let database: any Database
    private let ask: AskServer
    private let base: String
    private let clock: @Sendable () -> Instant

    /// - Parameters:
    ///   - base: where the site is, which each server is told.
    ///   - clock: tells when an answer came.
    package init(
        _ database: any Database, outbound: OutboundSettings, base: String, clock: @escaping @Sendable () -> Instant
    ) {
        self.database = database
        ask = AskServer(outbound, seconds: 30, limit: 64 << 10)
        self.base = base
        self.clock = clock
    }

    package var handler: JobHandler { JobHandler(repeating: Self.kind) { _, now in try await run(now: now) } }

    /// Asks for the job where links are to be checked.
    package func begin(now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), try tx.linkChecking(site: site.id).isOn else { return }
            try tx.enqueueLinkCheck(site: site.id, at: now)
        }
    }

    private func run(now: Instant) async throws -> Instant? {
        let found = try await database.read { tx in
            try tx.site().map { ($0.id, try tx.linkChecking(site: $0.id), try tx.linksCollected(site: $0.id)) }
        }
        guard let (site, rules, collected) = found, rules.isOn else { return nil }
        var collecting = (collected ?? now).adding(seconds: Self.collectSeconds)
        if collected == nil || collecting <= now {
            try await CollectLinks(database, base: base).run(site: site, now: now)
            collecting = now.adding(seconds: Self.collectSeconds)
        }
        let claimed = try await database.write { tx -> Link? in
            guard let link = try tx.dueLink(at: now, site: site) else { return nil }
            try tx.claim(
                link, until: now.adding(seconds: Self.claimSeconds),
                hostFree: now.adding(seconds: Int64(rules.pauseSeconds)), site: site)
            return link
        }
        guard let link = claimed else {
            let next = try await database.read { tx in try tx.nextLinkDue(site: site) }
            return max(min(next ?? collecting, collecting), now.adding(seconds: Self.restSeconds))
        }
        let answer = await answer(of: link)
        if case .failure(let fault) = answer, fault.kind == .program || fault.kind == .disk {
            throw JobFault(fault.description, isFinal: false)
        }
        let end = max(clock(), now)
        let verdict = LinkVerdict(link, answer, by: rules, at: end)
        try await database.write { tx in
            try tx.setFound(verdict.link)
            let pause = max(verdict.hostPause ?? 0, Int64(rules.pauseSeconds))
            try tx.setHost(link.host, freeAt: end.adding(seconds: pause), site: site)
        }
        return end.adding(seconds: Self.restSeconds)
    }

    private func answer(of link: Link) async -> Result<AskAnswer, FetchFault> {
        let request = AskRequest(
            link.address, headers: ["User-Agent: Thaw (a publishing server; checks links of \(base))"],
            followsRedirects: true, reading: link.wantsGet ? .head : .headAlone)
        do throws(FetchFault) {
            return .success(try await ask.ask(request))
        } catch {
            return .failure(error)
        }
    }
}

extension WriteTransaction {
    func enqueueLinkCheck(site: Site.ID, at now: Instant) throws {
        try enqueue(CheckLinks.kind, key: "", site: site, after: now)
    }
}
