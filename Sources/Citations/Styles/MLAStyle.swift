/// The MLA Handbook, 9th edition: author, title, container, and who and where it is from.
struct MLAStyle: StyleRules {
    let wording: SourceWording

    var words: CitationWords { wording.words }

    /// `Taubman 273`; with the title, where the author has other works here.
    func note(_ source: CitedSource) -> StyledText {
        let reference = source.reference
        let names = shortNames(reference)
        var parts: [StyledText] = []
        if !names.isEmpty, !source.isAuthorSuppressed { parts.append(StyledText(names)) }
        if names.isEmpty || source.sharesAuthor {
            let title = wording.shortTitle(reference)
            parts.append(isItalic(reference) ? StyledText(title: title, isItalic: true) : StyledText(quoting: title))
        }
        let text = StyledText.joined(parts, by: ",")
        guard let locator = source.locator else { return text }
        if locator.label == .page {
            let pages = wording.range(locator.value)
            return text.isEmpty ? StyledText(pages) : text + StyledText(" " + pages)
        }
        let place = wording.locator(locator, locator.label == .chapter ? words.chapterShort : nil)
        return StyledText.joined([text, StyledText(place)], by: ",")
    }

    private func shortNames(_ reference: Reference) -> String {
        NameList(most: 2, least: 1, conjunction: words.and, andOthers: words.andOthers)
            .text(Creators(reference).names) { $1.short }
    }

    func isItalic(_ reference: Reference) -> Bool {
        let shape = SourceShape(reference)
        return shape.isWhole || shape == .thesis || shape == .web && reference.containerTitle == nil
    }

    func entry(_ reference: Reference, yearSuffix: String?) -> StyledText {
        MLAEntry(reference, style: self).text
    }
}
