/// The Publication Manual of the American Psychological Association, 7th edition: author and date.
struct APAStyle: StyleRules {
    let wording: SourceWording

    var words: CitationWords { wording.words }

    /// `Taubman, 2003, p. 273`
    func note(_ source: CitedSource) -> StyledText {
        let reference = source.reference
        let names = NameList(most: 2, least: 1, conjunction: "&", andOthers: words.andOthers)
            .text(Creators(reference).names) { $1.short }
        let title = wording.shortTitle(reference)
        let head =
            !names.isEmpty
            ? StyledText(names)
            : isItalic(reference) ? StyledText(title: title, isItalic: true) : StyledText(quoting: title)
        let original = reference.originalDate.map { wording.dates.year($0) + "/" } ?? ""
        let place = source.locator.map { locator in
            StyledText(wording.locator(locator, locator.label == .chapter ? words.chapterInFull : nil))
        }
        return StyledText.joined(
            [
                source.isAuthorSuppressed ? nil : head, StyledText(original + year(reference, source.yearSuffix)),
                place,
            ], by: ",")
    }

    /// `2003a`, `n.d.-a`
    func year(_ reference: Reference, _ suffix: String?) -> String {
        guard let date = reference.issued else { return words.noDate + (suffix.map { "-" + $0 } ?? "") }
        return wording.dates.year(date) + (suffix ?? "")
    }

    /// `2003, May 4` where days matter, else the year. A suffix stands behind the year.
    func date(_ reference: Reference, _ suffix: String?) -> String {
        guard hasDays(reference), let date = reference.issued else { return year(reference, suffix) }
        let (year, full) = (wording.dates.year(date), wording.dates.full(date, .yearFirst))
        return full.hasPrefix(year) ? year + (suffix ?? "") + full.dropFirst(year.count) : full
    }

    private func hasDays(_ reference: Reference) -> Bool {
        switch SourceShape(reference) {
        case .magazine, .web, .weblog, .archival, .interview, .speech: true
        case .book, .part, .journal, .thesis, .report, .map, .film: false
        }
    }

    func isItalic(_ reference: Reference) -> Bool {
        switch SourceShape(reference) {
        case .part, .journal, .magazine, .weblog, .interview: false
        case .book, .web, .thesis, .report, .archival, .map, .film, .speech: true
        }
    }

    func entry(_ reference: Reference, yearSuffix: String?) -> StyledText {
        APAEntry(reference, yearSuffix: yearSuffix, style: self).text
    }
}
