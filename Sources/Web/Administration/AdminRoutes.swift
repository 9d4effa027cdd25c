import Accounts
package import HTTPTypes
import Hummingbird
package import Model
import Store

/// A page or a deed of the administration, with what one must be allowed to do for it.
package struct AdminRoute: Sendable {
    package let method: HTTPRequest.Method
    /// As Hummingbird writes it, `:number` for a part that varies.
    package let path: String
    package let permission: Permission
    let handle: @Sendable (Request, WebContext, Staff) async throws -> Response

    /// Every one of them.
    package static func all(_ services: SiteServices) -> [AdminRoute] {
        let comments = ShowComments(services: services)
        let moderate = TakeModeration(services: services)
        let comment = ChangeCommentPage(services: services)
        let discussion = ChangeDiscussionPage(services: services)
        let jobs = ReviewJobs(services: services)
        let mail = ReviewMail(services: services)
        let profile = ChangeProfilePage(services: services)
        let site = ChangeSitePage(services: services)
        let reading = ChangeReadingPage(services: services)
        let permalinks = ChangePermalinksPage(services: services)
        return [
            get("admin", .enter, ShowDashboard(services: services).show),
            post("admin/sign-out", .enter) { _, _, staff in
                try await services.signIn.end(staff.session.id)
                var response = Response.seeOther("/admin/sign-in/")
                response.setCookie(SessionCookie.cookie.clear(isSecure: services.location.isSecure))
                return response
            },
            get("admin/profile", .enter, profile.show),
            post("admin/profile", .enter, profile.take),
            post("admin/profile/sessions", .enter, profile.endSessions),
            post("admin/profile/identities", .enter, TakeIdentities(services: services).change),

            // Responses.
            get("admin/comments", .moderate, comments.show),
            post("admin/comments", .moderate, moderate.take),
            post("admin/comments/undo", .moderate, moderate.undo),
            get("admin/comments/:number", .moderate, comment.show),
            post("admin/comments/:number", .moderate, comment.take),
            post("admin/comments/:number/answer", .moderate, comment.answer),

            // Settings.
            get("admin/discussion", .configure, discussion.show),
            post("admin/discussion", .configure, discussion.take),
            get("admin/mail", .configure, mail.show),
            post("admin/mail", .configure, mail.take),
            get("admin/jobs", .configure, jobs.show),
            post("admin/jobs", .configure, jobs.take),
            get("admin/site", .configure, site.show),
            post("admin/site", .configure, site.take),
            get("admin/permalinks", .configure, permalinks.show),
            post("admin/permalinks", .configure, permalinks.take),
            get("admin/reading", .configure, reading.show),
            post("admin/reading", .configure, reading.take),
        ] + writing(services) + terms(.category, "admin/categories", services) + terms(.tag, "admin/tags", services)
            + people(services) + ShowViews.routes(services) + ListSubscribers.routes(services)
            + ChangeThemePage.routes(services)
            + ChangeNavigationPage.routes(services) + ChangeCodesPage.routes(services)
            + ChangePasskeysPage.routes(services)
            + ListLogins.routes(services) + ChangePrivacyPage.routes(services) + ReviewTokens.routes(services)
            + UseTools.routes(services) + ChangeSpamPage.routes(services) + ReviewFloods.routes(services)
            + ShowChronicle.routes(services) + ListSources.routes(services) + ReviewLinks.routes(services)
            + ChangeFilterKeysPage.routes(services)
            + ChangeAkismetPage.routes(services)
    }

    typealias Handler = @Sendable (Request, WebContext, Staff) async throws -> Response

    static func get(_ path: String, _ permission: Permission, _ handle: @escaping Handler) -> AdminRoute {
        AdminRoute(method: .get, path: path, permission: permission, handle: handle)
    }

    static func post(_ path: String, _ permission: Permission, _ handle: @escaping Handler) -> AdminRoute {
        AdminRoute(method: .post, path: path, permission: permission, handle: handle)
    }
}

/// Signing in, and all that stands behind it.
func adminRoutes(_ services: SiteServices, on router: Router<WebContext>) {
    let signIn = TakeSignIn(services: services)
    router.get("admin/sign-in", use: signIn.show)
    router.post("admin/sign-in", use: signIn.take)
    router.post("admin/sign-in/identity", use: TakeIdentities(services: services).depart)
    let passkey = TakePasskey(services: services)
    router.post("admin/sign-in/passkey/question", use: passkey.ask)
    router.post("admin/sign-in/passkey", use: passkey.take)
    let password = TakeNewPassword(services: services)
    router.get("admin/password/:token", use: password.show)
    router.post("admin/password/:token", use: password.take)
    let setUp = TakeSetUp(services: services)
    router.get("admin/set-up/:token", use: setUp.show)
    router.post("admin/set-up/:token", use: setUp.take)
    let forgotten = TakeForgotten(services: services)
    router.get("admin/forgotten", use: forgotten.show)
    router.post("admin/forgotten", use: forgotten.take)
    let mailed = TakeMailedDeed(services: services)
    router.get("admin/mailed/:deed", use: mailed.show)
    router.post("admin/mailed/:deed", use: mailed.take)
    router.get("admin/assets/**", use: ShowAdminAsset(services: services).show)
    for path in ["wp-login.php", "wp-admin", "wp-admin/**"] as [RouterPath] {
        router.get(path) { _, _ in Response.seeOther("/admin/") }
    }

    for route in AdminRoute.all(services) {
        router.on(RouterPath(route.path), method: route.method) { request, context in
            if route.method != .get {
                let visitor = services.proxies.visitor(peer: IPAddress(context.remoteAddress), request.headers)
                try SameOrigin.require(request, from: visitor, location: services.location)
            }
            guard let staff = try await services.staff(request) else {
                let target = route.method == .get ? request.uri.description : "/admin/"
                return Response.seeOther("/admin/sign-in/?to=\(target.percentEncodedSegment)")
            }
            guard staff.account.role.may(route.permission) else {
                throw Refusal(.forbidden, "Your role on this site does not include this.")
            }
            return try await route.handle(request, context, staff)
        }
    }
}
