import Administration
import Database
import Model
import Publishing
import Themes

/// Makes the link by which others look at a post before it is public, or takes it back.
struct SharePost: Sendable {
    let database: any Database
    let location: SiteLocation
    let now: @Sendable () -> Instant

    func take(_ fields: FormFields, _ number: Int64, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer {
        let use = SharePreview(database)
        guard fields.first("action") == "share" else {
            try await use.revoke(number: number, by: writer, now: now())
            return .seeOther(AdminAddress(kind).url(number))
        }
        let token = try await use.share(number: number, by: writer, now: now())
        let answer = try await EditPost(database: database, now: now).show(number, kind: kind, by: writer)
        guard case .page(let page, let title, _, let status) = answer, var editor = page as? EditorPage else {
            return answer
        }
        // The token is kept by nobody, so this page alone can show it.
        editor.saved?.previewLink = location.absolute("/preview/\(token)")
        return .page(editor, title: title, status: status)
    }
}
