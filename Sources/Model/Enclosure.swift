/// A file that belongs to a post, for instance the sound of a podcast.
package struct Enclosure: Hashable, Sendable {
    package var url: String
    /// In bytes; nil where it is not known.
    package var length: Int?
    /// Empty where it is not known.
    package var mimeType: String

    package init(url: String, length: Int?, mimeType: String) {
        self.url = url
        self.length = length
        self.mimeType = mimeType
    }

    /// Reads WordPress's custom field `enclosure`: address, length and type on a line each. What stands below is a
    /// plugin's own. Nil without an address.
    package init?(metaValue: String) {
        let lines = metaValue.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        guard let url = lines.first, !url.isEmpty else { return nil }
        self.init(
            url: url, length: lines.count > 1 ? Int(lines[1]) : nil, mimeType: lines.count > 2 ? lines[2] : "")
    }

    package var metaValue: String { "\(url)\n\(length.map(String.init) ?? "")\n\(mimeType)" }
}
