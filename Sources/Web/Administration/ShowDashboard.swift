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

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let role = staff.account.role
        let (held, comments) = try await services.database.read { tx -> (Int, [CommentReading]) in
            guard role.may(.moderate), let site = try tx.site() else { return (0, []) }
            let newest = try tx.judgedComments(CommentFilter(status: .approved), site: site.id, limit: 5)
            return (
                try tx.commentStates(site: site.id)[.held] ?? 0,
                try newest.map { try CommentReading($0, site: site.id, in: tx) }
            )
        }
        var waiting: [AdminLink] = []
        if held > 0 {
            waiting.append(
                AdminLink(
                    title: held == 1 ? "comment waits for approval" : "comments wait for approval",
                    url: SafeURL(path: "/admin/comments/"), count: String(held)))
        }
        let page = DashboardPage(waiting: waiting, comments: comments.map(CommentRow.init))
        return try await services.admin(page, title: "Dashboard", for: staff, path: "/admin/")
    }
}
