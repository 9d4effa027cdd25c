package import Database
import Markup
package import Model
import Store

/// Changes what is told of a file: its title, alternative text, caption and description.
package struct EditMedium: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package struct Words: Hashable, Sendable {
        package var title: String
        package var alternativeText: String
        package var caption: String

        package init(title: String, alternativeText: String, caption: String) {
            self.title = title
            self.alternativeText = alternativeText
            self.caption = caption
        }
    }

    package func edit(_ words: Words, number: Int64, by writer: Writer, now: Instant) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), var post = try tx.post(number: number, site: site.id),
                var medium = try tx.medium(of: post.id)
            else { throw WritingFault.noSuchPost(number) }
            try writer.requireKeeping(post)
            let former = try tx.body(of: post.id)?.source ?? ""
            post.title = words.title
            post.modifiedAt = max(now, post.modifiedAt)
            medium.alternativeText = words.alternativeText
            try tx.update(post, body: Self.body(caption: words.caption, description: former), at: now)
            try tx.setMedium(medium, site: site.id)
            try tx.record("edit", post, formerly: post.status, by: writer, at: now)
        }
    }

    static func body(caption: String, description: String) -> PostBody {
        Rendering(description, excerpt: caption, kind: .attachment, context: RenderingContext(postNumber: 0)).body
    }
}

extension Writer {
    /// Whether this person may change or remove a file of the library.
    func requireKeeping(_ attachment: Post) throws {
        guard may(.editOthers) || may(.upload) && account != nil && attachment.author == account else {
            throw WritingFault.notAllowed("change this file")
        }
    }
}
