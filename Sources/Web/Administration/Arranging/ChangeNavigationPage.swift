import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/navigation/`: the menu at the head of every page.
struct ChangeNavigationPage: Sendable {
    let services: SiteServices

    static let address = "/admin/navigation/"
    /// Of a site that has no menu yet.
    private static let firstMenu = "main"
    private static let newRows = 3

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeNavigationPage(services: services)
        return [
            .get("admin/navigation", .configure, page.show),
            .post("admin/navigation", .configure, page.take),
            .post("admin/navigation/menu", .configure, page.takeMenu),
        ]
    }

    /// What entries may lead to.
    private struct Reading: Sendable {
        let menus: [String]
        let menu: String
        let entries: [NewNavigationItem]
        let posts: [Place]
        let terms: [Term]

        /// A page, or a post that an entry leads to already.
        struct Place: Sendable {
            let id: Post.ID
            let number: Int64
            let title: String
        }
    }

    /// An entry as it stands in the form.
    private struct Row {
        var label = ""
        /// `post-7`, `term-3`, `address`
        var target = "address"
        var url = ""
        var place = ""
        var isBelow = false
        var isNew = true
        var fault: String?
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let reading = try await reading()
        return try await page(rows(of: reading), reading, staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let reading = try await reading()
        var rows: [Row] = []
        for number in 1... {
            guard fields.has("target-\(number)") else { break }
            if fields.has("remove-\(number)") { continue }
            var row = Row(
                label: fields.first("label-\(number)"), target: fields.first("target-\(number)"),
                url: fields.first("url-\(number)"), place: fields.first("place-\(number)"),
                isBelow: fields.has("below-\(number)"), isNew: false)
            if row.target == "address", row.url.isEmpty {
                if row.label.isEmpty { continue }
                row.fault = "Say where it leads."
            } else if item(row, reading) == nil {
                row.fault = "This is no address: begin with https:// or, on this site, with a slash."
            }
            rows.append(row)
        }
        // Places may be equal, or fractions, for what is to stand between two.
        rows = rows.enumerated().sorted { first, second in
            let places = (Double(first.element.place) ?? .infinity, Double(second.element.place) ?? .infinity)
            return places.0 == places.1 ? first.offset < second.offset : places.0 < places.1
        }.map(\.element)
        guard rows.allSatisfy({ $0.fault == nil }) else { return try await page(rows, reading, staff) }
        var items: [NewNavigationItem] = []
        var head: Int?
        for row in rows {
            guard var item = item(row, reading) else { continue }
            if row.isBelow, let head { item.parent = head } else { head = items.count }
            items.append(item)
        }
        try await ChangeNavigation(services.database, actor: staff.actor)
            .set(reading.menu, to: items, now: staff.now)
        return .saved(Self.address)
    }

    @Sendable func takeMenu(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let menu = fields.first("menu")
        guard try await reading().menus.contains(menu) else { throw Refusal(.badRequest, "There is no such menu.") }
        try await ChangeNavigation(services.database, actor: staff.actor).show(menu, now: staff.now)
        return .saved(Self.address)
    }

    private func item(_ row: Row, _ reading: Reading) -> NewNavigationItem? {
        let label = row.label.trimmingPrefix(while: \.isWhitespace)
        if let number = row.target.number(behind: "post-"),
            let post = reading.posts.first(where: { $0.number == number })
        {
            return NewNavigationItem(label: String(label), target: .post(post.id))
        }
        if let number = row.target.number(behind: "term-"),
            let term = reading.terms.first(where: { $0.number == number })
        {
            return NewNavigationItem(label: String(label), target: .term(term.id))
        }
        let url = row.url.filter { !$0.isWhitespace }
        guard row.target == "address", SafeURL(url) != nil, url.hasPrefix("/") || url.contains("://") else {
            return nil
        }
        return NewNavigationItem(label: String(label), target: .url(url))
    }

    private func rows(of reading: Reading) -> [Row] {
        reading.entries.enumerated().map { index, entry in
            var row = Row(label: entry.label, place: String(index + 1), isBelow: entry.parent != nil, isNew: false)
            switch entry.target {
            case .post(let id):
                row.target = reading.posts.first { $0.id == id }.map { "post-\($0.number)" } ?? "address"
            case .term(let id):
                row.target = reading.terms.first { $0.id == id }.map { "term-\($0.number)" } ?? "address"
            case .url(let url): row.url = url
            }
            return row
        }
    }

    private func reading() async throws -> Reading {
        try await services.read { tx, site in
            let menus = try tx.menus(site: site.id)
            let shown = (menus.first { $0.location == "primary" } ?? menus.first)?.menu ?? Self.firstMenu
            let entries = try tx.storedNavigation(menu: shown, site: site.id)
            var posts = try tx.rows(PostSelection(kind: .page, statuses: [.published]), site: site.id)
                .map { Reading.Place(id: $0.id, number: $0.number, title: $0.title) }.sorted { $0.title < $1.title }
            var terms = try tx.terms(of: .category, site: site.id).map(\.term).sorted { $0.name < $1.name }
            for entry in entries {
                switch entry.target {
                case .post(let id) where !posts.contains { $0.id == id }:
                    if let post = try tx.post(id) {
                        posts.append(Reading.Place(id: id, number: post.number, title: post.title))
                    }
                case .term(let id) where !terms.contains { $0.id == id }:
                    if let term = try tx.term(id) { terms.append(term) }
                default: break
                }
            }
            return Reading(menus: menus.map(\.menu), menu: shown, entries: entries, posts: posts, terms: terms)
        }
    }

    private func page(
        _ rows: [Row], _ reading: Reading, _ staff: Staff, notice: AdminNotice? = nil
    ) async throws -> Response {
        let hasFaults = rows.contains { $0.fault != nil }
        let all = rows + Array(repeating: Row(), count: Self.newRows)
        let view = NavigationPage(
            action: SafeURL(path: Self.address),
            menus: reading.menus.map { AdminChoice(value: $0, title: $0, isChosen: $0 == reading.menu) },
            menuAction: SafeURL(path: Self.address + "menu/"),
            entries: all.enumerated().map { index, row in
                NavigationEntryView(
                    row: String(index + 1), label: row.label, targets: targets(reading, chosen: row.target),
                    url: row.url, place: row.place.isEmpty ? String(index + 1) : row.place, isBelow: row.isBelow,
                    isNew: row.isNew, fault: row.fault)
            }, hasFaults: hasFaults)
        return try await services.admin(
            view, title: "Navigation", for: staff, path: Self.address, notice: notice,
            status: hasFaults ? .unprocessableContent : .ok)
    }

    private func targets(_ reading: Reading, chosen: String) -> [AdminChoice] {
        let posts = reading.posts.map { post in
            (value: "post-\(post.number)", title: post.title.isEmpty ? "No. \(post.number)" : post.title)
        }
        let terms = reading.terms.map { term in
            (value: "term-\(term.number)", title: "\(term.taxonomy == .tag ? "Tag" : "Category"): \(term.name)")
        }
        return ([(value: "address", title: "another address")] + posts + terms).map {
            AdminChoice(value: $0.value, title: $0.title, isChosen: $0.value == chosen)
        }
    }
}

extension String {
    fileprivate func number(behind prefix: String) -> Int64? {
        hasPrefix(prefix) ? Int64(dropFirst(prefix.count)) : nil
    }
}
