package import Model

/// One source, with the fields of CSL-JSON (https://docs.citationstyles.org). What has no property here is kept as it was
/// read, in ``rest``.
package struct Reference: Hashable, Sendable {
    /// What a text cites it by; see ``CitationKey``.
    package var key: String
    package var type: ReferenceType

    package var author: [ReferenceName] = []
    package var editor: [ReferenceName] = []
    package var translator: [ReferenceName] = []
    /// Of the book that a chapter stands in.
    package var containerAuthor: [ReferenceName] = []
    package var director: [ReferenceName] = []
    package var interviewer: [ReferenceName] = []
    /// To whom a letter went.
    package var recipient: [ReferenceName] = []

    package var title: String?
    package var shortTitle: String?
    /// The journal, the book, the site.
    package var containerTitle: String?
    /// The series.
    package var collectionTitle: String?
    package var collectionNumber: String?
    package var publisher: String?
    package var publisherPlace: String?
    package var edition: String?
    package var volume: String?
    package var numberOfVolumes: String?
    package var issue: String?
    /// Of a report.
    package var number: String?
    package var page: String?
    /// What kind of thesis, report or letter it is, in words.
    package var genre: String?
    package var medium: String?
    package var eventTitle: String?
    package var eventPlace: String?
    package var archive: String?
    package var archiveLocation: String?
    package var archivePlace: String?
    package var url: String?
    package var doi: String?
    package var isbn: String?
    package var issn: String?
    package var language: String?
    package var note: String?

    package var issued: ReferenceDate?
    package var accessed: ReferenceDate?
    package var originalDate: ReferenceDate?

    /// Every other field, by its name in CSL-JSON.
    package var rest: [String: JSONValue] = [:]

    package init(key: String, type: ReferenceType) {
        self.key = key
        self.type = type
    }
}
