import Administration
import Citations
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Publishing
import Store
import Themes

/// `/admin/sources/`: all sources of the site, where each is cited, and what is cited without being here.
struct ListSources: Sendable {
    let services: SiteServices

    static let address = "/admin/sources/"
    private static let perPage = 50
    /// Posts that are named beside a source.
    private static let mostPosts = 8
    private static let mostMissing = 100

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let list = ListSources(services: services)
        let one = ChangeSourcePage(services: services)
        let style = ChangeCitationStylePage(services: services)
        let bring = ImportSourcesPage(services: services)
        return [
            .get("admin/sources", .write, list.show),
            .get("admin/sources/export", .write, list.export),
            .get("admin/sources/new", .write, one.showNew), .post("admin/sources/new", .write, one.add),
            .get("admin/sources/edit", .arrange, one.show), .post("admin/sources/edit", .arrange, one.take),
            .post("admin/sources/remove", .arrange, one.remove),
            .get("admin/sources/import", .arrange, bring.show), .post("admin/sources/import", .arrange, bring.take),
            .get("admin/sources/style", .arrange, style.show), .post("admin/sources/style", .arrange, style.take),
        ]
    }

    static func ways(_ staff: Staff, current: String) -> [AdminLink] {
        let known: [(String, String, Permission)] = [
            ("All", address, .write), ("Add one", ChangeSourcePage.newAddress, .write),
            ("Import", ImportSourcesPage.address, .arrange), ("Style", ChangeCitationStylePage.address, .arrange),
        ]
        return known.filter { staff.account.role.may($0.2) }
            .map { AdminLink(title: $0.0, url: SafeURL(path: $0.1), isCurrent: $0.1 == current, count: nil) }
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let words = query.first("words")
        let found = try await services.read { tx, site in
            let total = try tx.sourceCount(SourceSelection(words: words), site: site.id)
            let last = max(1, (total + Self.perPage - 1) / Self.perPage)
            let number = min(max(1, Int(query.first("page")) ?? 1), last)
            let sources = try tx.sources(
                SourceSelection(words: words, offset: (number - 1) * Self.perPage, limit: Self.perPage), site: site.id)
            let missing = try tx.missingSources(site: site.id, limit: Self.mostMissing).map(\.key)
            let posts = try tx.posts(citing: sources.map(\.key) + missing, site: site.id)
            return (
                total: total, last: last, number: number, sources: sources, missing: missing, posts: posts,
                style: try tx.citationStyle(site: site.id).flatMap(CitationStyle.init(rawValue:)) ?? .chicago
            )
        }
        let (posts, number) = (found.posts, found.number)
        func url(_ page: Int) -> SafeURL {
            let words = words.isEmpty ? "" : "&words=\(words.percentEncodedSegment)"
            return SafeURL(path: "\(Self.address)?page=\(page)\(words)")
        }
        let mayChange = staff.account.role.may(.arrange)
        let start = (number - 1) * Self.perPage
        let page = SourcesPage(
            ways: Self.ways(staff, current: Self.address),
            rows: found.sources.map { source in
                Self.row(
                    source.key, Reference(source)?.entry(found.style) ?? source.key,
                    edit: mayChange ? ChangeSourcePage.url(source.key) : nil, posts[source.key, default: []], staff)
            }, words: words, address: SafeURL(path: Self.address), newer: number > 1 ? url(number - 1) : nil,
            older: number < found.last ? url(number + 1) : nil,
            position: "\(start + 1) to \(start + found.sources.count) of \(found.total)",
            missing: found.missing.map { key in
                Self.row(key, "", edit: ChangeSourcePage.newURL(key), posts[key, default: []], staff)
            },
            downloads: Self.downloads())
        let notice: String? =
            query.has("removed") ? "Removed." : query.has("saved") ? "Saved. Posts that cite it follow at once." : nil
        return try await services.admin(
            page, title: "Sources", for: staff, path: Self.address, notice: notice.map { AdminNotice(text: $0) })
    }

    /// - Parameter post: the number of the post whose sources they hold; nil for all.
    static func downloads(ofPost post: Int64? = nil) -> [AdminLink] {
        SourceFormat.allCases.map { format in
            let path = "\(address)export/?format=\(format.rawValue)" + (post.map { "&post=\($0)" } ?? "")
            return AdminLink(title: format.title, url: SafeURL(path: path), isCurrent: false, count: nil)
        }
    }

    private static func row(
        _ key: String, _ entry: String, edit: SafeURL?, _ posts: [CitingPost], _ staff: Staff
    ) -> SourceRow {
        let more = posts.count - mostPosts
        return SourceRow(
            key: CitationKey.cited(key), entry: entry, edit: edit,
            posts: posts.prefix(mostPosts).map { post in
                AdminLink(
                    title: post.title.isEmpty ? "No. \(post.number)" : post.title,
                    url: AdminAddress(post.kind).url(post.number), isCurrent: false, count: nil)
            }, more: more > 0 ? "and \(more) more" : nil)
    }

    /// A file with all of them, or with those that one post cites.
    @Sendable func export(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let name = query.first("format")
        guard let format = name.isEmpty ? .cslJSON : SourceFormat(rawValue: name) else {
            throw Refusal(.notFound, "There is no such format.")
        }
        let writer = Writer(staff.account)
        let sources = try await services.read { tx, site in
            guard query.has("post") else { return try tx.sources(site: site.id) }
            guard let post = try Int64(query.first("post")).flatMap({ try tx.post(number: $0, site: site.id) }),
                writer.mayEdit(post)
            else { throw Refusal(.notFound, "There is no post of this number.") }
            return try tx.sources(citedBy: tx.body(of: post.id)?.cited ?? [], site: site.id)
        }
        let text = try format.text(of: sources.compactMap(Reference.init))
        return Response(
            status: .ok,
            headers: [
                .contentType: format.contentType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(staff.now.utc.dateText)-sources.\(format.ending)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Reference {
    /// As the list of a post prints it, without italics.
    func entry(_ style: CitationStyle) -> String { Bibliography([self], style: style).entry(for: self).plain }
}
