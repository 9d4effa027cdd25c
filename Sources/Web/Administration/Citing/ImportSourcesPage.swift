import Administration
import Citations
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/sources/import/`: takes BibTeX or CSL-JSON, from a file or pasted.
struct ImportSourcesPage: Sendable {
    let services: SiteServices

    static let address = "/admin/sources/import/"
    /// Of a file, and of what is pasted.
    private static let bytes = ReferenceLimits().bytes
    /// Sentences that are shown of a report.
    private static let mostDetails = 200

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let sent = try ReceivedFiles(services.files)
        defer { sent.remove() }
        let form = try await MultipartReader.form(
            in: request.body, contentType: request.headers[.contentType], folder: sent.folder,
            limits: .init(fileBytes: Self.bytes, fieldBytes: Self.bytes))
        let text = form.fields["text"] ?? ""
        let collision = ImportSources.Collision(rawValue: form.fields["collisions"] ?? "") ?? .keep
        let bytes = try form.file.map { Array(try Data(contentsOf: URL(filePath: $0.path))) } ?? Array(text.utf8)
        guard bytes.contains(where: { !" \t\r\n".utf8.contains($0) }) else {
            return try await page(staff, fault: "Nothing came. Choose a file, or paste something.")
        }
        do {
            let report = try await ImportSources(services.database)
                .take(bytes, collision, by: Writer(staff.account), now: staff.now)
            // What was not taken as it is may be mended, and sent again.
            let isDone = report.faults.isEmpty && report.kept.isEmpty
            return try await page(staff, text: isDone ? "" : text, collision, report: report)
        } catch let fault as ReferenceFault {
            return try await page(staff, text: text, collision, fault: "Nothing was taken: \(fault).")
        }
    }

    private func page(
        _ staff: Staff, text: String = "", _ collision: ImportSources.Collision = .keep, fault: String? = nil,
        report: ImportSources.Report? = nil
    ) async throws -> Response {
        let kept = (report?.kept ?? []).map { "“\($0)” is here with other words, and was left so." }
        let faults = (report?.faults ?? []).map { "\($0)" }
        let choices: [(ImportSources.Collision, String)] = [
            (.keep, "the one that is here stays"), (.replace, "the new one takes its place"),
        ]
        let view = SourcesImportPage(
            ways: ListSources.ways(staff, current: Self.address), action: SafeURL(path: Self.address), text: text,
            collisions: FormField(
                "collisions", "Where a key is here already,",
                kind: .choices(
                    choices.map {
                        AdminChoice(value: $0.0.rawValue, title: $0.1, isChosen: $0.0 == collision)
                    })), fault: fault, report: report?.sentence,
            details: (faults + kept).prefix(Self.mostDetails).map { SourceDetail($0) })
        return try await services.admin(
            view, title: "Import sources", for: staff, path: ListSources.address,
            status: fault == nil ? .ok : .unprocessableContent)
    }
}
