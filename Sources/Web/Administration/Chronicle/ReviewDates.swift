import Administration
import EDTF
import HTTPTypes
import Hummingbird
import Language
import Model
import Publishing
import Store
import Themes

/// `/admin/chronicle/dates/`: dates that were guessed, and somebody's word on them.
struct ReviewDates: Sendable {
    let services: SiteServices

    static let address = "/admin/chronicle/dates/"
    private static let perPage = 50

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ReviewDates(services: services)
        return [
            .get("admin/chronicle/dates", .editOthers, page.show),
            .post("admin/chronicle/dates", .editOthers, page.take),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let notice = Int(query.first("done")).map { count in
            AdminNotice(text: count == 1 ? "One date is decided." : "\(count) dates are decided.")
        }
        return try await page(staff, from: Int(query.first("from")) ?? 0, notice: notice)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let numbers = Int64(fields.first("number")).map { [$0] }
        let use = ReviewEvents(services.database)
        let writer = Writer(staff.account)
        do {
            let done: Int
            switch fields.first(numbers == nil ? "all" : "decision") {
            case "accept": done = try await use.decide(.accept, on: numbers, by: writer, now: staff.now)
            case "refuse": done = try await use.decide(.refuse, on: numbers, by: writer, now: staff.now)
            case "correct":
                var input = EventInput()
                input.date = fields.first("date")
                done = try await use.decide(.correct(input), on: numbers ?? [], by: writer, now: staff.now)
            case "read":
                let found = try await ReadEvents(services.database, actor: staff.actor).read(now: staff.now)
                return try await page(
                    staff, from: 0,
                    notice: AdminNotice(text: "Dates read: \(found.certain) certain, \(found.doubtful) doubtful."))
            default: throw Refusal(.badRequest, "Choose what is to be done.")
            }
            return .seeOther("\(Self.address)?done=\(done)")
        } catch let fault as EventInput.Fault {
            return try await page(staff, from: 0, fault: "“\(fields.first("date"))”: \(fault.sentence)")
        } catch let fault as WritingFault {
            return try await page(staff, from: 0, fault: fault.description)
        }
    }

    private func page(
        _ staff: Staff, from offset: Int, notice: AdminNotice? = nil, fault: String? = nil
    ) async throws -> Response {
        let (total, doubtful) = try await services.read { tx, site in
            (
                try tx.doubtfulEventCount(site: site.id),
                try tx.doubtfulEvents(site: site.id, offset: max(0, offset), limit: Self.perPage)
            )
        }
        let end = offset + doubtful.count
        let page = DatesPage(
            action: SafeURL(path: Self.address),
            sum: total == 0
                ? "No date is doubtful." : total == 1 ? "One date is doubtful." : "\(total) dates are doubtful.",
            rows: doubtful.map(DoubtfulDate.init), fault: fault,
            next: end < total ? SafeURL(path: "\(Self.address)?from=\(end)") : nil)
        return try await services.admin(
            page, title: "Doubtful dates", for: staff, path: ShowChronicle.address, notice: notice,
            status: fault == nil ? .ok : .unprocessableContent)
    }
}

extension DoubtfulDate {
    fileprivate init(_ doubtful: DoubtfulEvent) {
        let (post, event) = (doubtful.post, doubtful.event)
        self.init(
            number: String(post.number), title: post.title.isEmpty ? "No. \(post.number)" : post.title,
            edit: AdminAddress(.post).url(post.number), understood: event.understanding(Language(tag: "en")),
            origin: event.origin.words, date: event.whole.description, beginning: String(post.beginning.prefix(200)))
    }
}
