/// `<!--more words-->`: where the teaser ends.
struct MoreMark {
    let range: Range<Int>
    /// What the link to the rest says; nil for the site's own words.
    let words: String?

    /// The first in a text.
    init?(in source: Bytes) {
        guard let start = source.firstIndex(of: "<!--more", from: 0),
            let end = source.firstIndex(of: "-->", from: start)
        else { return nil }
        range = start..<(end + 3)
        let text = source.text(source.trimming((start + 8)..<end))
        words = text.isEmpty ? nil : text
    }
}

/// Cuts a text at its `<!--nextpage-->` marks.
enum PageBreaks {
    /// Never empty.
    static func split(_ source: Bytes) -> [Bytes] {
        var pages: [Bytes] = []
        var start = 0
        while let mark = source.firstIndex(of: "<!--nextpage-->", from: start) {
            pages.append(Bytes(source[start..<mark]))
            start = mark + 15
        }
        pages.append(Bytes(source[start...]))
        // A mark at the very beginning opens the first page; it does not leave an empty one before it.
        if pages.count > 1, pages[0].allSatisfy(\.isSpace) { pages.removeFirst() }
        return pages
    }
}
