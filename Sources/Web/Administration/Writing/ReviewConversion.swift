import Administration
import Database
import Model
import Publishing
import Themes

/// A post of HTML that becomes Markdown: what it would be, and the deed.
struct ReviewConversion: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant

    func show(_ number: Int64, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer {
        let look = try await ConvertToMarkdown(database).look(at: number, by: writer)
        let base = AdminAddress(kind)
        let page = ConversionPage(
            heading: look.title.isEmpty ? "As Markdown" : "As Markdown: \(look.title)", editor: base.url(number),
            action: base.url(number, "markdown/"), markdown: look.markdown,
            lines: look.difference.map(DifferenceLine.init), version: String(look.version))
        return .page(page, title: "As Markdown")
    }

    func take(_ fields: FormFields, _ number: Int64, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer {
        try await ConvertToMarkdown(database).convert(
            number, basedOn: Int(fields.first("version")) ?? 0, by: writer, now: now())
        return .seeOther(AdminAddress(kind).url(number))
    }
}
