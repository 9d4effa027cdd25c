/// The fields by their names in CSL-JSON, in the order of the specification's lists.
extension Reference {
    package typealias TextPath = any WritableKeyPath<Reference, String?> & Sendable
    package typealias NamesPath = any WritableKeyPath<Reference, [ReferenceName]> & Sendable
    package typealias DatePath = any WritableKeyPath<Reference, ReferenceDate?> & Sendable

    package static let texts: [(name: String, path: TextPath)] = [
        ("title", \.title), ("title-short", \.shortTitle), ("container-title", \.containerTitle),
        ("collection-title", \.collectionTitle), ("collection-number", \.collectionNumber),
        ("publisher", \.publisher), ("publisher-place", \.publisherPlace), ("edition", \.edition),
        ("volume", \.volume), ("number-of-volumes", \.numberOfVolumes), ("issue", \.issue), ("number", \.number),
        ("page", \.page), ("genre", \.genre), ("medium", \.medium), ("event-title", \.eventTitle),
        ("event-place", \.eventPlace), ("archive", \.archive), ("archive_location", \.archiveLocation),
        ("archive-place", \.archivePlace), ("URL", \.url), ("DOI", \.doi), ("ISBN", \.isbn), ("ISSN", \.issn),
        ("language", \.language), ("note", \.note),
    ]

    /// Names of older drafts and of other programs, which are read and not written.
    static let formerTexts: [(name: String, path: TextPath)] = [
        ("shortTitle", \.shortTitle), ("event", \.eventTitle), ("archive-location", \.archiveLocation),
    ]

    package static let names: [(name: String, path: NamesPath)] = [
        ("author", \.author), ("editor", \.editor), ("translator", \.translator),
        ("container-author", \.containerAuthor), ("director", \.director), ("interviewer", \.interviewer),
        ("recipient", \.recipient),
    ]

    package static let dates: [(name: String, path: DatePath)] = [
        ("issued", \.issued), ("accessed", \.accessed), ("original-date", \.originalDate),
    ]
}
