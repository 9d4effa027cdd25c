import Administration
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/links/`: addresses that posts name and that answer no more, and what somebody says of them.
struct ReviewLinks: Sendable {
    let services: SiteServices

    static let address = "/admin/links/"
    private static let perPage = 50

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ReviewLinks(services: services)
        return [
            .get("admin/links", .editOthers, page.show),
            .post("admin/links", .editOthers, page.take),
        ] + ChangeLinkChecking.routes(services)
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        return try await page(
            staff, list: LinkList(rawValue: query.first("list")) ?? .dead,
            after: Link.ID(Int64(query.first("after")) ?? 0), notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let list = LinkList(rawValue: fields.first("list")) ?? .dead
        let link = Link.ID(Int64(fields.first("link")) ?? 0)
        let archive = fields.first("archive").filter { !$0.isWhitespace }
        let change = ChangeLinks(services.database, actor: staff.actor)
        do {
            switch fields.first("deed") {
            case "attach": try await change.attach(archive, to: link, now: staff.now)
            case "detach": try await change.attach(nil, to: link, now: staff.now)
            case "ignore": try await change.ignore(link, now: staff.now)
            case "watch": try await change.ignore(link, false, now: staff.now)
            case "check": try await change.check(link, now: staff.now)
            default: throw Refusal(.badRequest, "Choose what is to be done.")
            }
        } catch ChangeLinks.Fault.noSuchLink {
            throw Refusal(.notFound, "No post names this address any more.")
        } catch ChangeLinks.Fault.noAddress {
            return try await page(
                staff, list: list, after: Link.ID(link.rawValue - 1), faulty: (link, archive), notice: nil)
        }
        return .seeOther("\(Self.address)?list=\(list.rawValue)&saved=1")
    }

    private func page(
        _ staff: Staff, list: LinkList, after: Link.ID, faulty: (link: Link.ID, archive: String)? = nil,
        notice: AdminNotice?
    ) async throws -> Response {
        let (site, rules, counts, links) = try await services.read { tx, site in
            (
                site, try tx.linkChecking(site: site.id),
                try LinkList.allCases.map { ($0, try tx.count(of: $0, site: site.id)) },
                try tx.links(list, after: after, site: site.id, limit: Self.perPage).map {
                    ($0, try tx.places(naming: $0.id))
                }
            )
        }
        let words = LinkWords(clock: AdminClock(site))
        let more = links.count == Self.perPage ? links.last?.0.id.rawValue : nil
        let view = LinksPage(
            ways: ways(staff, counts, current: list), action: SafeURL(path: Self.address),
            sum: LinkWords.sum(list, counts.first { $0.0 == list }?.1 ?? 0),
            turnOn: staff.account.role.may(.configure) ? SafeURL(path: ChangeLinkChecking.address) : nil,
            isOn: rules.isOn,
            rows: links.compactMap { link, places in
                var row = words.row(link, places)
                if let faulty, faulty.link == link.id {
                    row?.archive = faulty.archive
                    row?.fault = "An address that begins with https:// or http://."
                }
                return row
            },
            list: list.rawValue,
            next: more.map { SafeURL(path: "\(Self.address)?list=\(list.rawValue)&after=\($0)") })
        return try await services.admin(
            view, title: "Links", for: staff, path: Self.address, notice: notice,
            status: faulty == nil ? .ok : .unprocessableContent)
    }

    private func ways(_ staff: Staff, _ counts: [(LinkList, Int)], current: LinkList) -> [AdminLink] {
        let lists = counts.map { list, count in
            AdminLink(
                title: LinkWords.title(list), url: SafeURL(path: "\(Self.address)?list=\(list.rawValue)"),
                isCurrent: list == current, count: count > 0 ? String(count) : nil)
        }
        guard staff.account.role.may(.configure) else { return lists }
        return lists + [AdminLink(title: "Settings", url: SafeURL(path: ChangeLinkChecking.address))]
    }
}
