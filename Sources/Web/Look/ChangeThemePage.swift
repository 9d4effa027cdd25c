import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Pages
import Publishing
import Store
import Themes

/// `/admin/theme/`: what the site wears, and the owner's own style rules; both may be looked at before.
struct ChangeThemePage: Sendable {
    let services: SiteServices

    static let address = "/admin/theme/"
    /// A stylesheet of this size is long already; browsers read it before they show anything.
    private static let styleBytes = 256 << 10

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeThemePage(services: services)
        return [
            .get("admin/theme", .configure, page.show),
            .post("admin/theme", .configure, page.take),
            .post("admin/theme/style", .configure, page.takeStyle),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let name = fields.choice("theme", of: services.themes.names())
        if services.themes.isFixed { fields.note("The settings say which theme is used.", at: "theme") }
        guard fields.isRight else { return try await page(staff, faults: fields.faults) }
        let theme: Theme
        do {
            theme = try services.themes.load(name)
        } catch {
            return try await page(staff, faults: ["theme": "Its files cannot be read."])
        }
        if fields.raw("do") == "try" {
            services.tryOn(theme)
            return try await home(Look(theme: theme, styleVersion: try await services.site().styleVersion), request)
        }
        var site = try await services.site()
        site.theme = name
        try await ChangeSite(services.database, actor: staff.actor).change(to: site, now: staff.now)
        services.use(theme)
        return .saved(Self.address)
    }

    @Sendable func takeStyle(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        // A form may write each letter with nine characters.
        let fields = CheckedFields(try await FormFields(request, context, services, limit: Self.styleBytes * 9))
        let css = fields.raw("css").replacing("\r\n", with: "\n")
        guard css.utf8.count <= Self.styleBytes else {
            return try await page(
                staff, css: css,
                faults: ["css": "These are \(css.utf8.count) bytes; up to \(Self.styleBytes) are taken."])
        }
        let style = ThemeAsset(name: Look.styleName, bytes: Array(css.utf8))
        if fields.raw("do") == "try" {
            services.tryOn(style)
            return try await home(Look(theme: services.theme, styleVersion: css.isEmpty ? "" : style.version), request)
        }
        try await ChangeStyle(services.database, actor: staff.actor)
            .change(to: css, version: style.version, now: staff.now)
        return .saved(Self.address)
    }

    /// The home page in a look that nobody else sees.
    private func home(_ look: Look, _ request: Request) async throws -> Response {
        var rendered = try await RenderPage(services: services, look: look)
            .render(path: "/", query: [], for: Visit(now: services.now()))
        rendered.isStorable = false
        rendered.isPersonal = true
        return try services.response(rendered, to: request)
    }

    private func page(
        _ staff: Staff, css typed: String? = nil, faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        let css = try await services.read { tx, site in try tx.style(site: site.id) }
        let inUse = services.theme
        let problems = inUse.problems.map { "\($0)" }.joined(separator: "\n")
        let isFixed = services.themes.isFixed
        let view = ThemePage(
            action: SafeURL(path: Self.address), styleAction: SafeURL(path: Self.address + "style/"),
            choices: FormField(
                "theme", "Theme",
                kind: isFixed
                    ? .fixed
                    : .choices(
                        services.themes.names().map {
                            AdminChoice(value: $0, title: $0, isChosen: $0 == inUse.name)
                        }),
                hint: isFixed
                    ? "\(inUse.name): set by theme, in config.json or where the server is started."
                    : "Folders below themes/ in the data folder; the guide for theme makers says what is in them.",
                fault: faults["theme"]), isFixed: isFixed, problems: problems.isEmpty ? nil : problems,
            style: FormField(
                "css", "CSS", value: typed ?? css, kind: .lines(rows: 16),
                hint: "They stand behind the theme’s. Nothing of another server is loaded: files belong into a theme.",
                fault: faults["css"]))
        return try await services.admin(
            view, title: "Theme", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
