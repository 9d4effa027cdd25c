import Database
import Foundation
import HTTPTypes
import Language
import Model
import Publishing
import Themes

/// What the editor's script asks while somebody types; all answers are JSON.
struct AnswerEditor: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant

    private struct Shown: Encodable {
        let html: String
        let measure: String
        /// Which keys it cites that no source has; empty for none.
        let sources: String
        /// What the date means of which it tells; empty for none.
        let event: String
        /// What is wrong with that date.
        let eventFault: String
    }

    private struct Kept: Encodable { let serial: Int }
    private struct Fault: Encodable { let fault: String }

    /// What the text would look like.
    func preview(_ fields: FormFields) async throws -> WritingAnswer {
        do {
            let shown = try await PreviewText(database).show(
                fields.first("source").replacing("\r\n", with: "\n"),
                PostBody.SourceFormat(rawValue: fields.first("format")) ?? .markdown,
                number: Int64(fields.first("number")) ?? 0)
            let (event, fault) = Self.understanding(of: EventInput(fields))
            return try .told(
                Self.json(
                    Shown(
                        html: SafeHTML.joined(shown.pages).markup, measure: shown.measure,
                        sources: shown.sourcesWarning, event: event, eventFault: fault)))
        } catch let fault as WritingFault {
            return try .told(Self.json(Fault(fault: fault.description)), status: .unprocessableContent)
        }
    }

    /// Keeps what is typed, or throws it away.
    func keep(_ fields: FormFields, _ number: Int64, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer {
        let use = KeepAutosave(database)
        if fields.first("action") == "drop" {
            try await use.drop(number: number, by: writer)
            return .seeOther(AdminAddress(kind).url(number))
        }
        let form = EditorForm(fields)
        do {
            let serial = try await use.keep(
                .init(
                    title: form.title, source: form.source, excerpt: form.excerpt, postVersion: form.version,
                    serial: form.serial),
                number: number, by: writer, now: now())
            return try .told(Self.json(Kept(serial: serial)))
        } catch let fault as WritingFault {
            let status: HTTPResponse.Status = if case .conflict = fault { .conflict } else { .unprocessableContent }
            return try .told(Self.json(Fault(fault: fault.description)), status: status)
        }
    }

    private static func understanding(of input: EventInput) -> (words: String, fault: String) {
        do throws(EventInput.Fault) {
            return (try input.event(formerly: nil)?.understanding(Language(tag: "en")) ?? "", "")
        } catch {
            return ("", error.sentence)
        }
    }

    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
}
