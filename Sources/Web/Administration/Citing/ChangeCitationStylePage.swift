import Administration
import Citations
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/sources/style/`: in which style notes and lists are printed.
struct ChangeCitationStylePage: Sendable {
    let services: SiteServices

    static let address = "/admin/sources/style/"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        guard let style = CitationStyle(rawValue: fields.first("style")) else {
            return try await page(staff, fault: "Choose one of these.")
        }
        try await ChangeCitationStyle(services.database)
            .change(to: style, by: Writer(staff.account), now: staff.now)
        return .saved(Self.address)
    }

    private func page(_ staff: Staff, notice: AdminNotice? = nil, fault: String? = nil) async throws -> Response {
        let present = try await services.read { tx, site in
            try tx.citationStyle(site: site.id).flatMap(CitationStyle.init(rawValue:)) ?? .chicago
        }
        let choices = CitationStyle.allCases.map {
            AdminChoice(value: $0.rawValue, title: $0.title, isChosen: $0 == present)
        }
        let samples = CitationStyle.allCases.map { style in
            FormField("sample-\(style.rawValue)", style.title, value: style.sample, kind: .fixed)
        }
        let view = FormPage(
            heading: "Sources: style",
            introduction:
                "Notes and lists are in English words, whatever the language of the site; their headings are not.",
            action: SafeURL(path: Self.address),
            groups: [
                FormGroup(nil, [FormField("style", "Style", kind: .choices(choices), fault: fault)]),
                FormGroup("How a note and an entry of the list look", samples),
            ])
        return try await services.admin(
            view, title: "Sources: style", for: staff, path: ListSources.address, notice: notice,
            status: fault == nil ? .ok : .unprocessableContent)
    }
}

extension CitationStyle {
    fileprivate var title: String {
        switch self {
        case .chicago: "Chicago, notes and bibliography (17th edition)"
        case .mla: "MLA (9th edition)"
        case .apa: "APA (7th edition)"
        }
    }

    /// Of a book: a note, and its entry.
    fileprivate var sample: String {
        var book = Reference(key: "taubman2003", type: .book)
        book.author = [ReferenceName(family: "Taubman", given: "William")]
        book.title = "Khrushchev: The Man and His Era"
        (book.publisher, book.publisherPlace) = ("Norton", "New York")
        book.issued = ReferenceDate(typed: "2003")
        let bibliography = Bibliography([book], style: self)
        let citation = Citation(items: [Citation.Item(key: book.key, locator: Locator(.page, "273"))])
        let note = bibliography.notes(for: [citation]).first?.plain ?? ""
        return "\(note) — \(bibliography.entry(for: book).plain)"
    }
}
