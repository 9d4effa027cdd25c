import Markup
import Model

/// Makes of a response what readers see.
struct ReplyContent: Sendable {
    private let content: CommentContent

    /// - Parameter origins: addresses of blogs that moved in here; links to them become links to here.
    init(_ site: Site, origins: [String]) { content = CommentContent(language: site.language, origins: origins) }

    /// - Throws: `ReplyRefusal`
    func html(of reply: Reply) throws -> SafeHTML {
        do {
            return try content.render(reply.plainText).html
        } catch {
            throw ReplyRefusal([.textTooDeep])
        }
    }
}
