package import Model

/// What an export says, piece by piece, in the file's order. Every format is read into these.
package enum ExportRecord: Hashable, Sendable {
    /// Before the first item of each part.
    case blog(BlogRecord)
    case author(AuthorRecord)
    case term(TermRecord)
    case item(ItemRecord)
    /// One that is larger than the limits allow; the rest goes on.
    case oversized(OversizedRecord)
}

/// A date as it stands in the export.
package struct ExportDate: Hashable, Sendable {
    package var text: String

    package init(_ text: String) { self.text = text }

    /// Nil for `0000-00-00 00:00:00`, for nothing, and for what is no date.
    package var local: LocalDateTime? { LocalDateTime(text) }
}

package struct MetaRecord: Hashable, Sendable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

package struct OversizedRecord: Hashable, Sendable {
    package var place: FilePlace
    package var what: String
    package var id: Int64?
    package var title: String
    /// The limit that it passed.
    package var limit: Int
}
