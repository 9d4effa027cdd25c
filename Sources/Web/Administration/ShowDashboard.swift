import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/`: what waits, and what is new.
struct ShowDashboard: Sendable {
    let services: SiteServices

    /// Posts that somebody has to come back to.
    private static let unfinished: [(status: Post.Status, one: String, many: String)] = [
        (.pending, "post is ready for review", "posts are ready for review"),
        (.scheduled, "post waits for its time", "posts wait for their time"), (.draft, "draft", "drafts"),
    ]

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let role = staff.account.role
        let (posts, dead, missing, doubtful, deadLinks) = try await services.database.read {
            tx -> ([Post.Status: Int], Int, Int, Int, Int) in
            guard let site = try tx.site() else { return ([:], 0, 0, 0, 0) }
            return (
                role.may(.write) ? try tx.statusCounts(of: .post, site: site.id) : [:],
                role.may(.configure) ? try tx.deadJobs(site: site.id, limit: 100).count : 0,
                role.may(.editOthers) ? try tx.missingMediaCount(site: site.id) : 0,
                role.may(.editOthers) ? try tx.doubtfulEventCount(site: site.id) : 0,
                role.may(.editOthers) ? try tx.count(of: .dead, site: site.id) : 0
            )
        }
        let (held, comments) = try await services.database.read { tx -> (Int, [CommentReading]) in
            guard role.may(.moderate), let site = try tx.site() else { return (0, []) }
            let newest = try tx.judgedComments(CommentFilter(status: .approved), site: site.id, limit: 5)
            return (
                try tx.commentStates(site: site.id)[.held] ?? 0,
                try newest.map { try CommentReading($0, site: site.id, nil, in: tx) }
            )
        }
        var waiting: [AdminLink] = []
        if held > 0 {
            waiting.append(
                AdminLink(
                    title: held == 1 ? "comment waits for approval" : "comments wait for approval",
                    url: SafeURL(path: "/admin/comments/"), count: String(held)))
        }
        for (status, one, many) in Self.unfinished {
            guard let count = posts[status] else { continue }
            waiting.append(
                AdminLink(
                    title: count == 1 ? one : many,
                    url: SafeURL(path: AdminAddress(.post).list.text + "?status=\(status.rawValue)"),
                    count: String(count)))
        }
        if missing > 0 {
            waiting.append(
                AdminLink(
                    title: missing == 1
                        ? "picture or file that posts name is not here"
                        : "pictures and files that posts name are not here",
                    url: SafeURL(path: "/admin/media/?kind=\(ListMedia.missing)"), count: String(missing)))
        }
        if doubtful > 0 {
            waiting.append(
                AdminLink(
                    title: doubtful == 1 ? "date is doubtful" : "dates are doubtful",
                    url: SafeURL(path: ReviewDates.address), count: String(doubtful)))
        }
        if deadLinks > 0 {
            waiting.append(
                AdminLink(
                    title: deadLinks == 1
                        ? "address that posts link to is dead" : "addresses that posts link to are dead",
                    url: SafeURL(path: ReviewLinks.address), count: String(deadLinks)))
        }
        if dead > 0 {
            waiting.append(
                AdminLink(
                    title: dead == 1 ? "job was given up" : "jobs were given up",
                    url: SafeURL(path: ReviewJobs.address), count: dead == 100 ? "100+" : String(dead)))
        }
        let page = DashboardPage(waiting: waiting, comments: comments.map(CommentRow.init))
        let notice =
            FormFields(query: request.uri.query).has("welcome")
            ? AdminNotice(text: "The site is yours. Write its first post, or look through the settings.") : nil
        return try await services.admin(page, title: "Dashboard", for: staff, path: "/admin/", notice: notice)
    }
}
