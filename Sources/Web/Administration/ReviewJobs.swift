import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/jobs/`: what the server still has to do by itself, and what it has given up.
struct ReviewJobs: Sendable {
    let services: SiteServices

    static let address = "/admin/jobs/"
    /// How many of those that were given up are shown.
    private static let limit = 200

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let site = try await services.site()
        let (dead, waiting) = try await services.database.read { tx in
            (try tx.deadJobs(site: site.id, limit: Self.limit), try tx.waitingJobs(site: site.id))
        }
        let clock = AdminClock(site)
        let page = JobsPage(
            action: SafeURL(path: Self.address),
            dead: dead.map { job in
                DeadJobRow(
                    id: String(job.id), what: Self.words(for: job.kind), key: job.key, error: job.error,
                    attempts: job.attempts == 1 ? "one attempt" : "\(job.attempts) attempts")
            },
            waiting: waiting.map { jobs in
                WaitingJobRow(
                    what: Self.words(for: jobs.kind), count: String(jobs.count),
                    next: jobs.next <= staff.now ? "now" : clock.text(jobs.next),
                    failed: jobs.failed == 0 ? nil : String(jobs.failed))
            })
        return try await services.admin(page, title: "Jobs", for: staff, path: Self.address, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let (again, discard) = (fields.first("again"), fields.first("discard"))
        guard again == "all" || Int64(again) != nil || Int64(discard) != nil else {
            throw Refusal(.badRequest, "This is no job.")
        }
        let site = try await services.site().id
        try await services.database.write { tx in
            let all = again == "all" ? try tx.deadJobs(site: site, limit: Self.limit).map(\.id) : []
            for id in all + [Int64(again)].compactMap(\.self) { try tx.revive(job: id, site: site, at: staff.now) }
            if let id = Int64(discard) { try tx.discard(job: id, site: site) }
            try tx.record(
                Event(
                    at: staff.now, actor: staff.actor, verb: discard.isEmpty ? "retry" : "discard",
                    objectKind: "job", objectID: Int64(discard.isEmpty ? again : discard)),
                site: site)
        }
        return .saved(Self.address)
    }

    private static func words(for kind: String) -> String {
        switch kind {
        case "mail": "Mail"
        case "notify.staff": "News of a response"
        case "media.fetch": "Fetching a file"
        case "media.show": "Showing files in posts"
        case "post.remove": "Emptying the trash"
        default: kind
        }
    }
}
