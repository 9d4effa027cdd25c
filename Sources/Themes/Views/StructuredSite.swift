/// A whole site as schema.org's WebSite, for its first page.
package struct StructuredSite: Sendable {
    package var title: String
    /// Absolute.
    package var url: String
    package var description: String
    package var language: String

    package init(title: String, url: String, description: String, language: String) {
        self.title = title
        self.url = url
        self.description = description
        self.language = language
    }

    package var json: ScriptJSON {
        ScriptJSON(
            .object([
                .init("@context", "https://schema.org"),
                .init("@type", "WebSite"),
                .init("name", title),
                .init("url", url),
                .init("description", description.isEmpty ? nil : description),
                .init("inLanguage", language),
            ]))
    }
}
