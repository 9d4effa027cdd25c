import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/comments/?state=held&words=…&below=ID`: the queue.
struct ShowComments: Sendable {
    let services: SiteServices

    private static let perPage = 30

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let state = Comment.Status(rawValue: query.first("state")) ?? .held
        let filter = CommentFilter(status: state, words: query.first("words"))
        let below = Int64(query.first("below")).map { Comment.ID($0) }
        let (counts, rows) = try await services.database.read {
            [services] tx -> ([Comment.Status: Int], [CommentReading]) in
            guard let site = try tx.site() else { return ([:], []) }
            let judged = try tx.judgedComments(filter, site: site.id, below: below, limit: Self.perPage + 1)
            let opinions = try FilterOpinions(services.filters, site: site.id, in: tx)
            return (
                try tx.commentStates(site: site.id),
                try judged.map { try CommentReading($0, site: site.id, opinions, in: tx) }
            )
        }
        let shown = rows.prefix(Self.perPage)
        let address = CommentsAddress(state: state, words: filter.words)
        let older = rows.count > shown.count ? shown.last?.judged.comment.id : nil
        let page = CommentsPage(
            states: Comment.Status.choices.map { choice in
                AdminLink(
                    title: choice.heading, url: SafeURL(path: CommentsAddress(state: choice).path),
                    isCurrent: choice == state, count: String(counts[choice] ?? 0))
            },
            comments: shown.map(CommentRow.init), action: SafeURL(path: "/admin/comments/"), state: state.rawValue,
            words: filter.words,
            deeds: state.deedChoices,
            newer: below == nil ? nil : SafeURL(path: address.path),
            older: older.map { SafeURL(path: address.path + "&below=\($0.rawValue)") },
            alike: SafeURL(path: "\(ReviewFloods.address)?state=\(state.rawValue)"))
        return try await services.admin(
            page, title: "Comments", for: staff, path: "/admin/comments/", notice: Self.notice(query))
    }

    /// What just happened, from codes in the address: no text of it is shown as it came.
    private static func notice(_ query: FormFields) -> AdminNotice? {
        guard let done = Comment.Status(rawValue: query.first("done")) else { return nil }
        let changes = query.first("changes")
        let count = changes.split(separator: ",").count
        let what = count == 1 ? "One comment" : "\(count) comments"
        let words =
            switch done {
            case .approved: "\(what) approved."
            case .held: "\(what) held."
            case .spam: "\(what) marked as spam."
            case .trash, .postTrashed: "\(what) moved to the trash."
            }
        return AdminNotice(
            text: words,
            undo: count == 0 ? nil : AdminUndo(action: SafeURL(path: "/admin/comments/undo/"), value: changes))
    }
}

/// The address of the queue in one state.
struct CommentsAddress: Sendable {
    var state: Comment.Status
    var words = ""

    var path: String {
        "/admin/comments/?state=\(state.rawValue)" + (words.isEmpty ? "" : "&words=\(words.percentEncodedSegment)")
    }
}
