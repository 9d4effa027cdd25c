import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/categories/` and `/admin/tags/`: all of them, and one more.
struct ListTerms: Sendable {
    let services: SiteServices
    let taxonomy: Term.Taxonomy
    let address: String

    private static let perPage = 100

    var isHierarchical: Bool { taxonomy == .category }
    var one: String { isHierarchical ? "category" : "tag" }
    private var heading: String { isHierarchical ? "Categories" : "Tags" }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let notice: String? =
            query.has("merged") ? "Merged." : query.has("deleted") ? "Deleted." : query.has("saved") ? "Saved." : nil
        return try await page(
            TermForm(), words: query.first("words"), number: Int(query.first("page")) ?? 1, staff,
            notice: notice.map { AdminNotice(text: $0) })
    }

    @Sendable func add(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let draft = fields.termDraft()
        if fields.isRight {
            do throws(any Error) {
                _ = try await SaveTerm(services.database, actor: staff.actor).add(draft, to: taxonomy, now: staff.now)
                return .saved(address)
            } catch let fault as TermFault {
                fields.note(fault)
            }
        }
        return try await page(TermForm(fields), words: "", number: 1, staff)
    }

    func terms() async throws -> [CountedTerm] {
        try await services.read { [taxonomy] tx, site in try tx.terms(of: taxonomy, site: site.id) }
    }

    private func page(
        _ form: TermForm, words: String, number: Int, _ staff: Staff, notice: AdminNotice? = nil
    ) async throws -> Response {
        let terms = TermTree(try await terms())
        let wanted = words.lowercased()
        let found = terms.ordered.filter { wanted.isEmpty || $0.term.name.lowercased().contains(wanted) }
        let last = max(1, (found.count + Self.perPage - 1) / Self.perPage)
        let number = min(max(1, number), last)
        let shown = found.dropFirst((number - 1) * Self.perPage).prefix(Self.perPage)
        func url(_ page: Int) -> SafeURL {
            SafeURL(path: address + "?page=\(page)" + (words.isEmpty ? "" : "&words=\(words.percentEncodedSegment)"))
        }
        let view = TermsPage(
            heading: heading,
            rows: shown.map { counted in
                let slugs = terms.lineage(of: counted.term).map(\.slug)
                let archive: Address =
                    isHierarchical
                    ? .category(slugs: slugs, page: 1) : .tag(slug: counted.term.slug, page: 1)
                return TermRow(
                    name: counted.term.name, edit: SafeURL(path: "\(address)\(counted.term.number)/"),
                    slug: counted.term.slug, above: terms.above(counted.term), posts: String(counted.posts),
                    archive: SafeURL(path: archive.path))
            }, words: words, address: SafeURL(path: address), newer: number > 1 ? url(number - 1) : nil,
            older: number < last ? url(number + 1) : nil,
            position: "\(shown.startIndex + 1) to \(shown.endIndex) of \(found.count)", addHeading: "Add a \(one)",
            fields: form.fields(terms: terms, isHierarchical: isHierarchical))
        return try await services.admin(
            view, title: heading, for: staff, path: address, notice: notice,
            status: form.faults.isEmpty ? .ok : .unprocessableContent)
    }
}
