import Administration
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Language
import Model
import NIOCore
import Publishing
import Store
import Subscriptions
import Themes

/// `/admin/subscribers/`: readers who hear by mail.
struct ListSubscribers: Sendable {
    let services: SiteServices

    static let address = "/admin/subscribers/"
    private static let perPage = 100
    /// A file of addresses: a hundred thousand of them, with what else a service exports.
    private static let fileBytes = 32 << 20

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let list = ListSubscribers(services: services)
        return [
            .get("admin/subscribers", .configure, list.show),
            .post("admin/subscribers", .configure, list.remove),
            .get("admin/subscribers/export", .configure, list.export),
            .post("admin/subscribers/import", .configure, list.take),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let added = Int(query.first("added")), known = Int(query.first("known")) ?? 0
        let notice = added.map { added in
            AdminNotice(text: "\(added) added\(known > 0 ? ", \(known) were here already" : "").")
        }
        return try await page(
            staff, words: query.first("words"), after: query.first("after"), notice: notice ?? .saved(request))
    }

    @Sendable func remove(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        guard let id = Int64(fields.first("remove")) else { return .seeOther(Self.address) }
        try await managing(staff).remove(Subscriber.ID(id), now: staff.now)
        return .saved(Self.address)
    }

    @Sendable func export(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let text = try await managing(staff).export(now: staff.now)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"subscribers.csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let sent = try ReceivedFiles(services.library.files)
        defer { sent.remove() }
        let form = try await MultipartReader.form(
            in: request.body, contentType: request.headers[.contentType], folder: sent.folder,
            limits: .init(fileBytes: Self.fileBytes, fieldBytes: Self.fileBytes))
        var text = form.fields["addresses"] ?? ""
        if let file = form.file {
            text = String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
        }
        guard form.fields["consent"] != nil else {
            return try await page(
                staff, typed: form.fields["addresses"] ?? "",
                faults: ["consent": "Only who agreed may be written to; say that they did."])
        }
        do {
            let taken = try await managing(staff).take(text, now: staff.now)
            guard taken.unclear.isEmpty else {
                let lines = taken.unclear.prefix(20).map(String.init).joined(separator: ", ")
                let more = taken.unclear.count > 20 ? " and \(taken.unclear.count - 20) more" : ""
                return try await page(
                    staff,
                    faults: [
                        "file":
                            "\(taken.added) added. These lines hold no address, or follow nothing, and were passed over: \(lines)\(more)."
                    ])
            }
            return .seeOther("\(Self.address)?added=\(taken.added)&known=\(taken.known)")
        } catch let fault as ManageSubscribers.Fault {
            return try await page(
                staff, typed: form.fields["addresses"] ?? "", consents: true, faults: ["file": fault.description])
        }
    }

    private func managing(_ staff: Staff) -> ManageSubscribers {
        ManageSubscribers(services.database, actor: staff.actor)
    }

    private func page(
        _ staff: Staff, words: String = "", after: String = "", typed: String = "", consents: Bool = false,
        faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        let (site, count, rows) = try await services.read { tx, site in
            (
                site, try tx.subscriberCount(site: site.id),
                try tx.subscribers(matching: words, after: after, site: site.id, limit: Self.perPage + 1)
            )
        }
        let clock = AdminClock(site)
        let shown = rows.prefix(Self.perPage)
        let next = rows.count > Self.perPage ? shown.last?.subscriber.address : nil
        let view = SubscribersPage(
            action: SafeURL(path: Self.address), export: SafeURL(path: Self.address + "export/"),
            importAction: SafeURL(path: Self.address + "import/"),
            count: count == 1 ? "One reader" : "\(Language(tag: "en").number(count)) readers", query: words,
            rows: shown.map { row in
                let one = row.subscriber
                let since = one.confirmedAt.map(clock.text) ?? ""
                return SubscriberRowView(
                    id: String(one.id.rawValue), address: one.address, follows: Self.follows(row),
                    pace: one.pace.words, since: one.origin == .imported ? "brought along \(since)" : since)
            },
            next: next.map {
                SafeURL(
                    path: "\(Self.address)?words=\(words.percentEncodedSegment)&after=\($0.percentEncodedSegment)")
            },
            missing: services.mailMissing,
            fields: [
                FormField("addresses", "Or type addresses", value: typed, kind: .lines(rows: 4)),
                FormField(
                    "consent", "These people agreed to get mail from this site.", kind: .tick(isOn: consents),
                    fault: faults["consent"]),
            ], fileFault: faults["file"])
        return try await services.admin(
            view, title: "Subscribers", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func follows(_ row: SubscriberRow) -> String {
        var parts = row.subscriber.newPosts == .on ? ["new posts"] : []
        if row.subscriber.today == .on { parts.append("today in history") }
        if row.followed > 0 { parts.append(row.followed == 1 ? "one thread" : "\(row.followed) threads") }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }
}

extension Subscriber.Pace {
    fileprivate var words: String {
        switch self {
        case .instantly: "at once"
        case .daily: "daily"
        case .weekly: "weekly"
        }
    }
}
