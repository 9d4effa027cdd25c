import Markup
import Model

/// Makes of a response what readers see.
struct ReplyContent: Sendable {
    private let content: CommentMarkdown

    /// - Parameter origins: addresses of blogs that moved in here; links to them become links to here.
    init(_ site: Site, origins: [String], limits: ReplyLimits) {
        // A character is at most four bytes.
        content = CommentMarkdown(language: site.language, origins: origins, limit: limits.textLength * 4)
    }

    /// - Throws: `ReplyRefusal`
    func html(of reply: Reply) throws -> SafeHTML {
        do {
            return try content.render(reply.plainText).html
        } catch {
            throw ReplyRefusal([.textTooDeep])
        }
    }
}
