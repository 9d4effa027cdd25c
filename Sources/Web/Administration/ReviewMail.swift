import Administration
import HTTPTypes
import Hummingbird
import Mailing
import Model
import Themes

/// `/admin/mail/`: by which relay mail goes out, and a message to try it.
struct ReviewMail: Sendable {
    let services: SiteServices

    static let address = "/admin/mail/"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        guard let trial = services.tryMail else { return .seeOther(Self.address) }
        switch await trial.send(to: staff.account.email, now: staff.now) {
        case .taken(let sentence): return try await page(staff, notice: AdminNotice(text: sentence))
        case .refused(let sentence): return try await page(staff, fault: sentence)
        }
    }

    private func page(_ staff: Staff, notice: AdminNotice? = nil, fault: String? = nil) async throws -> Response {
        let view = MailPage(
            action: SafeURL(path: Self.address), way: services.tryMail?.way, receiver: staff.account.email, fault: fault
        )
        return try await services.admin(
            view, title: "Mail", for: staff, path: Self.address, notice: notice,
            status: fault == nil ? .ok : .badGateway)
    }
}
