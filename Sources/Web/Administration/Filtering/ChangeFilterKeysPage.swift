import Administration
import Conversation
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/spam/keys/`: keys by which other sites ask this server's filter.
struct ChangeFilterKeysPage: Sendable {
    let services: SiteServices

    static let address = "/admin/spam/keys/"
    private static let days: Int64 = 30

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeFilterKeysPage(services: services)
        return [
            .get("admin/spam/keys", .configure, page.show), .post("admin/spam/keys", .configure, page.take),
            .post("admin/spam/keys/revoke", .configure, page.revoke),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let name = fields.line("name", missing: "Say which site it is for.")
        guard fields.isRight else { return try await page(staff, name: fields.raw("name"), faults: fields.faults) }
        return try await page(staff, key: keys(staff).make(name, now: staff.now))
    }

    @Sendable func revoke(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        if let id = Int64(fields.first("revoke")) { try await keys(staff).revoke(StoredFilter.ID(id), now: staff.now) }
        return .saved(Self.address)
    }

    private func keys(_ staff: Staff) -> FilterKeys { FilterKeys(services.database, actor: staff.actor) }

    private func page(
        _ staff: Staff, name: String = "", key: String? = nil, faults: [String: String] = [:],
        notice: AdminNotice? = nil
    ) async throws -> Response {
        let uses = try await keys(staff).uses(from: staff.now.adding(seconds: -Self.days * 86_400), until: staff.now)
        let view = FilterKeysPage(
            action: SafeURL(path: Self.address), revokeAction: SafeURL(path: Self.address + "revoke/"),
            rows: uses.map { use in
                FilterKeyRow(
                    id: String(use.filter.id.rawValue), work: FilterWeekRow(use.filter.name, use.work),
                    accuracy: use.work.accuracy)
            }, key: key, address: services.location.url + "/1.1/",
            fields: [
                FormField("name", "The site", value: name, isRequired: true, fault: faults["name"])
            ])
        return try await services.admin(
            view, title: "Keys for other sites", for: staff, path: ChangeSpamPage.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension FilterWork {
    /// Of what was asked, how much nobody corrected: “98.2 %”; nil where nothing was asked.
    fileprivate var accuracy: String? {
        guard checked > 0 else { return nil }
        let permille = max(0, checked - rescued - missed) * 1_000 / checked
        return "\(permille / 10).\(permille % 10) %"
    }
}
