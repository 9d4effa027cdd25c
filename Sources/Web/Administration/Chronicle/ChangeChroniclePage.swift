import Administration
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/chronicle/settings/`: how readers see what posts tell of.
struct ChangeChroniclePage: Sendable {
    let services: SiteServices

    static let address = "/admin/chronicle/settings/"
    private static let sizes = 10...1000

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeChroniclePage(services: services)
        return [
            .get("admin/chronicle/settings", .configure, page.show),
            .post("admin/chronicle/settings", .configure, page.take),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (chronicle, isTaken) = try await services.read { tx, site in
            (try tx.chronicle(site: site.id), try tx.hasChronicleAddresses(site: site.id))
        }
        return try await page(
            chronicle, perPage: String(chronicle.perPage), mailHour: String(chronicle.mailHour), isTaken: isTaken,
            staff,
            notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var (chronicle, isTaken) = try await services.read { tx, site in
            (try tx.chronicle(site: site.id), try tx.hasChronicleAddresses(site: site.id))
        }
        chronicle.prefix = fields.line("folder", limit: 60)
        if chronicle.prefix != Slug.make(from: chronicle.prefix) {
            fields.note("Small letters, digits and hyphens, as in history.", at: "folder")
        } else if chronicle.prefix.isEmpty, isTaken {
            fields.note("Something of the site has an address that these pages would have at the root.", at: "folder")
        }
        chronicle.leapDay =
            LeapDayRule(rawValue: fields.choice("leap-day", of: LeapDayRule.allCases.map(\.rawValue)))
            ?? chronicle.leapDay
        chronicle.isOnHome = fields.isTicked("on-home")
        chronicle.isBesidePosts = fields.isTicked("beside-posts")
        chronicle.perPage = fields.number("per-page", in: Self.sizes)
        chronicle.mailHour = fields.number("mail-hour", in: Chronicle.mailHours)
        guard fields.isRight else {
            return try await page(
                chronicle, perPage: fields.raw("per-page"), mailHour: fields.raw("mail-hour"), isTaken: isTaken,
                faults: fields.faults, staff)
        }
        try await ChangeChronicle(services.database, actor: staff.actor).change(to: chronicle, now: staff.now)
        return .saved(Self.address)
    }

    private func page(
        _ chronicle: Chronicle, perPage: String, mailHour: String, isTaken: Bool, faults: [String: String] = [:],
        _ staff: Staff, notice: AdminNotice? = nil
    ) async throws -> Response {
        let leapDays: [(LeapDayRule, String)] = [
            (.on28February, "on 28 February"), (.on1March, "on 1 March"), (.onlyInLeapYears, "in leap years only"),
        ]
        let view = FormPage(
            heading: "Chronicle: settings", action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    "On this day",
                    [
                        FormField(
                            "on-home", "The first page tells what happened on this day",
                            kind: .tick(isOn: chronicle.isOnHome)),
                        FormField(
                            "beside-posts", "So does the page of each post", kind: .tick(isOn: chronicle.isBesidePosts)),
                        FormField(
                            "leap-day", "What happened on 29 February is remembered, in other years,",
                            kind: .choices(
                                leapDays.map {
                                    AdminChoice(
                                        value: $0.0.rawValue, title: $0.1, isChosen: $0.0 == chronicle.leapDay)
                                })),
                        FormField(
                            "mail-hour", "It goes to readers who follow it by mail at", value: mailHour,
                            kind: .input(type: "number"), isRequired: true,
                            hint: "The hour by the site’s clock, from 0 to 23."
                                + (services.sendsMail ? "" : " No mail is sent from here as yet."),
                            fault: faults["mail-hour"]),
                    ]),
                FormGroup(
                    "Pages",
                    [
                        FormField(
                            "per-page", "Events on a page", value: perPage, kind: .input(type: "number"),
                            isRequired: true, fault: faults["per-page"]),
                        FormField(
                            "folder", "The folder of their addresses", value: chronicle.prefix,
                            kind: .input(type: "text"),
                            hint: isTaken
                                ? "A page or post of the site has an address such as /timeline/, so these need a folder."
                                : "Empty: /on/02-25/, /in/1956/, /today/, /timeline/. With history: /history/on/02-25/ …",
                            fault: faults["folder"]),
                    ]),
            ])
        return try await services.admin(
            view, title: "Chronicle: settings", for: staff, path: ShowChronicle.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
