import Exchange
import Markup
import Model
import Store

/// Turns an export's comments into what is stored.
struct CommentMapping: Sendable {
    let content: CommentContent
    let now: Instant
    /// Accounts by their number in the old blog.
    let authors: [Int64: Account.ID]
    /// Seconds; for dates that come without their GMT counterpart.
    let usualOffset: Int64

    func map(_ records: [CommentRecord]) -> [MappedComment] {
        var met: Set<Int64> = []
        return records.enumerated().map { index, record in
            let created =
                record.dateGMT.local?.asUTC ?? record.date.local.map { $0.asUTC.adding(seconds: -usualOffset) } ?? now
            let rendered: SafeHTML
            var fault: String?
            do {
                rendered = try content.render(record.content).html
            } catch {
                rendered = PlainText.html(record.content)
                fault = "\(error)"
            }
            var leftOut: String?
            let kind = Self.kind(of: record.type)
            if kind == nil { leftOut = "its type “\(record.type)” is a plugin's own and not for readers" }
            let comment = NewComment(
                // Comments without a number of their own are told apart by their place in the item.
                reference: record.id.flatMap { met.insert($0).inserted ? $0 : nil } ?? -Int64(index) - 1,
                parent: record.parent == 0 ? nil : record.parent,
                number: record.id ?? 0, kind: kind ?? .comment, status: Self.status(of: record.approved),
                authorName: PlainText.name(record.author), authorURL: record.authorURL, authorEmail: record.authorEmail,
                authorIP: record.authorIP, account: authors[record.userID], source: record.content, html: rendered,
                sanitizerVersion: Sanitizer.version, createdAt: created,
                localDate: record.date.local ?? created.adding(seconds: usualOffset).utc,
                meta: record.meta.map { MetaEntry(key: $0.key, value: $0.value) })
            return MappedComment(record: record, comment: comment, fault: fault, leftOut: leftOut)
        }
    }

    /// Nil for what plugins keep among comments without meaning it for readers (order notes, action logs).
    private static func kind(of type: String) -> Comment.Kind? {
        switch type {
        case "", "comment", "review", "webmention": .comment
        case "pingback": .pingback
        case "trackback": .trackback
        default: nil
        }
    }

    private static func status(of approved: String) -> Comment.Status {
        switch approved {
        case "1", "approve", "approved": .approved
        case "spam": .spam
        case "trash": .trash
        case "post-trashed": .postTrashed
        default: .held
        }
    }
}

struct MappedComment: Sendable {
    let record: CommentRecord
    let comment: NewComment
    /// Why its content is shown as plain text.
    let fault: String?
    /// Why it is not taken.
    let leftOut: String?
    let digest: String
    var key: String
    /// The very same came before in this export.
    var isRepeat = false

    init(record: CommentRecord, comment: NewComment, fault: String?, leftOut: String?) {
        self.record = record
        self.comment = comment
        self.fault = fault
        self.leftOut = leftOut
        digest = comment.digest
        key =
            record.id.map(String.init)
            ?? "comment:" + ImportDigest.of([digest, record.date.text, record.dateGMT.text])
    }
}
