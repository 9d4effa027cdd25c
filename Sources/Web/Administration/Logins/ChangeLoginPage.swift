import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Identities
import Model
import Themes

/// `/admin/logins/google/`: one way to log in.
struct ChangeLoginPage: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(settings(context), staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var settings = try await settings(context)
        var form = LoginForm(CheckedFields(try await FormFields(request, context, services)))
        let change = form.change
        settings.details = change.details
        settings.isOn = change.isOn
        settings.name = change.name
        settings.client.id = change.client
        guard form.fields.isRight else { return try await page(settings, staff, faults: form.fields.faults) }
        do {
            try await services.logIn.providers.change(
                settings.provider.id, to: change, actor: staff.actor, now: staff.now)
            return .saved("\(ListLogins.address)\(settings.provider.id)/")
        } catch Providers.Fault.incomplete {
            form.fields.note("It cannot be switched on before all of this is given.", at: "client")
            return try await page(settings, staff, faults: form.fields.faults)
        }
    }

    /// Asks the provider whether it knows this site.
    @Sendable func test(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        _ = try await FormFields(request, context, services)
        let settings = try await settings(context)
        let finding = await services.logIn.check(settings, now: staff.now)
        return try await page(settings, staff, notice: AdminNotice(text: finding.sentence(settings.provider.name)))
    }

    private func settings(_ context: WebContext) async throws -> ProviderSettings {
        let slug = try context.parameters.require("provider")
        guard let settings = try await services.logIn.providers.all().first(where: { $0.provider.id == slug }) else {
            throw Refusal(.notFound, "There is no such way to log in.")
        }
        return settings
    }

    private func page(
        _ settings: ProviderSettings, _ staff: Staff, faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        let action = "\(ListLogins.address)\(settings.provider.id)/"
        let view = FormPage(
            heading: settings.title, introduction: settings.provider.note, action: SafeURL(path: action),
            groups: LoginForm.groups(
                settings, redirect: services.logIn.redirect(settings.provider.id), sendsMail: services.sendsMail,
                faults: faults),
            deeds: settings.provider.needsClient
                ? [
                    FormDeed(
                        heading: "The connection", action: SafeURL(path: action + "test/"), title: "Test it",
                        explanation: "Asks \(settings.provider.name) whether it knows this site, by what is saved.")
                ] : [])
        return try await services.admin(
            view, title: settings.title, for: staff, path: ListLogins.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension ProviderFinding {
    fileprivate func sentence(_ name: String) -> String {
        switch self {
        case .right: "\(name) answers, and knows this site."
        case .needsNothing: "Nothing has to be known of this site there."
        case .wrongClient(let words): "\(name) does not know this identifier and secret: \(words)"
        case .wrongRedirect(let words): "\(name) was given another redirect address than the one below: \(words)"
        case .fault(let words): "It does not work yet: \(words)"
        }
    }
}
