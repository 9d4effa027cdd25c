import Accounts
import Administration
import Conversation
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/privacy/`: how long what visitors leave is kept, and somebody's data for who asks the owner for it.
struct ChangePrivacyPage: Sendable {
    let services: SiteServices

    static let address = "/admin/privacy/"
    private static let span = 1...36_500

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangePrivacyPage(services: services)
        return [
            .get("admin/privacy", .configure, page.show),
            .post("admin/privacy", .configure, page.take),
            .post("admin/privacy/data", .configure, page.tell),
            .post("admin/privacy/erase", .configure, page.erase),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let retention = try await services.read { tx, site in try tx.retention(site: site.id) }
        let erased = FormFields(query: request.uri.query).first("erased")
        let notice =
            Int(erased).map { AdminNotice(text: "Erased, with \($0) response\($0 == 1 ? "" : "s").") }
            ?? AdminNotice.saved(request)
        return try await page(retention, staff, notice: notice)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var retention = Retention()
        retention.addressDays = fields.optionalNumber("addresses", in: Self.span)
        retention.spamDays = fields.optionalNumber("spam", in: Self.span)
        retention.logDays = fields.optionalNumber("log", in: Self.span)
        retention.backupDays = fields.optionalNumber("backups", in: Self.span)
        let erasing = fields.choice("erasing", of: Retention.Erasing.allCases.map(\.rawValue))
        retention.erasing = Retention.Erasing(rawValue: erasing) ?? .removes
        guard fields.isRight else { return try await page(retention, staff, faults: fields.faults) }
        try await services.database.write { [retention] tx in
            guard let site = try tx.site() else { return }
            try tx.set(retention, site: site.id, at: staff.now)
            try tx.record(
                Event(at: staff.now, actor: staff.actor, verb: "change", objectKind: "retention"), site: site.id)
        }
        return .saved(Self.address)
    }

    /// Somebody's data as a file, for who asked the owner for it.
    @Sendable func tell(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        guard let subject = try await subject(fields.first("whose")) else { return try await unknown("whose", staff) }
        let data = try await services.tellAndErase.tell(subject, base: services.location.url)
        return Response(fileOf: data)
    }

    @Sendable func erase(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        guard let subject = try await subject(fields.first("whom")) else { return try await unknown("whom", staff) }
        let count = try await services.tellAndErase.erase(subject, actor: staff.actor, now: staff.now)
        return .seeOther("\(Self.address)?erased=\(count)")
    }

    /// By an e-mail address, or the number of one of their responses.
    private func subject(_ text: String) async throws -> DataSubject? {
        let text = text.trimmingCharacters(in: .whitespaces)
        if EmailAddress.isPlausible(text) { return .address(text) }
        guard let number = Int64(text.drop { $0 == "#" }) else { return nil }
        return try await services.read { tx, site in
            guard let comment = try tx.comment(number: number, site: site.id) else { return nil }
            if let id = comment.identity, let identity = try tx.identity(id) { return .person(identity.person) }
            let email = try tx.storedComment(comment.id)?.authorEmail ?? ""
            return email.isEmpty ? nil : .address(email)
        }
    }

    private func unknown(_ field: String, _ staff: Staff) async throws -> Response {
        let retention = try await services.read { tx, site in try tx.retention(site: site.id) }
        return try await page(
            retention, staff, faults: [field: "An e-mail address, or the number of a response."])
    }

    private func page(
        _ retention: Retention, _ staff: Staff, faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        func days(_ name: String, _ label: String, _ value: Int?, hint: String) -> FormField {
            FormField(
                name, label, value: value.map(String.init) ?? "", kind: .input(type: "number"), hint: hint,
                fault: faults[name])
        }
        let whose = FormField(
            "whose", "E-mail address, or number of a response", fault: faults["whose"])
        let view = FormPage(
            heading: "Privacy",
            introduction: "Readers find what is kept of them, and how they erase it, at \(ShowPrivacyPage.path).",
            action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    "How long is kept",
                    [
                        days(
                            "addresses", "Days for network addresses and browsers of responses", retention.addressDays,
                            hint: "Empty: without an end."),
                        days(
                            "spam", "Days for responses in spam and trash", retention.spamDays,
                            hint: "Empty: without an end."),
                        days("log", "Days for the log", retention.logDays, hint: "Empty: without an end."),
                        days(
                            "backups", "Days for which you keep backups", retention.backupDays,
                            hint: "Readers are told. Empty: it is not said."),
                    ]),
                FormGroup(
                    "When somebody erases their data",
                    [
                        FormField(
                            "erasing", "Their responses",
                            kind: .choices(
                                retention.erasing.choices {
                                    switch $0 {
                                    case .removes: "are removed"
                                    case .anonymizes: "stay, without name"
                                    }
                                }), fault: faults["erasing"])
                    ]),
            ],
            deeds: [
                FormDeed(
                    heading: "Somebody’s data", action: SafeURL(path: Self.address + "data/"), title: "Download it",
                    explanation: "Of who asks you for it: their responses, likes, identities and subscription.",
                    fields: [whose]),
                FormDeed(
                    heading: "Erase somebody’s data", action: SafeURL(path: Self.address + "erase/"), title: "Erase it",
                    explanation: "This cannot be undone; backups still have it.",
                    fields: [FormField("whom", whose.label, fault: faults["whom"])]),
            ])
        return try await services.admin(
            view, title: "Privacy", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
