import Administration
import Database
import HTTPTypes
import Hummingbird
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
        guard fields.isRight else { return try await page(site, staff, faults: fields.faults) }
        try await ChangeSite(services.database, actor: staff.actor).change(to: site, now: staff.now)
        return .saved(Self.address)
    }

    private func page(
        _ site: Site, _ staff: Staff, faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
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
