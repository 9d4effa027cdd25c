import Administration
import Database
import HTTPTypes
import Hummingbird
import Jobs
import Model
import Store
import Themes

/// `/admin/jobs/`: what the server still has to do by itself, and what it has given up.
struct ReviewJobs: Sendable {
    let services: SiteServices

    static let address = "/admin/jobs/"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (site, dead, waiting) = try await services.read { tx, site in
            (site, try tx.deadJobs(site: site.id, limit: SettleJobs.most), try tx.waitingJobs(site: site.id))
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
        let settle = SettleJobs(services.database, actor: staff.actor)
        let again = fields.first("again")
        if again == "all" {
            try await settle.reviveAll(now: staff.now)
        } else if let id = Int64(again) {
            try await settle.revive(id, now: staff.now)
        } else if let id = Int64(fields.first("discard")) {
            try await settle.discard(id, now: staff.now)
        } else {
            throw Refusal(.badRequest, "This is no job.")
        }
        return .saved(Self.address)
    }

    private static func words(for kind: String) -> String {
        switch kind {
        case "mail": "Mail"
        case "notify.staff": "News of a response"
        case "blog.import": "Taking a blog over"
        case "post.addresses": "New addresses of posts"
        case "subscription.ask": "Asking an address to confirm"
        case "subscription.forget": "Forgetting addresses that nobody confirmed"
        case "news.response": "A new response, for who follows its post"
        case "news.post": "A new post, for who follows the site"
        case "news.send": "News for subscribers"
        case "media.fetch": "Fetching a file"
        case "media.show": "Showing files in posts"
        case "akismet.check": "Asking Akismet again"
        case "akismet.tell": "Telling Akismet what was spam"
        case "filter.keep": "Keeping what the filter for spam learned"
        case "filter.train": "Teaching the filter for spam"
        case "post.remove": "Emptying the trash"
        case "links.check": "Checking links"
        case "links.show": "Showing an archived copy behind links"
        default: kind
        }
    }
}
