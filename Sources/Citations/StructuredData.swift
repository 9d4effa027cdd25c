package import Model

/// A source as schema.org has it, for the JSON-LD of what cites it.
extension Reference {
    /// With `@type` and without `@context`: an element of `citation`.
    package var structuredData: JSONValue {
        var members: [String: JSONValue] = ["@type": .string(schemaType)]
        members["name"] = title.map { .string(StyledText(title: $0, isItalic: false).plain) }
        members["author"] = Self.people(author)
        members["editor"] = Self.people(editor)
        members["translator"] = Self.people(translator)
        members["director"] = Self.people(director)
        members["datePublished"] = issued.flatMap(Self.date)
        members["publisher"] = publisher.map { Self.organization($0, place: publisherPlace) }
        members["pagination"] = page.map(JSONValue.string)
        members["bookEdition"] = schemaType == "Book" ? edition.map(JSONValue.string) : nil
        members["inLanguage"] = language.map(JSONValue.string)
        members["url"] = url.map(JSONValue.string)
        members["sameAs"] = doi.map { .string("https://doi.org/" + SourceWording.name(ofDOI: $0)) }
        members["isPartOf"] = container
        if container == nil { members["isbn"] = isbn.map(JSONValue.string) }
        members["holdingArchive"] = archive.map { archive in
            var organization = Self.organization(archive, place: archivePlace).members ?? [:]
            organization["@type"] = "ArchiveOrganization"
            return .object(organization)
        }
        members["itemLocation"] = archiveLocation.map(JSONValue.string)
        return .object(members)
    }

    private var schemaType: String {
        if archive != nil, [.manuscript, .letter, .document].contains(type) { return "ArchiveComponent" }
        return switch type {
        case .book, .collection, .pamphlet: "Book"
        case .chapter: "Chapter"
        case .journalArticle, .conferencePaper: "ScholarlyArticle"
        case .magazineArticle, .encyclopediaEntry, .dictionaryEntry, .entry, .article: "Article"
        case .newspaperArticle: "NewsArticle"
        case .webpage: "WebPage"
        case .weblogPost, .post: "BlogPosting"
        case .thesis: "Thesis"
        case .report: "Report"
        case .map: "Map"
        case .film: "Movie"
        case .manuscript: "Manuscript"
        case .letter: "Message"
        case .review: "Review"
        case .song: "MusicComposition"
        case .graphic: "VisualArtwork"
        default: "CreativeWork"
        }
    }

    /// The book, the volume of the journal, the site; else the series.
    private var container: JSONValue? {
        guard let containerTitle else {
            return collectionTitle.map { ["@type": "CreativeWorkSeries", "name": .string($0)] }
        }
        var members: [String: JSONValue] = ["name": .string(StyledText(title: containerTitle, isItalic: false).plain)]
        switch SourceShape(self) {
        case .part:
            members["@type"] = "Book"
            members["isbn"] = isbn.map(JSONValue.string)
            members["author"] = Self.people(containerAuthor)
        case .journal, .magazine:
            members["@type"] = type == .newspaperArticle ? "Newspaper" : "Periodical"
            members["issn"] = issn.map(JSONValue.string)
            return issueAndVolume(of: .object(members))
        case .web: members["@type"] = "WebSite"
        case .weblog: members["@type"] = "Blog"
        default: members["@type"] = "CreativeWork"
        }
        return .object(members)
    }

    private func issueAndVolume(of periodical: JSONValue) -> JSONValue {
        var whole = periodical
        if let volume {
            whole = ["@type": "PublicationVolume", "volumeNumber": .string(volume), "isPartOf": whole]
        }
        if let issue { whole = ["@type": "PublicationIssue", "issueNumber": .string(issue), "isPartOf": whole] }
        return whole
    }

    private static func people(_ names: [ReferenceName]) -> JSONValue? {
        let people = names.filter { $0 != .others }.map { name -> JSONValue in
            guard name.literal == nil else { return ["@type": "Organization", "name": .string(name.direct)] }
            var members: [String: JSONValue] = ["@type": "Person", "name": .string(name.direct)]
            members["familyName"] = name.family.map { _ in .string(name.short) }
            members["givenName"] = name.given.map(JSONValue.string)
            return .object(members)
        }
        return people.isEmpty ? nil : people.count == 1 ? people[0] : .array(people)
    }

    private static func organization(_ name: String, place: String?) -> JSONValue {
        var members: [String: JSONValue] = ["@type": "Organization", "name": .string(name)]
        members["location"] = place.map(JSONValue.string)
        return .object(members)
    }

    /// The first day of a range, as ISO 8601 has it: with a year 0 before Christ. The year of a season; none for words.
    private static func date(_ date: ReferenceDate) -> JSONValue? {
        guard let start = date.resolved.start else { return nil }
        let day = start.season == nil ? start : ReferenceDate.Day(year: start.year) ?? start
        return .string(DateText.text(day))
    }
}
