import Administration
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/links/settings/`: whether links are checked, and how.
struct ChangeLinkChecking: Sendable {
    let services: SiteServices

    static let address = "/admin/links/settings/"

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeLinkChecking(services: services)
        return [
            .get("admin/links/settings", .configure, page.show),
            .post("admin/links/settings", .configure, page.take),
            .post("admin/links/check", .configure, page.checkNow),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let checking = try await services.read { tx, site in try tx.linkChecking(site: site.id) }
        return try await page(checking, staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var checking = try await services.read { tx, site in try tx.linkChecking(site: site.id) }
        let change = ChangeLinks(services.database, actor: staff.actor)
        if fields.raw("turn") == "on" {
            checking.isOn = true
            try await change.change(to: checking, now: staff.now)
            return .saved(ReviewLinks.address)
        }
        checking.isOn = fields.isTicked("on")
        checking.intervalDays = fields.number("interval", in: LinkChecking.intervals)
        checking.pauseSeconds = fields.number("pause", in: LinkChecking.pauses)
        guard fields.isRight else { return try await page(checking, faults: fields.faults, staff) }
        try await change.change(to: checking, now: staff.now)
        return .saved(Self.address)
    }

    @Sendable func checkNow(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await ChangeLinks(services.database, actor: staff.actor).check(nil, now: staff.now)
        return .saved(ReviewLinks.address)
    }

    private func page(
        _ checking: LinkChecking, faults: [String: String] = [:], _ staff: Staff, notice: AdminNotice? = nil
    ) async throws -> Response {
        let view = FormPage(
            heading: "Links: settings",
            introduction:
                "While links are checked, this server asks the servers to which posts lead whether they still answer, one "
                + "after the other. It tells them the site’s address, and nothing of readers. What it finds changes no post.",
            action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    nil,
                    [
                        FormField("on", "Links are checked", kind: .tick(isOn: checking.isOn)),
                        FormField(
                            "interval", "Each address is asked once in so many days",
                            value: String(checking.intervalDays), kind: .input(type: "number"), isRequired: true,
                            fault: faults["interval"]),
                        FormField(
                            "pause", "Seconds between two questions to one host", value: String(checking.pauseSeconds),
                            kind: .input(type: "number"), isRequired: true, fault: faults["pause"]),
                    ])
            ],
            deeds: checking.isOn ? [Self.checkingNow] : [])
        return try await services.admin(
            view, title: "Links: settings", for: staff, path: ReviewLinks.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static let checkingNow = FormDeed(
        heading: "Check now", action: SafeURL(path: "/admin/links/check/"), title: "Check all links now",
        explanation: "Looks through the posts for new addresses, and asks all of them, with the same pauses.")
}
