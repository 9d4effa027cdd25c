import Administration
import Conversation
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/spam/akismet/`: whether Akismet is asked too.
struct ChangeAkismetPage: Sendable {
    let services: SiteServices

    static let address = "/admin/spam/akismet/"

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeAkismetPage(services: services)
        return [.get("admin/spam/akismet", .configure, page.show), .post("admin/spam/akismet", .configure, page.take)]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (settings, isOn) = try await current()
        return try await page(settings, isOn: isOn, staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var (settings, _) = try await current()
        let isOn = fields.isTicked("on")
        settings.refusesCertain = fields.isTicked("refuses")
        let server = fields.line("server", missing: "Say where to ask.")
        settings.server = server.hasSuffix("/") ? String(server.dropLast()) : server
        let isAddress = SafeURL(settings.server) != nil && settings.server.hasPrefix("http")
        if !isAddress, !server.isEmpty { fields.note("An address that begins with https://.", at: "server") }
        let key = fields.line("key", limit: 100)
        guard let akismet = services.akismet else { throw Refusal(.notFound, "Nothing is asked from here.") }
        if !key.isEmpty { settings.key = try akismet.sealed(key) }
        if isOn, fields.isRight {
            if settings.key.isEmpty {
                fields.note("Akismet gives keys at akismet.com.", at: "key")
            } else if let fault = await akismet.fault(of: settings) {
                fields.note(fault, at: "key")
            }
        }
        guard fields.isRight else { return try await page(settings, isOn: isOn, staff, faults: fields.faults) }
        settings.alert = ""
        try await ChangeAkismet(services.database, actor: staff.actor).change(to: settings, isOn: isOn, now: staff.now)
        return .saved(Self.address)
    }

    private func current() async throws -> (AkismetSettings, isOn: Bool) {
        try await services.read { tx, site in
            (try tx.akismet(site: site.id), isOn: try tx.discussion(site: site.id).asksAkismet)
        }
    }

    private func page(
        _ settings: AkismetSettings, isOn: Bool, _ staff: Staff, faults: [String: String] = [:],
        notice: AdminNotice? = nil
    ) async throws -> Response {
        let view = FormPage(
            heading: "Akismet",
            introduction:
                "Akismet is asked before each response is judged, and what it says counts as one more piece of evidence. "
                + "For that, each response is sent there with name, addresses and browser; the form and the page on data "
                + "say so. Without it, nothing of your visitors is sent anywhere.",
            action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    nil,
                    [
                        settings.alert.isEmpty
                            ? nil : FormField("alert", "Akismet says", value: settings.alert, kind: .fixed),
                        FormField("on", "Akismet is asked", kind: .tick(isOn: isOn)),
                        FormField(
                            "key", "Key", kind: .input(type: "password", autocomplete: "off"),
                            hint: settings.key.isEmpty ? nil : "There is one; empty leaves it.", fault: faults["key"]),
                        FormField(
                            "server", "Server", value: settings.server, kind: .input(type: "url"),
                            hint: "\(AkismetSettings.usualServer), or another that speaks the same.",
                            fault: faults["server"]),
                        FormField(
                            "refuses", "What Akismet is certain of is refused at once",
                            kind: .tick(isOn: settings.refusesCertain),
                            hint: "The form comes back with the words. Else it goes to Spam."),
                    ].compactMap(\.self))
            ])
        return try await services.admin(
            view, title: "Akismet", for: staff, path: ChangeSpamPage.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
