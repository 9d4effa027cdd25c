import Database
import Foundation
import HTTPTypes
import Model
import NIOCore
import Publishing
import Store
import Themes

/// Takes a file that a writer sends: a new one of the library, or another in the place of one.
struct TakeUpload: Sendable {
    let database: any Database
    let library: MediaLibrary
    let now: @Sendable () -> Instant

    private struct Told: Encodable {
        let number: Int64
        let markdown: String
        let html: String
    }

    private struct Fault: Encodable { let fault: String }

    /// - Parameters:
    ///   - number: of the file to replace; nil for a new one.
    ///   - tellsScript: whether a script asks, which takes JSON.
    func take(
        _ body: some AsyncSequence<ByteBuffer, any Error>, contentType: String, replacing number: Int64? = nil,
        tellsScript: Bool, by writer: Writer
    ) async throws -> WritingAnswer {
        guard writer.may(.upload) else { throw WritingFault.notAllowed("upload files") }
        let list = ListMedia(database: database, byteLimit: library.byteLimit)
        let sent = try ReceivedFiles(library.files)
        defer { sent.remove() }
        let form = try await MultipartReader.form(
            in: body, contentType: contentType, folder: sent.folder, limits: .init(fileBytes: library.byteLimit))
        do {
            guard let file = form.file else {
                throw MediumFault("No file came. Choose one first.")
            }
            if let number {
                let use = ReplaceMedium(database, library: library)
                try await use.replace(number: number, by: file.path, writer: writer, now: now())
                return .seeOther(SafeURL(path: "/admin/media/\(number)/"))
            }
            let uploaded = try await UploadMedium(database, library: library)
                .upload(
                    file.path, name: file.name, alternativeText: form.fields["alternative"] ?? "",
                    caption: form.fields["caption"] ?? "", by: writer, now: now())
            guard tellsScript else { return .seeOther(SafeURL(path: "/admin/media/\(uploaded.number)/")) }
            return try await tell(uploaded.number)
        } catch let fault as MediumFault {
            let sentence = "The file was not taken. \(fault)"
            if tellsScript {
                return try .told(AnswerEditor.json(Fault(fault: sentence)), status: .unprocessableContent)
            }
            if let number { return try await list.show(number, by: writer, fault: sentence) }
            return try await list.show(FormFields(query: nil), by: writer, fault: sentence)
        }
    }

    private func tell(_ number: Int64) async throws -> WritingAnswer {
        let entry = try await database.read { tx in
            try tx.site().flatMap { try tx.libraryEntry(number: number, site: $0.id) }
        }
        guard let entry else { throw WritingFault.noSuchPost(number) }
        return try .told(AnswerEditor.json(Told(number: number, markdown: entry.markdown, html: entry.html)))
    }
}
