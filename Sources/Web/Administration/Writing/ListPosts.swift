import Administration
import Database
import Language
import Model
import Publishing
import Store
import Themes

/// The posts or pages, with filters.
struct ListPosts: Sendable {
    let database: any Database

    private static let perPage = 30

    func show(_ query: FormFields, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer {
        var selection = PostSelection(kind: kind, words: query.first("s"))
        let status = Post.Status(rawValue: query.first("status"))
        if let status { selection.statuses = [status] }
        selection.author = Int64(query.first("author")).map { Account.ID($0) }
        selection.term = Int64(query.first("category")).map { Term.ID($0) }
        selection.month = query.first("month").isEmpty ? nil : query.first("month")
        let asked = selection
        let found = try await database.read { tx in try Found(asked, in: tx) }
        let rows = found.rows
        let last = max(1, (rows.count + Self.perPage - 1) / Self.perPage)
        let number = min(max(1, Int(query.first("page")) ?? 1), last)
        let address = AdminAddress(kind)
        let isPage = kind == .page
        var page = PostTablePage(
            heading: isPage ? "Pages" : "Posts", action: address.list, new: address.url(nil),
            newLabel: isPage ? "New page" : "New post")
        page.words = query.first("s")
        page.status = status?.rawValue ?? ""
        page.statuses = found.links(address, current: status)
        page.authors = found.accounts.map { account in
            AdminChoice(
                value: String(account.id.rawValue), title: account.displayName, isChosen: account.id == asked.author)
        }
        page.months = found.months.map { AdminChoice(value: $0, title: $0, isChosen: $0 == asked.month) }
        page.categories = found.categories.map { term in
            AdminChoice(value: String(term.id.rawValue), title: term.name, isChosen: term.id == asked.term)
        }
        page.rows = rows.dropFirst((number - 1) * Self.perPage).prefix(Self.perPage).map { row in
            PostTableRow(row, found, address)
        }
        page.actions = ChangePosts.Deed.fitting(status).map {
            AdminChoice(value: $0.rawValue, title: $0.title, isChosen: false)
        }
        page.count = "\(rows.count) \(rows.count == 1 ? "entry" : "entries"), page \(number) of \(last)"
        if number > 1 { page.previous = Self.link(address, query, page: number - 1) }
        if number < last { page.next = Self.link(address, query, page: number + 1) }
        return .page(page, title: page.heading, notice: ChangePosts.notice(query, kind: kind))
    }

    private static func link(_ address: AdminAddress, _ query: FormFields, page: Int) -> SafeURL {
        let pairs = ["s", "status", "author", "category", "month"].compactMap { name -> String? in
            query.first(name).isEmpty ? nil : "\(name)=\(query.first(name).percentEncodedSegment)"
        }
        return SafeURL(path: address.list.text + "?" + (pairs + ["page=\(page)"]).joined(separator: "&"))
    }

    /// What one transaction tells of the list and its filters.
    struct Found: Sendable {
        let language: Language
        let rows: [PostRow]
        let counts: [Post.Status: Int]
        let accounts: [Account]
        let categories: [Term]
        let months: [String]

        init(_ selection: PostSelection, in tx: any ReadTransaction) throws {
            guard let site = try tx.site() else { throw WritingFault.noSite }
            language = Language(tag: site.language)
            rows = try tx.rows(selection, site: site.id)
            counts = try tx.statusCounts(of: selection.kind, site: site.id)
            accounts = try tx.accounts(site: site.id)
            categories = selection.kind == .post ? try tx.terms(of: .category, site: site.id).map(\.term) : []
            let all = try tx.rows(PostSelection(kind: selection.kind), site: site.id)
            months = Set(all.compactMap { $0.localDate.map { String($0.dateText.prefix(7)) } }).sorted(by: >)
        }

        fileprivate func links(_ address: AdminAddress, current: Post.Status?) -> [AdminLink] {
            let order: [Post.Status] = [.published, .scheduled, .draft, .pending, .private, .trash]
            let all = order.filter { $0 != .trash }.map { counts[$0] ?? 0 }.reduce(0, +)
            return [AdminLink(title: "All", url: address.list, isCurrent: current == nil, count: String(all))]
                + order.filter { counts[$0] != nil || $0 == current }.map { status in
                    AdminLink(
                        title: status.title, url: SafeURL(path: address.list.text + "?status=\(status.rawValue)"),
                        isCurrent: status == current, count: String(counts[status] ?? 0))
                }
        }
    }
}

extension PostTableRow {
    fileprivate init(_ row: PostRow, _ found: ListPosts.Found, _ address: AdminAddress) {
        self.init(
            number: row.number, title: row.title, edit: address.url(row.number),
            author: found.accounts.first { $0.id == row.author }?.displayName ?? "", status: row.status.words,
            date: row.localDate.map { "\(found.language.day($0)), \(found.language.time($0))" } ?? "",
            comments: row.comments, isSticky: row.isSticky, hasPassword: row.hasPassword,
            isTrashed: row.status == .trash)
    }
}

extension Post.Status {
    fileprivate var title: String {
        switch self {
        case .published: "Published"
        case .scheduled: "Scheduled"
        case .draft: "Drafts"
        case .pending: "For review"
        case .private: "Private"
        case .trash: "Trash"
        }
    }
}
