/// Words that name a kind of place in a citation, as Pandoc knows them.
enum LocatorWords {
    private static let words: [(Locator.Label, [String])] = [
        (.page, ["pages", "page", "pp.", "p."]), (.chapter, ["chapters", "chapter", "chaps.", "chap.", "ch."]),
        (.book, ["books", "book", "bks.", "bk."]), (.column, ["columns", "column", "cols.", "col."]),
        (.figure, ["figures", "figure", "figs.", "fig."]), (.folio, ["folios", "folio", "fols.", "fol."]),
        (.issue, ["numbers", "number", "nos.", "no."]), (.line, ["lines", "line", "ll.", "l."]),
        (.note, ["notes", "note", "nn.", "n."]), (.opus, ["opera", "opus", "opp.", "op."]),
        (.paragraph, ["paragraphs", "paragraph", "paras.", "para.", "¶¶", "¶"]),
        (.part, ["parts", "part", "pts.", "pt."]), (.section, ["sections", "section", "secs.", "sec.", "§§", "§"]),
        (.subVerbo, ["sub verbo", "s.vv.", "s.v."]), (.verse, ["verses", "verse", "vv.", "v."]),
        (.volume, ["volumes", "volume", "vols.", "vol."]),
    ]

    private static let all: [(label: Locator.Label, word: [Character])] = words.flatMap { label, words in
        words.map { (label, Array($0)) }
    }

    /// The label that begins there, and where it ends. A whole word has no letter behind it.
    static func label(in text: [Character], from start: Int) -> (label: Locator.Label, end: Int)? {
        for (label, word) in all {
            let end = start + word.count
            guard end <= text.count, word.elementsEqual(text[start..<end], by: { $0 == $1.lowercased().first }) else {
                continue
            }
            let isWhole = word.last.map { !$0.isLetter } ?? false
            if isWhole || end == text.count || !text[end].isLetter { return (label, end) }
        }
        return nil
    }
}
