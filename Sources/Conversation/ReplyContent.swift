import Markup
import Model
import Store

/// Makes of a response what readers see.
struct ReplyContent: Sendable {
    private let content: CommentMarkdown
    /// For those that moved in.
    private let imported: CommentContent

    /// - Parameter origins: addresses of blogs that moved in here; links to them become links to here.
    init(_ site: Site, origins: [String], limits: ReplyLimits) {
        // A character is at most four bytes.
        content = CommentMarkdown(language: site.language, origins: origins, limit: limits.textLength * 4)
        imported = CommentContent(language: site.language, origins: origins, limit: limits.textLength * 4)
    }

    /// - Throws: `ReplyRefusal`
    func html(of reply: Reply, _ format: NewComment.SourceFormat = .markdown) throws -> SafeHTML {
        do {
            switch format {
            case .markdown: return try content.render(reply.plainText).html
            case .wordpress: return try imported.render(reply.plainText).html
            }
        } catch {
            throw ReplyRefusal([.textTooDeep])
        }
    }
}
