/// How the parser of HTML treats an element: what the passes have to know to foresee it.
enum ElementTraits {
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]

    /// Elements that are opened again in the next block until they are closed.
    static let formatting: Set<String> = [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    ]

    /// Elements whose start tag ends an open paragraph.
    static let closesParagraph: Set<String> = [
        "address", "article", "aside", "blockquote", "center", "details", "dd", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
    ]

    /// Block-level for paragraphs made from line breaks, and for where words end.
    static let block: Set<String> = closesParagraph.union([
        "caption", "col", "colgroup", "legend", "tbody", "td", "tfoot", "th", "thead", "tr",
    ])

    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
}
