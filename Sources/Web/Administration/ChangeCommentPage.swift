import Administration
import Conversation
import Database
import HTTPTypes
import Hummingbird
import Language
import Model
import Publishing
import Store
import Themes

/// `/admin/comments/21/`: one response, to change or answer it.
struct ChangeCommentPage: Sendable {
    let services: SiteServices

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(try number(context), staff)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let number = try number(context)
        let reply = Reply(
            text: fields.first("comment"), name: fields.first("author"), email: fields.first("email"),
            url: fields.first("url"))
        do {
            try await EditComment(services.database, limits: services.replyLimits, actor: staff.actor)
                .edit(number, to: reply, now: staff.now)
        } catch let refusal as ReplyRefusal {
            return try await page(number, staff, draft: reply, refusal)
        }
        return .seeOther("/admin/comments/\(number)/")
    }

    @Sendable func answer(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let number = try number(context)
        do {
            _ = try await AnswerComment(services.database, limits: services.replyLimits)
                .answer(number, with: fields.first("comment"), by: staff.account, now: staff.now)
        } catch let refusal as ReplyRefusal {
            return try await page(number, staff, refusal)
        }
        return .seeOther(CommentsAddress(state: .approved).path)
    }

    private func number(_ context: WebContext) throws -> Int64 {
        guard let number = context.parameters.get("number", as: Int64.self) else {
            throw Refusal(.notFound, "There is no such comment.")
        }
        return number
    }

    private func page(
        _ number: Int64, _ staff: Staff, draft: Reply? = nil, _ refusal: ReplyRefusal? = nil
    ) async throws -> Response {
        let found = try await services.database.read {
            tx -> (reading: CommentReading, stored: NewComment, versions: [CommentVersion], site: Site)? in
            guard let site = try tx.site(), let judged = try tx.judgedComment(number: number, site: site.id),
                let stored = try tx.storedComment(judged.comment.id)
            else { return nil }
            return (
                try CommentReading(
                    judged, site: site.id, FilterOpinions(services.filters, site: site.id, in: tx), in: tx), stored,
                try tx.versions(of: judged.comment.id), site
            )
        }
        guard let found else { throw Refusal(.notFound, "There is no such comment.") }
        let clock = SiteClock(timeZone: found.site.timeZone)
        let address = SafeURL(path: "/admin/comments/\(number)/")
        let isAnswerable = found.stored.kind == .comment && found.stored.status != .trash
        let page = EditCommentPage(
            comment: CommentRow(found.reading), action: address, author: draft?.name ?? found.stored.authorName,
            email: draft?.email ?? found.stored.authorEmail, website: draft?.url ?? found.stored.authorURL,
            source: draft?.text ?? found.stored.source, fault: refusal.map(Self.sentence),
            versions: found.versions.map { version in
                CommentVersionRow(
                    date: DateView(
                        clock?.reading(at: version.at) ?? version.at.utc, at: version.at, in: Language(tag: "en")),
                    actor: version.actor == "visitor" ? "its author" : "the site", source: version.source)
            },
            answer: isAnswerable ? SafeURL(path: "/admin/comments/\(number)/answer/") : nil)
        return try await services.admin(
            page, title: "Comment \(number)", for: staff, path: "/admin/comments/",
            status: refusal == nil ? .ok : .unprocessableContent)
    }

    private static func sentence(_ refusal: ReplyRefusal) -> String {
        switch refusal.faults.first {
        case .textMissing: "There are no words in it."
        case .textTooLong(let limit): "It is too long; it may have \(limit) characters."
        case .textTooDeep: "Its markup is nested too deep."
        case .urlUnclear: "This is not the address of a website."
        default: "This comment cannot be changed or answered."
        }
    }
}
