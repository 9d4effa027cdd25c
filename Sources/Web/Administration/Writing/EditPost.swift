import Administration
import Database
import Foundation
import HTTPTypes
import Language
import Model
import Publishing
import Store
import Themes

/// Opens, previews and saves a post or page.
struct EditPost: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant

    /// - Parameters:
    ///   - number: nil for a new one.
    ///   - takesTyped: whether what was typed and not saved stands in the place of what is stored.
    ///   - isSaved: whether it was just saved, and the page says so.
    func show(_ number: Int64?, kind: Post.Kind, takesTyped: Bool = false, isSaved: Bool = false, by writer: Writer)
        async throws
        -> WritingAnswer
    {
        let reading = try await database.read { tx in try EditorReading(number, by: writer, in: tx) }
        var form = EditorForm(reading)
        if takesTyped, let typed = reading.autosave {
            (form.title, form.source, form.excerpt) = (typed.title, typed.source, typed.excerptSource)
        }
        var page = EditorPage(form, reading, kind: kind, by: writer, now: now())
        if !takesTyped, let typed = reading.autosave, let post = reading.full?.post {
            page.offer(
                typed, of: post, clock: SiteClock(timeZone: reading.site.timeZone),
                language: Language(tag: reading.site.language))
        }
        if let full = reading.full { page.show(try await preview(form, full.body.sourceFormat, number: number)) }
        let notice = isSaved ? reading.full.map { AdminNotice(text: "Saved. It is \($0.post.status.words).") } : nil
        return .page(page, title: page.heading, notice: notice)
    }

    /// `action` says whether to save, to look, or to save and wait for the anniversary of what it tells of.
    func take(_ fields: FormFields, _ number: Int64?, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer
    {
        let form = EditorForm(fields)
        if fields.first("action") == "preview" { return try await again(form, number, kind: kind, by: writer) }
        let known = try await event(ofPost: number)
        let draft: PostDraft
        do throws(EditorForm.Fault) {
            draft = try form.draft(formerly: known)
        } catch {
            let fault =
                switch error {
                case .date: "The date is none. Choose one, or leave it empty."
                case .event: "What it tells of is not understood: see beside its date."
                }
            return try await again(form, number, kind: kind, by: writer, fault: fault)
        }
        do {
            let write = WritePost(database)
            let saved =
                if let number {
                    try await write.save(draft, number: number, basedOn: form.version, by: writer, now: now())
                } else {
                    try await write.create(draft, kind: kind, by: writer, now: now())
                }
            if fields.first("action") == "anniversary" {
                try await ScheduleAnniversary(database).schedule(number: saved.number, by: writer, now: now())
            }
            return .seeOther(SafeURL(path: AdminAddress(kind).url(saved.number).text + "?saved=1"))
        } catch WritingFault.conflict(let version) {
            // What is stored has a revision, so saving once more, now that this is known, loses nothing.
            var form = form
            form.version = version
            return try await again(
                form, number, kind: kind, by: writer,
                fault:
                    "\(WritingFault.conflict(version: version)) Your text is below. Save it again to put it in the place "
                    + "of the other, which stays among the former texts.", afterConflict: true)
        } catch let fault as WritingFault {
            return try await again(form, number, kind: kind, by: writer, fault: fault.description)
        }
    }

    /// The same form with what was typed, which is nowhere else.
    private func again(
        _ typed: EditorForm, _ number: Int64?, kind: Post.Kind, by writer: Writer, fault: String? = nil,
        afterConflict: Bool = false
    ) async throws -> WritingAnswer {
        let reading = try await database.read { tx in try EditorReading(number, by: writer, in: tx) }
        var form = typed
        if afterConflict { form.serial = reading.autosave?.serial ?? 0 }
        var page = EditorPage(form, reading, kind: kind, by: writer, now: now())
        page.fault = fault
        do {
            page.show(try await preview(form, reading.full?.body.sourceFormat ?? .markdown, number: number))
        } catch let refused as WritingFault {
            page.fault = page.fault ?? refused.description
        }
        return .page(page, title: page.heading, status: page.fault == nil ? .ok : .unprocessableContent)
    }

    private func event(ofPost number: Int64?) async throws -> PostEvent? {
        try await database.read { tx in
            guard let number, let site = try tx.site(), let post = try tx.post(number: number, site: site.id) else {
                return nil
            }
            return try tx.event(of: post.id)
        }
    }

    private func preview(
        _ form: EditorForm, _ format: PostBody.SourceFormat, number: Int64?
    ) async throws -> PreviewText.Shown {
        try await PreviewText(database).show(form.source, format, number: number ?? 0)
    }
}
