/// The Chicago Manual of Style, 17th edition, chapter 14: a full note first, a short one afterwards, no "ibid.".
struct ChicagoStyle: StyleRules {
    let wording: SourceWording

    var words: CitationWords { wording.words }

    func note(_ source: CitedSource) -> StyledText {
        source.standing == .first ? ChicagoNote(source, style: self).text : short(source)
    }

    func entry(_ reference: Reference, yearSuffix: String?) -> StyledText {
        ChicagoEntry(reference, style: self).text
    }

    /// `Taubman, Khrushchev, 273`; behind a note on the same source, `Taubman, 273`.
    private func short(_ source: CitedSource) -> StyledText {
        let reference = source.reference
        let list = NameList(most: 3, least: 1, conjunction: words.and, andOthers: words.andOthers)
        var names = source.isAuthorSuppressed ? "" : list.text(Creators(reference).names) { $1.short }
        if !names.isEmpty, !reference.recipient.isEmpty {
            names += " \(words.to) " + list.text(reference.recipient) { $1.short }
        }
        let isNamed = !names.isEmpty && (source.standing == .sameAsBefore || reference.title == nil)
        let title = wording.shortTitle(reference)
        let isItalic = SourceShape(reference).isWhole
        return StyledText.joined(
            [
                StyledText(names),
                isNamed ? nil : isItalic ? StyledText(title: title, isItalic: true) : StyledText(quoting: title),
                source.locator.map { StyledText(locator($0)) },
            ], by: ",")
    }

    /// A page has no label.
    func locator(_ locator: Locator) -> String {
        locator.label == .page ? wording.range(locator.value) : wording.locator(locator)
    }

    func title(_ reference: Reference) -> StyledText {
        wording.title(reference, isItalic: SourceShape(reference).isWhole)
    }

    /// ` 12, no. 3 (May 2003)`, behind the name of a journal.
    func numbering(_ reference: Reference) -> String {
        let volume = reference.volume.map { " " + $0 } ?? ""
        let issue = reference.issue.map { ", \(words.issue) \($0)" } ?? ""
        return volume + issue + " (\(monthOrYear(reference)))"
    }

    private func monthOrYear(_ reference: Reference) -> String {
        guard let date = reference.issued else { return words.noDate }
        guard let start = date.resolved.start, date.resolved.end == nil, start.day != nil else {
            return wording.dates.full(date, .monthFirst)
        }
        let month = ReferenceDate.Day(year: start.year, month: start.month)
        return wording.dates.full(ReferenceDate(start: month, isCirca: date.isCirca), .monthFirst)
    }

    /// `New York: Norton, 2003`
    func imprint(_ reference: Reference) -> String {
        let publisher = [reference.publisherPlace, reference.publisher].compactMap(\.self).joined(separator: ": ")
        let year = reference.issued.map(wording.dates.year) ?? words.noDate
        let original = reference.originalDate.map { wording.dates.year($0) + "; \(words.reprint), " } ?? ""
        return original + [publisher, year].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func date(_ reference: Reference) -> String? {
        reference.issued.map { wording.dates.full($0, .monthFirst) }
    }

    /// Where there is no date.
    func accessed(_ reference: Reference) -> String? {
        guard reference.issued == nil, reference.doi == nil, reference.url != nil else { return nil }
        return reference.accessed.map { words.accessed + " " + wording.dates.full($0, .monthFirst) }
    }

    func archive(_ reference: Reference) -> String? {
        let parts = [reference.archiveLocation, reference.archive, reference.archivePlace].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The name of a site, or of a blog, which is italic.
    func site(_ reference: Reference) -> StyledText? {
        guard let site = reference.containerTitle else { return nil }
        guard SourceShape(reference) == .weblog else { return StyledText(title: site, isItalic: false) }
        return StyledText(title: site, isItalic: true) + StyledText(" (\(words.blog))")
    }

    func publisherOfSite(_ reference: Reference) -> String? {
        reference.publisher == reference.containerTitle ? nil : reference.publisher
    }

    /// Of a report: `no. 12`, `Working Paper 12`.
    func number(_ reference: Reference) -> String? {
        reference.number.map { (reference.genre ?? words.issue) + " " + $0 }
    }

    func series(_ reference: Reference) -> String? {
        reference.collectionTitle.map { $0 + (reference.collectionNumber.map { " " + $0 } ?? "") }
    }
}
