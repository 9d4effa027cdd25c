/// What the three styles write alike.
struct SourceWording {
    let words: CitationWords

    var dates: DateWording { DateWording(words: words) }

    /// `2nd ed.`; as it is, where it is no number.
    func edition(_ edition: String) -> String {
        guard let number = Int(edition) else {
            return edition.contains(words.edition) || edition.contains(words.edition.dropLast())
                ? edition : edition + " " + words.edition
        }
        return words.ordinal(number) + " " + words.edition
    }

    /// `33–35`: the dash of ranges.
    func range(_ text: String) -> String {
        let characters = Array(text)
        var written = ""
        for (place, character) in characters.enumerated() {
            let isBetween = place > 0 && place + 1 < characters.count
            let isRange =
                isBetween
                && (characters[place - 1].isNumber
                    || Self.roman.contains(characters[place - 1]) && Self.roman.contains(characters[place + 1]))
            written.append(character == "-" && isRange ? "–" : character)
        }
        return written
    }

    private static let roman: Set<Character> = ["i", "v", "x", "l", "c", "d", "m"]

    func isSeveral(_ text: String) -> Bool { text.contains { "-–,& ".contains($0) } }

    /// `p. 33`, `pp. 33–35`
    func pages(_ text: String) -> String { (isSeveral(text) ? words.pages.1 : words.pages.0) + " " + range(text) }

    /// `chap. 3`
    func locator(_ locator: Locator, _ labels: (String, String)? = nil) -> String {
        guard let (one, several) = labels ?? words.locators[locator.label] else { return range(locator.value) }
        return (isSeveral(locator.value) ? several : one) + " " + range(locator.value)
    }

    /// `https://doi.org/…`, or the address; nil where there is neither. What is not of the web is text and no link.
    func link(_ reference: Reference) -> StyledText? {
        if let doi = reference.doi {
            let address = "https://doi.org/" + Self.name(ofDOI: doi)
            return StyledText(address, link: address)
        }
        return reference.url.map { address in
            let isWeb = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
            return StyledText(address, link: isWeb ? address : nil)
        }
    }

    /// Without the resolver's address or `doi:`, which some programs put before it.
    static func name(ofDOI doi: String) -> String {
        for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
        where doi.lowercased().hasPrefix(prefix) {
            return String(doi.dropFirst(prefix.count).drop { $0 == " " })
        }
        return doi
    }

    /// Italic for what stands by itself, else in quotation marks.
    func title(_ reference: Reference, isItalic: Bool) -> StyledText {
        guard let title = reference.title else { return StyledText() }
        return isItalic ? StyledText(title: title, isItalic: true) : StyledText(quoting: title)
    }

    /// The short title, or what stands before the colon, without the article.
    func shortTitle(_ reference: Reference) -> String {
        guard let title = reference.shortTitle ?? reference.title else { return reference.genre ?? reference.key }
        var main = reference.shortTitle == nil ? title.prefix { $0 != ":" && $0 != "<" } : title[...]
        if main.isEmpty { main = title[...] }
        let words = main.split(separator: " ")
        guard words.count > 1, self.words.articles.contains(words[0].lowercased()) else { return String(main) }
        return words.dropFirst().joined(separator: " ")
    }

    /// `vol. 2`; as it is, where it is no number.
    func counted(_ number: String, _ word: String) -> String {
        number.first?.isNumber == true || number.count <= 5 ? word + " " + range(number) : number
    }
}
