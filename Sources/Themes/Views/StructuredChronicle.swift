/// A day, a year or the timeline as schema.org's CollectionPage: what happened, and which posts tell of it.
package struct StructuredChronicle: Sendable {
    package var name: String
    /// Absolute.
    package var url: String
    package var language: String
    /// ISO 8601; nil for days of every year and for the whole.
    package var coverage: String?
    /// Each with the absolute address of its post.
    package var events: [(event: StructuredEvent, url: String)]

    package init(
        name: String, url: String, language: String, coverage: String?, events: [(event: StructuredEvent, url: String)]
    ) {
        self.name = name
        self.url = url
        self.language = language
        self.coverage = coverage
        self.events = events
    }

    package var json: ScriptJSON {
        ScriptJSON(
            .object([
                .init("@context", "https://schema.org"), .init("@type", "CollectionPage"), .init("name", name),
                .init("url", url), .init("inLanguage", language), .init("temporalCoverage", coverage),
                .init(
                    "hasPart",
                    events.isEmpty
                        ? nil
                        : .list(
                            events.map { event, url in
                                .object([
                                    .init("@type", "BlogPosting"), .init("headline", event.name), .init("url", url),
                                    .init("temporalCoverage", event.coverage), .init("about", event.json),
                                ])
                            })),
            ]))
    }
}
