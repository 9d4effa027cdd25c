import Administration
import Database
import Language
import Model
import Publishing
import Store
import Themes

/// The former texts of a post: how each differs from the present one, and the way back to it.
struct ReviewRevisions: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant

    func show(_ query: FormFields, _ number: Int64, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer {
        let (reading, revisions) = try await database.read { tx in
            let reading = try EditorReading(number, by: writer, in: tx)
            return (reading, try reading.full.map { try tx.revisions(of: $0.post.id) } ?? [])
        }
        guard let full = reading.full else { throw WritingFault.noSuchPost(number) }
        let base = AdminAddress(kind)
        let clock = AdminClock(reading.site)
        // The newest is what the post says now; the one before it is what people look for.
        let asked = Int64(query.first("with")).map { PostRevision.ID($0) }
        let chosen = revisions.first { $0.id == asked } ?? revisions.dropFirst().first
        var page = RevisionsPage(
            heading: "Former texts of \(full.post.title)", editor: base.url(number),
            revisions: revisions.map { revision in
                AdminLink(
                    title: [clock.text(revision.at), revision.author].compactMap(\.self).joined(separator: ", "),
                    url: SafeURL(path: base.url(number, "revisions/").text + "?with=\(revision.id.rawValue)"),
                    isCurrent: revision.id == chosen?.id)
            })
        page.shown = chosen.map { revision in
            let present = PostText(full.post, full.body, event: reading.event)
            let difference =
                revision.text == present ? [] : TextDifference(from: revision.text.whole, to: present.whole).lines
            return ShownRevision(
                when: clock.text(revision.at), title: revision.text.title, lines: difference.map(DifferenceLine.init),
                action: base.url(number, "revisions/"), id: String(revision.id.rawValue),
                version: String(full.post.version))
        }
        return .page(page, title: "Former texts")
    }

    func restore(_ fields: FormFields, _ number: Int64, kind: Post.Kind, by writer: Writer) async throws
        -> WritingAnswer
    {
        guard let revision = Int64(fields.first("revision")) else { throw WritingFault.noSuchRevision }
        try await RestoreRevision(database).restore(
            PostRevision.ID(revision), of: number, basedOn: Int(fields.first("version")) ?? 0, by: writer, now: now())
        return .seeOther(AdminAddress(kind).url(number))
    }
}

extension PostText {
    /// Title, text and excerpt one under the other, as they are compared.
    fileprivate var whole: String {
        title + (event.map { "\n\($0.understanding(Language(tag: "en")))" } ?? "") + "\n\n" + source
            + (excerptSource.isEmpty ? "" : "\n\n" + excerptSource)
    }
}

extension DifferenceLine {
    init(_ line: TextDifference.Line) {
        self.init(
            isRemoved: line.kind == .removed, isAdded: line.kind == .added,
            pieces: line.pieces.map { DifferencePiece(text: $0.text, isChanged: $0.isChanged && line.kind != .same) })
    }
}
