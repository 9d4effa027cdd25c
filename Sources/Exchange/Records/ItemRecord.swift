package import Model

/// A post, page, attachment, menu item or whatever else the blog kept as one. Text is as it stands in the file; what the
/// file does not say is empty or nil.
package struct ItemRecord: Hashable, Sendable {
    /// Where `<item>` begins.
    package var place: FilePlace
    package var id: Int64?
    package var title = ""
    package var link = ""
    /// RFC 822, as RSS has it.
    package var pubDate = ""
    /// The author's login.
    package var creator = ""
    package var guid = ""
    package var guidIsPermaLink = true
    package var description = ""
    package var content = ""
    package var excerpt = ""
    /// The blog's wall clock.
    package var date = ExportDate("")
    package var dateGMT = ExportDate("")
    package var modified = ExportDate("")
    package var modifiedGMT = ExportDate("")
    /// `open`, `closed`, `registered_only` or nothing.
    package var commentStatus = ""
    package var pingStatus = ""
    package var slug = ""
    /// `publish`, `future`, `draft`, `pending`, `private`, `trash`, `inherit`.
    package var status = ""
    /// 0 for none.
    package var parent: Int64 = 0
    package var menuOrder = 0
    package var type = ""
    package var password = ""
    package var isSticky = false
    package var attachmentURL = ""
    package var terms: [ItemTerm] = []
    package var meta: [MetaRecord] = []
    package var comments: [CommentRecord] = []
    /// The RSS elements; WordPress itself keeps enclosures in `meta`, see `Enclosure.init(metaValue:)`.
    package var enclosures: [Enclosure] = []
    /// Paths that lead here, the canonical one first, and what readers are sent: only Thaw's own format carries them.
    package var addresses: [String] = []
    package var html = ""

    /// The first value of a custom field.
    package func meta(_ key: String) -> String? { meta.first { $0.key == key }?.value }
}

extension ItemRecord {
    /// One that says nothing yet.
    package init(at place: FilePlace) { self.init(place: place) }
}

package struct ItemTerm: Hashable, Sendable {
    package var taxonomy: String
    /// Empty where a hand-made file has only the name.
    package var slug: String
    package var name: String

    package init(taxonomy: String, slug: String, name: String) {
        self.taxonomy = taxonomy
        self.slug = slug
        self.name = name
    }
}

extension StringProtocol {
    /// Without blanks and line breaks at both ends.
    var trimmingBlanks: SubSequence {
        let head = drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return head }
        return head[...last]
    }
}
