import Administration
import Conversation
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/mailed/DEED/`: what a link in a mail to somebody of the site offers. It asks once more: programs look at links
/// before people do.
struct TakeMailedDeed: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (deed, comment) = try await found(context)
        let verb = Self.verb(deed.status)
        let page = FormPage(
            heading: "\(verb) this response?", action: SafeURL(path: request.uri.path),
            groups: [
                FormGroup(
                    nil,
                    [
                        FormField(
                            "author", "From", value: comment.authorName.isEmpty ? "Somebody" : comment.authorName,
                            kind: .fixed),
                        FormField("text", "Text", value: comment.html.words, kind: .fixed),
                    ])
            ], submit: verb)
        return try await services.admin(page, title: verb)
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await FormFields(request, context, services)
        let (deed, _) = try await found(context)
        _ = try await ModerateComments(services.database, actor: "account:\(deed.account.rawValue)")
            .set(deed.status, of: [deed.comment], now: services.now())
        let done =
            switch deed.status {
            case .approved: "The response is approved; readers see it."
            case .spam: "The response is among the spam."
            default: "The response is in the trash."
            }
        return try await services.admin(NoticePage(heading: "Done", sentence: done), title: "Done")
    }

    /// - Throws: `Refusal` for a link that is not, or no longer, good: whoever has it may have lost their role since.
    private func found(_ context: WebContext) async throws -> (MailedDeed, Comment) {
        let now = services.now()
        guard let deed = context.parameters.get("deed").flatMap({ services.mailedDeeds.deed($0, at: now) }) else {
            throw Self.spent
        }
        let comment = try await services.database.read { tx -> Comment? in
            guard let account = try tx.account(deed.account), account.role.may(.moderate),
                try tx.signsIn(account.id)
            else { return nil }
            return try tx.comment(number: deed.comment, site: account.site)
        }
        guard let comment else { throw Self.spent }
        return (deed, comment)
    }

    private static let spent = Refusal(
        .notFound, "This link is not good any more. The queue in the administration shows what waits.")

    private static func verb(_ status: Comment.Status) -> String {
        switch status {
        case .approved: "Approve"
        case .spam: "Mark as spam"
        case .held: "Hold"
        default: "Put into the trash"
        }
    }
}
