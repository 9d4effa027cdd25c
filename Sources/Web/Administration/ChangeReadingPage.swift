import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/reading/`: what stands on the first page, and how much on each.
struct ChangeReadingPage: Sendable {
    let services: SiteServices

    static let address = "/admin/reading/"
    private static let sizes = 1...100

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (site, pages) = try await reading()
        return try await page(
            Form(
                perPage: String(site.postsPerPage), feedItems: String(site.feedItems), front: site.frontPage,
                posts: site.postsPage, isFull: site.hasFullFeeds, countsViews: site.countsViews), pages, staff,
            notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var (site, pages) = try await reading()
        site.postsPerPage = fields.number("per-page", in: Self.sizes)
        site.feedItems = fields.number("feed-items", in: Self.sizes)
        site.hasFullFeeds = fields.choice("feeds", of: ["full", "summary"]) == "full"
        site.countsViews = fields.isTicked("counts-views")
        let known = [""] + pages.map { String($0.number) }
        let front = fields.choice("front-page", of: known)
        let posts = fields.choice("posts-page", of: known)
        if front == posts, !front.isEmpty { fields.note("This page stands at the root already.", at: "posts-page") }
        if front.isEmpty, !posts.isEmpty { fields.note("Choose a first page, or none here.", at: "posts-page") }
        site.frontPage = pages.first { String($0.number) == front }?.id
        site.postsPage = pages.first { String($0.number) == posts }?.id
        guard fields.isRight else {
            return try await page(
                Form(
                    perPage: fields.raw("per-page"), feedItems: fields.raw("feed-items"), front: site.frontPage,
                    posts: site.postsPage, isFull: site.hasFullFeeds, countsViews: site.countsViews,
                    faults: fields.faults), pages, staff)
        }
        try await ChangeSite(services.database, actor: staff.actor).change(to: site, now: staff.now)
        return .saved(Self.address)
    }

    private struct Form {
        var perPage: String
        var feedItems: String
        var front: Post.ID?
        var posts: Post.ID?
        var isFull: Bool
        var countsViews: Bool
        var faults: [String: String] = [:]
    }

    private func reading() async throws -> (Site, [PostRow]) {
        try await services.read { tx, site in
            let pages = try tx.rows(PostSelection(kind: .page, statuses: [.published]), site: site.id)
            return (site, pages.sorted { $0.title < $1.title })
        }
    }

    private func page(
        _ form: Form, _ pages: [PostRow], _ staff: Staff, notice: AdminNotice? = nil
    ) async throws -> Response {
        func choices(_ none: String, _ chosen: Post.ID?) -> FormField.Kind {
            .choices(
                [AdminChoice(value: "", title: none, isChosen: chosen == nil)]
                    + pages.map { page in
                        AdminChoice(
                            value: String(page.number), title: page.title.isEmpty ? "No. \(page.number)" : page.title,
                            isChosen: page.id == chosen)
                    })
        }
        let faults = form.faults
        let view = FormPage(
            heading: "Reading", action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    "The first page",
                    [
                        FormField(
                            "front-page", "It shows", kind: choices("the newest posts", form.front),
                            fault: faults["front-page"]),
                        FormField(
                            "posts-page", "The newest posts stand at",
                            kind: choices("no page of their own", form.posts),
                            hint: "Only where a page stands at the root.", fault: faults["posts-page"]),
                    ]),
                FormGroup(
                    "Lists",
                    [
                        FormField(
                            "per-page", "Posts on a page", value: form.perPage, kind: .input(type: "number"),
                            isRequired: true, fault: faults["per-page"])
                    ]),
                FormGroup(
                    "Feeds",
                    [
                        FormField(
                            "feed-items", "Items in a feed", value: form.feedItems, kind: .input(type: "number"),
                            isRequired: true, fault: faults["feed-items"]),
                        FormField(
                            "feeds", "Each item holds",
                            kind: .choices([
                                AdminChoice(value: "full", title: "the whole post", isChosen: form.isFull),
                                AdminChoice(value: "summary", title: "its beginning", isChosen: !form.isFull),
                            ])),
                    ]),
                FormGroup(
                    "Views",
                    [
                        FormField(
                            "counts-views", "Count how often each post is read", kind: .tick(isOn: form.countsViews),
                            hint: "By post and day, here on the server: no cookie, and nothing of who reads.")
                    ]),
            ])
        return try await services.admin(
            view, title: "Reading", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
