import Administration
import Database
import HTTPTypes
import Hummingbird
import Language
import Model
import NIOCore
import Store
import Themes

extension SiteServices {
    /// A page of the administration. Nobody keeps it.
    ///
    /// - Parameters:
    ///   - staff: nil before signing in.
    ///   - path: of the entry of the navigation that it belongs to.
    func admin(
        _ page: some PageView, title: String, for staff: Staff? = nil, path: String = "", notice: AdminNotice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (site, held) = try await database.read { tx -> (Site?, Int) in
            guard let site = try tx.site() else { return (nil, 0) }
            return (site, staff == nil ? 0 : try tx.commentStates(site: site.id)[.held] ?? 0)
        }
        let frame = AdminFrame(
            title: title, siteTitle: site?.title ?? "Thaw",
            stylesheet: SafeURL(path: AdminAsset.stylesheet(adminPages)),
            script: SafeURL(path: AdminAsset.script(adminPages)), person: staff?.account.displayName,
            navigation: staff.map { Self.navigation(for: $0.account.role, path: path, held: held) } ?? [],
            notice: notice)
        let bytes = adminPages.render(page, around: frame)
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func navigation(for role: Role, path: String, held: Int) -> [AdminLink] {
        AdminEntry.all.filter { role.may($0.permission) }.map { entry in
            AdminLink(
                title: entry.title, url: SafeURL(path: entry.path), isCurrent: entry.path == path,
                count: entry.path == "/admin/comments/" && held > 0 ? String(held) : nil)
        }
    }
}

/// What the navigation leads to.
struct AdminEntry: Sendable {
    let title: String
    let path: String
    let permission: Permission

    static let all = [
        AdminEntry(title: "Dashboard", path: "/admin/", permission: .enter),
        AdminEntry(title: "Posts", path: "/admin/posts/", permission: .write),
        AdminEntry(title: "Pages", path: "/admin/pages/", permission: .editOthers),
        AdminEntry(title: "Media", path: "/admin/media/", permission: .write),
        AdminEntry(title: "Categories", path: "/admin/categories/", permission: .arrange),
        AdminEntry(title: "Tags", path: "/admin/tags/", permission: .arrange),
        AdminEntry(title: "Comments", path: "/admin/comments/", permission: .moderate),
        AdminEntry(title: "Chronicle", path: ShowChronicle.address, permission: .write),
        AdminEntry(title: "Sources", path: ListSources.address, permission: .write),
        AdminEntry(title: "Links", path: ReviewLinks.address, permission: .editOthers),
        AdminEntry(title: "Views", path: "/admin/views/", permission: .publish),
        AdminEntry(title: "Subscribers", path: "/admin/subscribers/", permission: .configure),
        AdminEntry(title: "People", path: "/admin/people/", permission: .managePeople),
        AdminEntry(title: "Site", path: "/admin/site/", permission: .configure),
        AdminEntry(title: "Reading", path: "/admin/reading/", permission: .configure),
        AdminEntry(title: "Permalinks", path: "/admin/permalinks/", permission: .configure),
        AdminEntry(title: "Navigation", path: "/admin/navigation/", permission: .configure),
        AdminEntry(title: "Theme", path: "/admin/theme/", permission: .configure),
        AdminEntry(title: "Discussion", path: "/admin/discussion/", permission: .configure),
        AdminEntry(title: "Spam", path: "/admin/spam/", permission: .configure),
        AdminEntry(title: "Logins", path: "/admin/logins/", permission: .configure),
        AdminEntry(title: "Privacy", path: "/admin/privacy/", permission: .configure),
        AdminEntry(title: "Mail", path: "/admin/mail/", permission: .configure),
        AdminEntry(title: "Import and export", path: "/admin/tools/", permission: .configure),
        AdminEntry(title: "Tokens", path: "/admin/tokens/", permission: .enter),
        AdminEntry(title: "Jobs", path: "/admin/jobs/", permission: .configure),
        AdminEntry(title: "Log", path: "/admin/log/", permission: .managePeople),
    ]
}

/// Files of the administration; their addresses change with their content.
enum AdminAsset {
    static func stylesheet(_ pages: AdminPages) -> String { path(of: pages.stylesheet) }

    static func script(_ pages: AdminPages) -> String { path(of: pages.script) }

    static func path(of asset: ThemeAsset) -> String { "/admin/assets/\(asset.version)/\(asset.name)" }
}

extension Response {
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}
