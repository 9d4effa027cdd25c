import Database
import Model
import Publishing
import Themes

/// Changes what is told of a file, or removes it.
struct ChangeMedium: Sendable {
    let database: any Database
    let files: MediaFiles
    let now: @Sendable () -> Instant

    func take(_ fields: FormFields, _ number: Int64, by writer: Writer) async throws -> WritingAnswer {
        if fields.first("action") == "remove", fields.has("sure") {
            try await RemoveMedium(database, files: files).remove(number: number, by: writer, now: now())
            return .seeOther(SafeURL(path: "/admin/media/"))
        }
        try await EditMedium(database).edit(
            .init(
                title: fields.first("title"), alternativeText: fields.first("alternative"),
                caption: fields.first("caption")),
            number: number, by: writer, now: now())
        return .seeOther(SafeURL(path: "/admin/media/\(number)/"))
    }
}
