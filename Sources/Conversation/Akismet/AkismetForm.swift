import Foundation
import Model

/// A question to Akismet, as its fields say it; without the key.
struct AkismetForm: Hashable, Sendable {
    /// As it is sent: `a=b&c=d`.
    let text: String

    init(_ fields: [(name: String, value: String)]) {
        text = fields.filter { !$0.value.isEmpty }
            .map { "\($0.name.percentEncodedSegment)=\($0.value.percentEncodedSegment)" }.joined(separator: "&")
    }

    /// As it was sent before.
    init(text: String) { self.text = text }

    init(
        _ reply: Reply, from origin: ReplyOrigin, to post: Post, at permalink: String, of site: Site, base: String,
        sentAt now: Instant
    ) {
        self.init([
            ("blog", base), ("user_ip", origin.address?.description ?? ""), ("user_agent", origin.agent),
            ("referrer", origin.referrer),
            ("permalink", permalink), ("comment_type", reply.parent == nil ? "comment" : "reply"),
            ("comment_author", reply.plainName), ("comment_author_email", reply.plainEmail),
            ("comment_author_url", reply.address ?? ""), ("comment_content", reply.plainText),
            ("comment_parent", reply.parent.map(String.init) ?? ""), ("comment_date_gmt", now.utc.iso8601 + "Z"),
            ("comment_post_modified_gmt", post.modifiedAt.utc.iso8601 + "Z"), ("blog_lang", site.language),
            ("blog_charset", "UTF-8"), ("honeypot_field_name", "subject"),
            ("subject", origin.filledTrap ? "filled" : ""), ("callback", base + AkismetProtocol.callback),
        ])
    }

    func with(_ name: String, _ value: String) -> AkismetForm {
        AkismetForm(text: "\(text)&\(name.percentEncodedSegment)=\(value.percentEncodedSegment)")
    }
}
