import Administration
import Database
import HTTPTypes
import Hummingbird
import Language
import Model
import Publishing
import Store
import Themes

/// `/admin/site/`: what stands in the site's head.
struct ChangeSitePage: Sendable {
    let services: SiteServices

    static let address = "/admin/site/"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(try await services.site(), staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var site = try await services.site()
        site.title = fields.line("title", missing: "The site needs a title.")
        site.tagline = fields.line("tagline", limit: 500)
        site.language = fields.languageTag("language")
        site.timeZone = fields.timeZone("time-zone")
        site.isHidden = fields.isTicked("hidden")
        let offered = try await offers()
        site.dateFormat =
            DateFormat(rawValue: fields.choice("date-format", of: DateFormat.allCases.map(\.rawValue)))
            ?? .language
        let category = fields.choice("category", of: [""] + offered.categories.map { String($0.number) })
        site.defaultCategory = offered.categories.first { String($0.number) == category }?.id
        let icon = fields.choice("icon", of: [""] + offered.pictures.map { String($0.number) })
        site.icon = offered.pictures.first { String($0.number) == icon }?.id
        guard fields.isRight else { return try await page(site, staff, faults: fields.faults) }
        try await ChangeSite(services.database, actor: staff.actor).change(to: site, now: staff.now)
        return .saved(Self.address)
    }

    private struct Offers: Sendable {
        let categories: [Term]
        /// Pictures as wide as high, and the one that is chosen.
        let pictures: [SquarePicture]
    }

    private func offers() async throws -> Offers {
        try await services.read { tx, site in
            Offers(
                categories: try tx.terms(of: .category, site: site.id).map(\.term).sorted { $0.name < $1.name },
                pictures: try tx.squarePictures(site: site.id, including: site.icon, limit: 100))
        }
    }

    private func page(
        _ site: Site, _ staff: Staff, faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        let offered = try await offers()
        let today = SiteClock(of: site).reading(at: staff.now)
        let form = FormPage(
            heading: "Site", action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    nil,
                    [
                        FormField("title", "Title", value: site.title, isRequired: true, fault: faults["title"]),
                        FormField(
                            "tagline", "Tagline", value: site.tagline,
                            hint: "In a few words, what the site is about. It stands under the title.",
                            fault: faults["tagline"]),
                        FormField(
                            "address", "Address", value: services.location.url, kind: .fixed,
                            hint: "Set by base-url, in config.json or where the server is started."),
                        .language(site.language, fault: faults["language"]),
                        .timeZone(
                            site.timeZone, hint: "For posts from now on; those that are here keep their dates.",
                            fault: faults["time-zone"]),
                        FormField(
                            "date-format", "Dates",
                            kind: .choices(
                                DateFormat.allCases.map { format in
                                    AdminChoice(
                                        value: format.rawValue,
                                        title: Language(tag: site.language, dateFormat: format).day(today),
                                        isChosen: format == site.dateFormat)
                                }), fault: faults["date-format"]),
                        FormField(
                            "icon", "Icon",
                            kind: .choices(
                                [AdminChoice(value: "", title: "none", isChosen: site.icon == nil)]
                                    + offered.pictures.map {
                                        AdminChoice(
                                            value: String($0.number), title: $0.title, isChosen: $0.id == site.icon)
                                    }),
                            hint:
                                "A square picture of the media library. It stands in the browser’s tab, and on phones.",
                            fault: faults["icon"]),
                    ]),
                FormGroup(
                    "Writing",
                    [
                        FormField(
                            "category", "Posts without a category stand in",
                            kind: .choices(
                                [AdminChoice(value: "", title: "none", isChosen: site.defaultCategory == nil)]
                                    + offered.categories.map {
                                        AdminChoice(
                                            value: String($0.number), title: $0.name,
                                            isChosen: $0.id == site.defaultCategory)
                                    }), fault: faults["category"])
                    ]),
                FormGroup(
                    "Search engines",
                    [
                        FormField(
                            "hidden", "Ask search engines to leave this site out", kind: .tick(isOn: site.isHidden),
                            hint: "Pages say noindex, and robots.txt names no sitemap. It is up to them to follow.")
                    ]),
            ])
        return try await services.admin(
            form, title: "Site", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension SiteServices {
    /// Reads something of the site, in one transaction.
    ///
    /// - Throws: `Refusal` before there is one.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction, Site) throws -> Value
    ) async throws -> Value {
        try await database.read { tx in
            guard let site = try tx.site() else { throw Refusal(.notFound, "There is no site yet.") }
            return try body(tx, site)
        }
    }

    /// - Throws: `Refusal` before there is one.
    func site() async throws -> Site { try await read { _, site in site } }
}

extension Response {
    /// Back to the page of a form, which says that all is kept.
    static func saved(_ path: String) -> Response { .seeOther(path + "?saved=1") }
}

extension AdminNotice {
    static func saved(_ request: Request) -> AdminNotice? {
        FormFields(query: request.uri.query).has("saved") ? AdminNotice(text: "Saved.") : nil
    }
}
